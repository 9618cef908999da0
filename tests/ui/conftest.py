"""What window tests share: our fonts, the light look, answers to questions, a pretend desk."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from sharebook.ui import fonts
from sharebook.ui.ask import Message, Question
from sharebook.ui.background import Background
from sharebook.ui.theme import Theme


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


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    fonts.load()
    return Theme(qapp, "light")


@pytest.fixture(autouse=True)
def light(theme: Theme) -> Theme:
    if (theme.wanted, theme.size) != ("light", 100):
        theme.choose("light", 100)
    return theme


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def background(qapp: QApplication):
    made = Background()
    yield made
    made.close()
