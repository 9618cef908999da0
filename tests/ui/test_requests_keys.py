"""The in-tray by real keys: where they go, what Enter and Esc write, the way of the Tab key."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sharebook.domain.errors import Refused
from sharebook.domain.requests import Request
from sharebook.ui.main_window import MainWindow
from sharebook.ui.screens.requests.again_dialog import LookAgain
from sharebook.ui.screens.requests.dialog import RequestDialog
from sharebook.ui.screens.requests.screen import RequestsScreen
from tests.stories.hands import Hands, focused
from tests.ui.peopled import NURSE, PAT, an_office, peopled
from tests.ui.test_requests import a_request, in_dialog, settle

pytestmark = pytest.mark.ui


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    monkeypatch.setattr("sharebook.bootstrap.draft_box.default_place", lambda: tmp_path / "own")


@pytest.fixture
def desk(tmp_path, clock):
    made = peopled(tmp_path, clock)
    yield made
    made.close()


@pytest.fixture
def screen(qtbot, desk, background, answers):
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    office = an_office(desk, background, answers, window)
    made = RequestsScreen(office)
    office.changed.happened.connect(made.refresh)
    window.put(made)
    window.activateWindow()
    settle(qtbot, office)
    made.arrive()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is made.list.search)
    return made


@pytest.fixture
def hands() -> Hands:
    return Hands()


def asked(desk: Any) -> list[Request]:
    found = []
    for number in range(1, 9):
        try:
            found.append(desk.asking.request(number).record)
        except Refused:
            break
    return found


def turn() -> None:
    for _ in range(20):
        QApplication.processEvents()


def keep(dialog: RequestDialog, hands: Hands, qtbot: Any) -> None:
    """Press Ctrl Enter, which presses the button for a moment, and wait for what it does."""
    done: list[None] = []
    dialog.save.clicked.connect(lambda: done.append(None))
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(done))
    turn()


def meeting(kind: type[Any], press: Callable[[Any], None], open_it: Callable[[], None]) -> None:
    """Press keys in the dialog that `open_it` opens, once the keyboard is in it."""

    def act(dialog: Any) -> None:
        dialog.activateWindow()
        turn()
        assert dialog.isAncestorOf(focused())
        press(dialog)

    in_dialog(kind, act)
    open_it()


def test_the_keyboard_is_in_the_dialog_and_not_on_the_page_behind(screen, hands):
    def press(dialog: RequestDialog) -> None:
        hands.type("nurs")
        assert dialog.form.who.edit.text() == "nurs"
        hands.press(Qt.Key.Key_Escape)  # closes the list
        hands.press(Qt.Key.Key_Escape)

    meeting(RequestDialog, press, screen.primary)
    assert screen.list.search.text() == ""


def test_escape_at_once_writes_nothing(screen, hands, desk):
    meeting(RequestDialog, lambda _: hands.press(Qt.Key.Key_Escape), screen.primary)
    assert asked(desk) == []


def test_enter_at_once_writes_nothing_and_says_what_is_missing(screen, hands, desk, qtbot):
    def press(dialog: RequestDialog) -> None:
        hands.enter()
        keep(dialog, hands, qtbot)
        assert dialog.isVisible()
        assert dialog.isAncestorOf(focused())
        assert dialog.form.five[0].message.startswith("Say who asks")

    meeting(RequestDialog, press, screen.primary)
    assert asked(desk) == []


def test_five_answers_and_ctrl_enter_keep_it(screen, hands, desk, qtbot):
    def press(dialog: RequestDialog) -> None:
        hands.type("cal")
        hands.press(Qt.Key.Key_Escape)
        hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        hands.type("example pol")
        hands.enter()  # goes on to the pupils
        hands.type("juno")
        hands.enter()
        hands.tab()
        hands.type("her address")
        hands.tab()
        hands.type("to find her")
        keep(dialog, hands, qtbot)

    meeting(RequestDialog, press, screen.primary)
    (made,) = asked(desk)
    assert made.asker.organisation == "example pol"
    assert (made.asked_for, made.purpose) == ("her address", "to find her")
    assert len(made.pupils) == 1


def test_tab_goes_through_the_five_then_the_rest_then_the_buttons(screen, hands):
    seen = []

    def press(dialog: RequestDialog) -> None:
        fields = {each.name: each for each in dialog.form.fields}
        for _ in range(len(fields) + 2):
            here = focused()
            name = next((n for n, each in fields.items() if each.isAncestorOf(here)), "")
            seen.append(name or ("save" if here is dialog.save else "cancel"))
            hands.tab()

    meeting(RequestDialog, press, screen.primary)
    rest = ["name", "post", "wanted_by", "power", "method", "tracking", "items", "note"]
    five = ["who", "pupils", "asked_for", "purpose", "received_on"]
    assert seen == [*five, *rest, "cancel", "save"]


def test_put_right_changes_only_what_was_typed(screen, hands, desk, qtbot):
    made = desk.asking.receive(a_request(), PAT)
    screen.arrive(request=int(made.id))
    settle(qtbot, screen.office)

    def press(dialog: RequestDialog) -> None:
        hands.tab(2)
        hands.press(Qt.Key.Key_End)
        hands.type(" and weight")
        keep(dialog, hands, qtbot)

    meeting(RequestDialog, press, screen.put_right)
    now = desk.asking.request(int(made.id)).record
    assert (now.asked_for, now.recipient) == ("Her height and weight", NURSE)
    assert now.purpose == made.purpose


def test_look_again_takes_a_typed_day_and_escape_takes_none(screen, hands, desk, qtbot):
    made = desk.asking.receive(a_request(wanted_by=None), PAT)
    screen.arrive(request=int(made.id))
    settle(qtbot, screen.office)

    meeting(LookAgain, lambda _: hands.press(Qt.Key.Key_Escape), screen._on_look_again)
    assert desk.asking.request(int(made.id)).record.wanted_by is None

    def press(_dialog: LookAgain) -> None:
        hands.type("fri")
        hands.enter()

    meeting(LookAgain, press, screen._on_look_again)
    day = desk.asking.request(int(made.id)).record.wanted_by
    assert day is not None
    assert day > desk.clock.today()


def test_a_message_in_a_low_window_does_not_flatten_the_fields(screen, hands, qtbot):
    def press(dialog: RequestDialog) -> None:
        before = [each.height() for each in dialog.form.rest]
        hands.type("example gaz")
        hands.press(Qt.Key.Key_Escape)
        hands.tab()
        hands.type("her address")
        hands.tab(3)
        hands.type("R Invented")
        keep(dialog, hands, qtbot)
        assert dialog.form.five[4].message
        assert [each.height() for each in dialog.form.rest] == before

    meeting(RequestDialog, press, screen.primary)
