"""For a holder of the key: what is still sealed about children already disposed of, and its end."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from sharebook.bootstrap.sealed_log import sealed_log
from sharebook.domain.errors import SharebookError
from sharebook.ui.ask import Question
from sharebook.ui.look import look
from sharebook.ui.screens.base import Office
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, label
from sharebook.words.disposal import left_words

if TYPE_CHECKING:
    from sharebook.services.letting_go import Left

_GOES = (
    "The children’s records went on the word in the disposal register; so do these. "
    "Words, items and notes go for good; day, recipient and lawful basis stay."
)


class SealedLeft(QFrame):
    """A line above the list, hidden where nothing is left.

    Signals:
        gone: it was disposed of; the last traces are left to clear.
    """

    gone = Signal()

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.setProperty("f", "hold")
        self._office = office
        self.said = label("", "b", wrap=True)
        self.button = button("Dispose of the&m too…", "", "stop")
        across = QHBoxLayout(self)
        across.setContentsMargins(look().px(12), look().px(5), look().px(8), look().px(5))
        across.setSpacing(look().px(10))
        across.addWidget(IconLabel("eyeoff", 18, "hold"))
        across.addWidget(self.said, 1)
        across.addWidget(self.button)
        self.button.clicked.connect(self._on_button)
        self.left: Left | None = None
        self.hide()

    def show_left(self, left: "Left | None") -> None:
        """Say what is left; for who holds no key that is None."""
        self.left = left
        said = left_words(left.entries, left.calls, left.requests) if left else ""
        self.said.setText(said)

    def show_on(self, *, due: bool) -> None:
        """Show it beside the list of what is due, if there is something."""
        self.setVisible(due and bool(self.left))

    def _on_button(self) -> None:
        desk = self._office.desk
        title = f"{self.said.text()}. Dispose of them?"
        question = Question(title, _GOES, "Dispose of them for good", "Keep them", icon="clock")
        if not self._office.ask.agrees(question):
            return
        try:
            sealed_log(desk).letting_go.finish(desk.person)
        except SharebookError as problem:
            self._office.telling.tell(problem)
            return
        self.gone.emit()
