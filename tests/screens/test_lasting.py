"""The pages that keep a register for twenty-five years, in every look; full, with long names."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QRadioButton

from sharebook.ui.background import Background
from sharebook.ui.screens.care.screen import Care
from sharebook.ui.screens.unlock.screen import Unlock
from sharebook.ui.shell import Shell
from tests.screens.hanas_school import FINDINGS, HANA, make
from tests.screens.looking import colours, cut_off, keep
from tests.screens.test_doors import show
from tests.screens.test_screens import LOOKS, opened, settle
from tests.ui.answers import Answers
from tests.ui.peopled import JUNO, NURSE

__all__ = ["opened"]  # a fixture

EDGES = (LOOKS[2], LOOKS[-1])


@pytest.fixture(scope="module")
def hanas(tmp_path_factory, clock):
    desk = make(tmp_path_factory.mktemp("hanas"), clock)
    yield desk
    desk.close()


def trouble(shell: Shell) -> None:
    """Show what a register in trouble says."""
    assert isinstance(shell.here, Care)
    shell.here._show(list(FINDINGS), None)


PAGES: dict[str, tuple[str, dict[str, Any], Callable[[Shell], object] | None]] = {
    "today": ("today", {}, None),
    "record": ("record", {"recipient": NURSE}, None),
    "pupil": ("pupils", {"pupil": JUNO}, None),
    "log": ("log", {}, None),
    "log-sealed": ("log", {"sealed": True}, None),
    "log-sealed-child": ("log", {"sealed": True, "pupil": JUNO}, None),
    "log-sealed-entry": ("log", {"sealed": True, "entry": 1}, None),
    "care": ("care", {}, None),
    "care-trouble": ("care", {}, trouble),
    "backups": ("backups", {}, None),
    "people": ("people", {}, None),
    "due": ("disposal", {"part": "due"}, None),
    "holds": ("disposal", {"part": "holds"}, None),
    "rules": ("disposal", {"part": "rules"}, None),
    "disposals": ("disposal", {"part": "disposals"}, None),
}


@pytest.mark.parametrize("look", EDGES, ids=str)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_the_head_shows_its_words_whole(qtbot, opened, pictures, hanas, page, look):
    window, shell = opened(hanas, look)
    name, wanted, then = PAGES[page]
    shell.go(name, **wanted)
    settle(qtbot, shell)
    if then is not None:
        then(shell)
        settle(qtbot, shell)

    picture = keep(window, pictures / f"head-{page}-{look}.png")

    assert cut_off(window) == []
    assert shell.pages.currentWidget().horizontalScrollBar().maximum() == 0
    assert colours(picture) > 50


def test_the_door_of_three_people_fits_its_window(qtbot, drawn, pictures, hanas):
    drawn("light", 100)
    background = Background()
    door = Unlock(hanas.folder, HANA, SimpleNamespace(background=background, ask=Answers()))
    window = show(qtbot, door, (1366, 768))

    keep(window, pictures / "head-door.png")

    assert len(door.who.findChildren(QRadioButton)) == 3
    assert door.verticalScrollBar().maximum() == 0
    assert cut_off(window) == []
    background.close()


@pytest.mark.parametrize("look", EDGES, ids=str)
def test_the_answer_about_a_seal_comes_into_view(qtbot, opened, hanas, look):
    _window, shell = opened(hanas, look)
    shell.go("care")
    settle(qtbot, shell)
    assert isinstance(shell.here, Care)
    seal = shell.here.seal

    seal.wanted.emit("AAAA-BBBB-CCCC-DDDD-EEEE")
    settle(qtbot, shell)

    qtbot.waitUntil(lambda: seal._answer.visibleRegion().boundingRect() == seal._answer.rect())
