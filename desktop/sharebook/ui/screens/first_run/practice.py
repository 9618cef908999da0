"""Makes the practice school, and says how to open it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.ui.ask import Ask, Message
from sharebook.ui.background import Background
from sharebook.ui.busy import Busy
from sharebook.ui.telling import Telling
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label

if TYPE_CHECKING:
    from sharebook.bootstrap.practice import PracticeMade
    from sharebook.services.ports import Progress


class PracticeStep(QWidget):
    """Works for a few seconds, then shows the passphrase everybody may know."""

    def __init__(self, background: Background, ask: Ask, unlock: Callable[[Path], None]) -> None:
        super().__init__()
        self._ask = ask
        self._unlock = unlock
        self._made: PracticeMade | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._title = label("Making the practice school", "h1", wrap=True)
        self._words = label("This takes a few seconds.", "muted", wrap=True)
        self.open_button = button("Open the practice school", "big")
        self.open_button.hide()
        self._busy = Busy()
        for part in (self._title, self._words, self._busy, self.open_button):
            self._column.addWidget(part)
        self.open_button.clicked.connect(self._on_open)
        job = self._busy.watch(
            background.start(_work), "Inventing pupils and three years of sharing"
        )
        job.succeeded.connect(self._on_made)
        job.failed.connect(lambda problem: Telling(ask).tell(problem))
        job.cancelled.connect(self._on_stopped)

    def _on_made(self, made: "PracticeMade") -> None:
        self._made = made
        self._title.setText("The practice school is ready")
        self._words.setText(
            f"You are {made.user}. The passphrase is “{made.passphrase}”; "
            f"everybody may know it, for nobody in this school is real. Its printed documents "
            f"lie in {made.documents[0].parent}."
        )
        self.open_button.show()
        self.open_button.setFocus()

    def _on_stopped(self) -> None:
        self._ask.tells(Message("Stopped. No practice school was finished.", icon="stop"))

    def _on_open(self) -> None:
        if self._made is not None:
            self._unlock(self._made.register)


def _work(progress: "Progress") -> "PracticeMade":
    from sharebook.bootstrap.practice import make_practice
    from sharebook.bootstrap.starting import practice_place

    return make_practice(practice_place(), progress)
