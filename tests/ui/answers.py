"""Stands in for the person who is asked."""

from dataclasses import dataclass, field
from pathlib import Path

from sharebook.ui.ask import Message, Question


@dataclass
class Answers:
    """Stands in for the dialogs: says what a person would, remembers what was asked."""

    agree: bool = False
    path: Path | None = None
    asked: list[Question] = field(default_factory=list)
    told: list[Message] = field(default_factory=list)

    def agrees(self, question: Question) -> bool:
        self.asked.append(question)
        return self.agree

    def tells(self, message: Message) -> None:
        self.told.append(message)

    def opens(self, _title: str, _kinds: str) -> Path | None:
        return self.path

    def saves(self, _title: str, _name: str, _kinds: str) -> Path | None:
        return self.path

    def folder(self, _title: str, _start: Path | None = None) -> Path | None:
        return self.path
