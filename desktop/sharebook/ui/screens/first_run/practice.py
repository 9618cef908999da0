"""Makes the practice school, and says how to open it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.ui.busy import Busy
from sharebook.ui.look import look
from sharebook.ui.telling import Telling
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.door import Helpers
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import panel, row

if TYPE_CHECKING:
    from sharebook.bootstrap.practice import PracticeMade
    from sharebook.services.ports import Progress


class PracticeStep(QWidget):
    """Works for a few seconds, then shows the passphrase everybody may know.

    Signals:
        unlock: the folder of the practice school, ready to open.
        back: nothing was made; the person wants to choose again.
    """

    unlock = Signal(object)
    back = Signal()

    def __init__(self, helpers: Helpers) -> None:
        super().__init__()
        self._helpers = helpers
        self._telling = Telling(helpers.ask)
        self._register: Path | None = None
        self._title = label("Making the practice school", "h1", wrap=True)
        self._words = label("This takes a few seconds.", "lead", wrap=True)
        self._frame, self._facts = panel("tint", 14, 4)
        self._frame.hide()
        self._where = label("", "small", wrap=True)
        self.open_button = button("Open the practice school", "big")
        self.open_button.hide()
        self.go_back = button("Back", "quiet")
        self._busy = Busy()
        self._lay_out()
        self.open_button.clicked.connect(self._on_open)
        self.go_back.clicked.connect(self.back)
        self._begin()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        parts = (self._title, self._words, self._frame, self._busy, self._where, self.open_button)
        for part in parts:
            column.addWidget(part)
        column.addLayout(row(self.go_back, 1))
        self.setFocusProxy(self.go_back)

    def _begin(self) -> None:
        job = self._busy.watch(
            self._helpers.background.start(_work), "Inventing pupils and three years of sharing"
        )
        job.succeeded.connect(self._on_made)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_stopped)
        self.go_back.hide()

    def _on_made(self, made: "PracticeMade") -> None:
        self._register = made.register
        self._title.setText("The practice school is ready")
        self._words.setText("Nobody in it is real, so everybody may know how to open it:")
        for words, value in (("You are", made.user), ("Your passphrase", made.passphrase)):
            self._facts.addWidget(label(words, "small"))
            self._facts.addWidget(label(value, "h2", wrap=True))
        self._frame.show()
        self._where.setText(f"Its five printed documents lie in {made.documents[0].parent}")
        self.open_button.show()
        self.open_button.setFocus()

    def _on_failed(self, problem: Exception) -> None:
        self._say_nothing_made()
        self._telling.tell(problem)

    def _on_stopped(self) -> None:
        self._say_nothing_made()

    def _say_nothing_made(self) -> None:
        self._title.setText("No practice school was made")
        self._words.setText("Nothing is lost. Go back to begin again or to choose otherwise.")
        self.go_back.show()
        self.go_back.setFocus()

    def _on_open(self) -> None:
        if self._register is not None:
            self.unlock.emit(self._register)


def _work(progress: "Progress") -> "PracticeMade":
    from sharebook.bootstrap.practice import make_practice
    from sharebook.bootstrap.starting import practice_place

    return make_practice(practice_place(), progress)
