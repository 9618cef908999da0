"""Alt letters: every button and field has one, none is used twice on a screen."""

from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from sharebook.ui.letters import give, plain
from sharebook.ui.screens import register
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.field import Field
from tests.ui.peopled import JUNO, NURSE, an_office, peopled

HANDED: dict[str, dict[str, Any]] = {
    "answer": {"pupil": JUNO},
    "record": {"recipient": NURSE},
    "pupils": {"pupil": JUNO},
    "recipients": {"recipient": NURSE},
    "log": {"entry": 2},
}
SCREENS = (
    "today",
    "answer",
    "record",
    "pupils",
    "recipients",
    "log",
    "bring_in",
    "reports",
    "care",
)


@pytest.fixture
def page(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    return made


def put(page: QWidget, *parts: QWidget) -> None:
    column = page.layout()
    assert column is not None
    for part in parts:
        column.addWidget(part)


def test_two_buttons_never_share_a_letter(page):
    put(page, button("Save"), button("Send"), button("See it"))

    assert len(give(page)) == 3


def test_a_letter_chosen_by_hand_is_kept(page):
    save = button("Sa&ve")
    put(page, save, button("View"))

    assert give(page)["v"] is save


def test_a_label_leads_to_its_field(page):
    field = Field("name", "Your name", QLineEdit())
    put(page, field)

    given = give(page)["y"]

    assert isinstance(given, QLabel)
    assert given.buddy() is field.inner


def test_words_that_hold_an_ampersand_stay_whole(page):
    tick = QPushButton("Sample && Sons")
    put(page, tick)

    give(page)
    give(page)

    assert plain(tick.text()) == "Sample & Sons"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    from datetime import UTC, datetime

    from tests.conftest import StillClock

    clock = StillClock(datetime(2026, 9, 14, 10, 40, tzinfo=UTC))
    made = peopled(tmp_path_factory.mktemp("letters"), clock)
    yield made
    made.close()


@pytest.mark.parametrize("name", SCREENS)
def test_no_letter_is_used_twice_on_a_screen(qtbot, desk, background, answers, name):
    window = QWidget()
    qtbot.addWidget(window)
    screen = register.factory(name)(an_office(desk, background, answers, window))
    QVBoxLayout(window).addWidget(screen)
    window.resize(1100, 700)
    window.show()
    screen.arrive(**HANDED.get(name, {}))
    qtbot.waitUntil(lambda: not background.busy, timeout=20_000)

    give(screen)

    letters = [letter for each in shown(screen) if (letter := letter_of(each.text()))]
    assert sorted(letters) == sorted(set(letters))
    without = [plain(each.text()) for each in shown(screen) if not letter_of(each.text())]
    able = [words for words in without if set(filter(str.isalpha, words.casefold())) - {*letters}]
    assert able == []


def shown(screen: QWidget) -> list[QPushButton | QLabel]:
    return [
        each
        for each in screen.findChildren(QWidget)
        if each.isVisible() and each.isEnabled()
        if (isinstance(each, QPushButton) and any(map(str.isalpha, each.text())))
        or (isinstance(each, QLabel) and each.buddy() is not None)
    ]


def letter_of(text: str) -> str:
    _, mark, rest = text.replace("&&", "").partition("&")
    return rest[0].casefold() if mark else ""
