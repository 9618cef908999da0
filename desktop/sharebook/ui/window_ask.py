"""The questions and file choosers a person sees."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from sharebook.ui.ask import Message, Question


class WindowAsk:
    """Asks in dialogs over the window."""

    def __init__(self, window: Callable[[], QWidget]) -> None:
        self._window = window

    def agrees(self, question: Question) -> bool:
        """Return whether the person chose to act."""
        from sharebook.ui.dialogs.question import QuestionDialog

        return bool(QuestionDialog(self._window(), question).exec())

    def tells(self, message: Message) -> None:
        """Show `message` until the person has read it."""
        from sharebook.ui.dialogs.message import MessageDialog

        MessageDialog(self._window(), message).exec()

    def opens(self, title: str, kinds: str) -> Path | None:
        """Return a file to read."""
        from PySide6.QtWidgets import QFileDialog  # noqa: TID251 - this is the one place

        name, _ = QFileDialog.getOpenFileName(self._window(), title, "", kinds)
        return Path(name) if name else None

    def saves(self, title: str, name: str, kinds: str) -> Path | None:
        """Return where to write."""
        from PySide6.QtWidgets import QFileDialog  # noqa: TID251 - this is the one place

        chosen, _ = QFileDialog.getSaveFileName(self._window(), title, name, kinds)
        return Path(chosen) if chosen else None

    def folder(self, title: str, start: Path | None = None) -> Path | None:
        """Return a folder."""
        from PySide6.QtWidgets import QFileDialog  # noqa: TID251 - this is the one place

        name = QFileDialog.getExistingDirectory(self._window(), title, str(start or ""))
        return Path(name) if name else None
