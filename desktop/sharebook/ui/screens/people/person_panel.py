"""One person: name, part, what that part may do, and taking them off."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from sharebook.domain.people import Person
from sharebook.ui.look import look
from sharebook.ui.people_words import may_words, role_words
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import line, row

_LINES = 3  # as many as any part has
_YOU = "This is you. Somebody else takes you off when you leave."


class PersonPanel(QFrame):
    """Shows the person chosen in the list.

    Signals:
        take_off: this person is to be shut out.
    """

    take_off = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("f", "sheet")
        self.name = label("", "h2", wrap=True)
        self._role = label("", "b", wrap=True)
        self._may = [label("", wrap=True) for _ in range(_LINES)]
        self._you = label(_YOU, "small", wrap=True)
        self.off = button("&Take this person off", "", "minus")
        self.off.clicked.connect(self.take_off)
        column = QVBoxLayout(self)
        pad = look().px(16)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(look().px(8))
        column.addWidget(self.name)
        column.addWidget(self._role)
        column.addWidget(line())
        for each in self._may:
            column.addLayout(_point(each))
        column.addSpacing(look().px(4))
        column.addWidget(self._you)
        column.addStretch(1)
        column.addLayout(row(self.off, 1))

    def show_person(self, person: Person, *, me: bool, may_take_off: bool) -> None:
        """Show `person`; `me` is whoever looks."""
        self.name.setText(person.name)
        self._role.setText(role_words(str(person.role)))
        words = may_words(str(person.role))
        for place, each in enumerate(self._may):
            each.setText(words[place] if place < len(words) else "")
        self._you.setVisible(me)
        self.off.setVisible(may_take_off and not me)


def _point(words: QWidget) -> QHBoxLayout:
    """Return words with a point before their first line."""
    point = row(gap=8)
    point.addWidget(label("•", "muted"), 0, Qt.AlignmentFlag.AlignTop)
    point.addWidget(words, 1)
    return point
