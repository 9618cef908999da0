"""Step four: tick whom the school shares with; every tick brings its usual sharing along."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sharebook.ui.busy import Busy
from sharebook.ui.look import look
from sharebook.ui.starters.offers import starters
from sharebook.ui.starters.picker import StarterPicker
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, label
from sharebook.ui.widgets.sheet import panel, row
from sharebook.words.days import count

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.domain.names import Code


class StartersStep(QWidget):
    """The ready-made purposes in their lists, or the school's own page.

    Signals:
        done: the frozenset of codes ticked.
        page: the school's own sharing page is to be read instead.
    """

    done = Signal(object)
    page = Signal()

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self._note = label("", "small")
        self.read = button("Read our existing page", "", "doc")
        self.picker = StarterPicker(starters(desk))
        self.go_on = button("Open the register", "go")
        self.busy = Busy()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(label("Step 4 of 4", "eyebrow"))
        column.addWidget(label("Whom do you share with?", "h1", wrap=True))
        column.addWidget(self._offer_page())
        words = "Or tick who applies, or none. More can be added and pupils brought in at any time."
        column.addWidget(label(words, "muted", wrap=True))
        column.addWidget(self.picker, 1)
        column.addWidget(self.busy)
        column.addLayout(row(self._note, 1, self.go_on))
        self.setFocusProxy(self.read)
        self.read.clicked.connect(self.page)
        self.picker.ticked.connect(self._say)
        self.go_on.clicked.connect(lambda: self.done.emit(self.ticked))
        self._say(0)

    def _offer_page(self) -> QFrame:
        frame, inside = panel("tint", 12, 6)
        words = "Does your website or a letter already tell families whom you share with?"
        across = row(IconLabel("doc", 20, "accent"), gap=10)
        across.addWidget(label(words, wrap=True), 1)
        across.addWidget(self.read)
        inside.addLayout(across)
        return frame

    @property
    def ticked(self) -> "frozenset[Code]":
        """The codes ticked."""
        return frozenset(each.row.code for each in self.picker.chosen)

    def _say(self, ticked: int) -> None:
        self._note.setText(f"{count(ticked, 'kind')} of sharing ticked. Space ticks.")
