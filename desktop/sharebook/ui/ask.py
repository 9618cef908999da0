"""Every question and file chooser, behind one object that a test can answer."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Question:
    """Something only the person can decide.

    Attributes:
        title: what would happen, as a question.
        words: what it is about.
        more: what stays safe.
        act: the verb that does it.
        safe: the answer that changes nothing: filled, focused, and Esc.
    """

    title: str
    words: str
    act: str
    safe: str
    more: str = ""
    icon: str = "undo"


@dataclass(frozen=True, slots=True)
class Message:
    """Something the person must know before going on.

    Attributes:
        title: what happened, and what was kept.
        steps: what to do, in order.
        details: for the technician, without any pupil's data.
        close: the one button.
        alarm: something went wrong.
    """

    title: str
    words: str = ""
    steps: tuple[str, ...] = ()
    details: str = ""
    close: str = "Go on"
    icon: str = "warn"
    alarm: bool = False


class Ask(Protocol):
    """Asks the person; tests bring one that answers."""

    def agrees(self, question: Question) -> bool:
        """Return whether the person chose to act."""
        ...

    def tells(self, message: Message) -> None:
        """Show `message` until the person has read it."""
        ...

    def opens(self, title: str, kinds: str) -> Path | None:
        """Return a file to read; `kinds` is a Qt filter: "Pupil lists (*.csv)"."""
        ...

    def saves(self, title: str, name: str, kinds: str) -> Path | None:
        """Return where to write a file first called `name`."""
        ...

    def folder(self, title: str, start: Path | None = None) -> Path | None:
        """Return a folder."""
        ...


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
