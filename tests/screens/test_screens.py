"""Every screen in every look, for people to see; no words cut off, no page empty.

`SHAREBOOK_PICTURES=folder pytest tests/screens` keeps the pictures.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from sharebook.ui.background import Background
from sharebook.ui.main_window import MainWindow
from sharebook.ui.shell import Shell
from sharebook.ui.telling import Telling
from sharebook.ui.widgets.toast import Toast
from tests.screens.looking import colours, cut_off, keep
from tests.ui.answers import Answers
from tests.ui.peopled import JUNO, NURSE

PAGES: dict[str, dict[str, Any]] = {
    "today": {},
    "answer": {"pupil": JUNO},
    "record": {"recipient": NURSE},
    "pupils": {"pupil": JUNO},
    "recipients": {"recipient": NURSE},
    "log": {"entry": 2},
    "bring_in": {},
    "care": {},
    "disposal": {},
    "calendar": {},
    "requests": {},
    "law": {},
}


@dataclass(frozen=True)
class Look:
    scheme: str = "light"
    size: int = 100
    window: tuple[int, int] = (1366, 768)

    def __str__(self) -> str:
        return f"{self.scheme}-{self.size}-{self.window[0]}"


LOOKS = (
    Look(),
    Look("dark"),
    Look(size=150),
    Look(window=(1024, 700)),
    Look(size=125, window=(1024, 700)),
    Look("dark", 200, (1024, 700)),
)


@pytest.fixture
def opened(qtbot, drawn):
    made = []

    def show(desk, look: Look) -> tuple[MainWindow, Shell]:
        drawn(look.scheme, look.size)
        background = Background()
        window = MainWindow()
        qtbot.addWidget(window)
        window.resize(*look.window)
        answers = Answers()
        shell = Shell(desk, background, answers, Telling(answers), Toast(window))
        window.put(shell)
        window.show()
        qtbot.waitExposed(window)
        made.append(background)
        return window, shell

    yield show
    for background in made:
        background.close()


def settle(qtbot, shell: Shell) -> None:
    """Wait until nothing is being read any more and everything is laid out."""
    qtbot.waitUntil(lambda: not shell.office.background.busy, timeout=20_000)
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QCoreApplication.processEvents()


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("page", PAGES)
def test_a_full_page_shows_its_words_whole(qtbot, opened, pictures: Path, full, page, look):
    window, shell = opened(full, look)

    shell.go(page, **PAGES[page])

    settle(qtbot, shell)
    picture = keep(window, pictures / f"{page}-{look}.png")
    assert cut_off(window) == []
    assert shell.pages.currentWidget().horizontalScrollBar().maximum() == 0
    assert colours(picture) > 50


@pytest.mark.parametrize("look", [LOOKS[0], LOOKS[-1]], ids=str)
@pytest.mark.parametrize("page", [*PAGES, "backups"])
def test_an_empty_page_says_something(qtbot, opened, pictures: Path, empty, page, look):
    window, shell = opened(empty, look)

    shell.go(page)

    settle(qtbot, shell)
    picture = keep(window, pictures / f"{page}-empty-{look}.png")
    assert cut_off(window) == []
    assert shell.pages.currentWidget().horizontalScrollBar().maximum() == 0
    assert colours(picture) > 50
