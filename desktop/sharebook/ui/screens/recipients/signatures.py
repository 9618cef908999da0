"""Who approves an agreement: one line each, with the day it was signed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from sharebook.domain.agreements import Approval
from sharebook.domain.clock import Clock
from sharebook.ui.look import look
from sharebook.ui.widgets.date_field import DateField
from sharebook.ui.widgets.labels import label

_HEADINGS = ("Organisation", "Post", "Name", "Signed on")
_WIDE = (3, 3, 3, 4)
_SPARE = 2


class Signatures(QWidget):
    """Edits a list of approvals; two empty lines wait at its end.

    Signals:
        changed: a person typed.
    """

    changed = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, look().px(8), 0)
        self._grid.setHorizontalSpacing(look().px(8))
        self._grid.setVerticalSpacing(look().px(8))
        for place, words in enumerate(_HEADINGS):
            self._grid.addWidget(label(words, "b"), 0, place)
            self._grid.setColumnStretch(place, _WIDE[place])
        self.lines: list[tuple[QLineEdit, QLineEdit, QLineEdit, DateField]] = []
        self._grid.setRowStretch(99, 1)

    def show_approvals(self, approvals: list[Approval]) -> None:
        """Show these."""
        while len(self.lines) < len(approvals) + _SPARE:
            self._add()
        blank = Approval("", "", "")
        for place, line in enumerate(self.lines):
            said = approvals[place] if place < len(approvals) else blank
            for edit, words in zip(line, (said.organisation, said.post, said.name), strict=False):
                edit.setText(words)
                edit.setCursorPosition(0)
            line[3].show_day(said.signed_on)

    @property
    def approvals(self) -> list[Approval]:
        """Those who are named."""
        said = [
            Approval(one.text().strip(), post.text().strip(), name.text().strip(), day.day)
            for one, post, name, day in self.lines
        ]
        return [each for each in said if each.organisation or each.post or each.name]

    def _add(self) -> None:
        line = (QLineEdit(), QLineEdit(), QLineEdit(), DateField(self._clock))
        number = len(self.lines) + 1
        for place, edit in enumerate(line):
            edit.setAccessibleName(f"{_HEADINGS[place]}, line {number}")
            self._grid.addWidget(edit, number, place)
            edit.textEdited.connect(self.changed)
        line[3].setPlaceholderText("Not yet")
        line[3].chosen.connect(self.changed)
        self.lines.append(line)
