"""Reads in the background; only the newest question is answered."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from sharebook.services.ports import Progress
from sharebook.ui.background import Job
from sharebook.ui.screens.base import Office

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk


class Latest(QObject):
    """One line of questions to the register; asking again drops what was asked before."""

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._number = 0
        self._job: Job | None = None
        self._then: Callable[[Any], None] = _nothing

    def ask(self, question: Callable[["Desk"], Any], then: Callable[[Any], None]) -> Job:
        """Put `question` to a second desk in the background; `then` gets the answer here."""
        return self.ask_long(lambda desk, _progress: question(desk), then)

    def ask_long(
        self, question: Callable[["Desk", Progress], Any], then: Callable[[Any], None]
    ) -> Job:
        """Do the same with a question that tells how far it has come."""
        if self._job is not None:
            self._job.cancel()
        self._number += 1
        number, desk = self._number, self._office.desk
        self._then = then

        def work(progress: Progress) -> tuple[int, Any]:
            again = desk.again()
            try:
                return number, question(again, progress)
            finally:
                again.close()

        self._job = job = self._office.background.start(work, quiet=True)
        job.succeeded.connect(self._on_answered)
        job.failed.connect(self._office.telling.tell)
        return job

    def _on_answered(self, answered: tuple[int, Any]) -> None:
        number, answer = answered
        if number == self._number:
            self._job = None
            self._then(answer)


def _nothing(_answer: object) -> None:
    """Wait for the first question."""
