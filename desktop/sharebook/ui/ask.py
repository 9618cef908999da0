"""Every question and file chooser, behind one object that a test can answer."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


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
