"""Locking: what is half-typed comes back, nothing of the register stays in sight or in memory."""

import gc
import shutil
import weakref
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from sharebook.domain.errors import Trouble
from sharebook.ui import clipboard
from sharebook.ui.app import Program
from sharebook.ui.dialogs.keys import KeysDialog
from sharebook.ui.dialogs.settings import SettingsDialog
from sharebook.ui.screens.unlock.screen import Unlock
from sharebook.ui.session_lock import Away
from sharebook.ui.shell import Shell
from sharebook.ui.widgets.toast import Toast
from tests.conftest import StillClock
from tests.services.backups.backed_up import make, opened, private_place

pytestmark = [pytest.mark.ui, pytest.mark.slow]


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    monkeypatch.setattr("sharebook.bootstrap.draft_box.default_place", lambda: tmp_path / "own")
    return private_place(monkeypatch, tmp_path / "own")


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    folder = tmp_path_factory.mktemp("school") / "Example Lane.sharebook"
    make(folder, StillClock(datetime(2026, 9, 14, 10, 40, tzinfo=UTC)))
    return folder


@pytest.fixture
def folder(tmp_path, made_once):
    own = tmp_path / made_once.name
    shutil.copytree(made_once, own)
    return own


@pytest.fixture
def program(qtbot, qapp, tmp_path, answers, folder, clock):
    made = Program(qapp, tmp_path / "settings", answers)
    made.theme.choose("light")
    made.window.show()
    qtbot.waitUntil(lambda: made._sentry is not None)
    made.enter(opened(folder, clock))
    yield made
    made.close()
    made.window.close()


def shell_of(program: Program) -> Shell:
    assert program.shell is not None
    return program.shell


def here(program: Program) -> Any:
    return shell_of(program).here


def at_record(program):
    shell_of(program).go("record")
    return here(program)


def seen(program) -> list[QWidget]:
    """Return what lies over the page of the window."""
    return [
        each
        for each in program.window.findChildren(QWidget)
        if each.parentWidget() is program.window
        and each not in program.window._own
        and each.isVisible()
    ]


def sweep():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def test_the_form_and_its_page_come_back_after_unlocking(program, folder, clock):
    screen = at_record(program)
    QTest.keyClicks(screen.form.five.purpose, "so that she is meas")

    program.lock()
    program.enter(opened(folder, clock))

    again = here(program)
    assert again.name == "record"
    assert again.form.five.purpose.text() == "so that she is meas"


def test_somebody_else_begins_on_today_with_an_empty_form(program, folder, clock, monkeypatch):
    screen = at_record(program)
    QTest.keyClicks(screen.form.five.purpose, "so that she is meas")
    program.lock()

    desk = opened(folder, clock)
    monkeypatch.setattr(type(desk), "person", property(lambda _desk: "Rowan Placeholder"))
    monkeypatch.setattr("sharebook.bootstrap.draft_box._box", _box_of(desk, "Rowan Placeholder"))
    program.enter(desk)

    assert here(program).name == "today"
    assert at_record(program).form.five.purpose.text() == ""


def _box_of(desk, person):
    from sharebook.bootstrap.draft_box import drafts_folder
    from sharebook.vault.drafts import DraftBox

    access = desk.access
    where, key = drafts_folder(access.register_id), access.data_key
    return lambda _access, _person: DraftBox(where, access.register_id, person, key, key)


def test_closing_keeps_what_is_half_typed(program, folder, clock):
    screen = at_record(program)
    QTest.keyClicks(screen.form.five.purpose, "so that she is meas")

    program.close()

    desk = opened(folder, clock)
    assert [draft.kind for draft in desk.drafting.waiting()] == ["record"]
    desk.close()


def test_larger_text_keeps_what_is_half_typed(program):
    screen = at_record(program)
    QTest.keyClicks(screen.form.five.purpose, "so that she is meas")

    program.use(program.settings.__class__(size=125))

    assert here(program) is not screen
    assert here(program).form.five.purpose.text() == "so that she is meas"


def look_around(program) -> list[Any]:
    """Open the large pages and return weak references to all that holds the register."""
    shell = shell_of(program)
    for name in ("answer", "record", "pupils", "recipients", "log"):
        shell.go(name)
    shell.office.toast.say("Entry 3 saved", lambda: shell.office.desk)
    desk = program.desk
    parts = (shell, desk, desk.register, desk.book, desk.drafting, *shell._screens.values())
    return [weakref.ref(part) for part in parts]


def test_nothing_of_the_register_is_left_to_see_or_to_find(qtbot, program):
    left = look_around(program)

    program.lock()

    qtbot.waitUntil(lambda: not program.background.busy, timeout=20_000)
    sweep()
    assert sum(part() is not None for part in left) == 0
    assert seen(program) == []
    assert program.window.findChildren(Toast) == []


def test_a_dialog_does_not_stand_over_the_door(qtbot, program):
    again = QTimer(program, interval=50)  # as the sentry does, while work is under way
    again.timeout.connect(program._sentry.left)
    again.start()

    KeysDialog(program.window).exec()

    qtbot.waitUntil(lambda: isinstance(program.window.open, Unlock))
    assert QApplication.activeModalWidget() is None
    assert seen(program) == []


@pytest.mark.parametrize("away", list(Away))
def test_it_locks_with_the_computer_and_minds_no_second_message(qtbot, program, away):
    program._sentry._session.away.emit(away)
    program._sentry._session.away.emit(away)

    qtbot.waitUntil(lambda: isinstance(program.window.open, Unlock))
    assert program.desk is None
    program._sentry._session.away.emit(away)
    assert isinstance(program.window.open, Unlock)


def test_logging_off_keeps_what_is_half_typed(qapp, program):
    screen = at_record(program)
    QTest.keyClicks(screen.form.five.purpose, "so that she is meas")

    program._sentry.logs_off.emit()

    assert len(program.desk.drafting.waiting()) == 1


def test_the_clipboard_is_cleared_of_what_came_from_here(program):
    clipboard.copy("Juno Sampleton\t4 Kingfisher")
    program.lock()

    assert QGuiApplication.clipboard().text() == ""


def test_the_clipboard_of_another_program_is_left_alone(program):
    clipboard.copy("Juno Sampleton")
    QGuiApplication.clipboard().setText("a shopping list")
    program.lock()

    assert QGuiApplication.clipboard().text() == "a shopping list"


def test_a_form_that_cannot_be_kept_is_asked_about(qtbot, program, answers, monkeypatch):
    screen = at_record(program)
    qtbot.waitUntil(lambda: not program.background.busy, timeout=20_000)
    QTest.keyClicks(screen.form.five.purpose, "so that she is meas")

    def full(*_args, **_more):
        raise Trouble("draft_not_kept", reason="No space left on device")

    monkeypatch.setattr(type(program.desk.drafting), "keep", full)
    shell_of(program).lock.emit()
    assert program.desk is not None
    assert not program.window.close()
    assert [question.title for question in answers.asked] == [
        "Lock, and lose what is half-typed?",
        "Close, and lose what is half-typed?",
    ]

    answers.agree = True
    shell_of(program).lock.emit()

    assert program.desk is None


def test_settings_can_be_taken_back(qtbot, program, monkeypatch):
    def choose(dialog):
        dialog.size_of_text.choose(150)
        dialog.minutes.choose(15)
        return 1

    monkeypatch.setattr(SettingsDialog, "exec", choose)
    shell_of(program).settings.emit()
    assert (program.settings.size, program._sentry.idle.minutes) == (150, 15)
    assert shell_of(program).status._lock.text() == "Locks after 15 minutes, or Ctrl L"

    shell_of(program).office.toast.undo_last()

    assert (program.settings.size, program.settings.lock_minutes) == (100, 5)
    assert shell_of(program).status._lock.text() == "Locks after 5 minutes, or Ctrl L"
    assert program._sentry.idle.minutes == 5


def test_settings_left_as_they_were_offer_no_undo(program, monkeypatch):
    monkeypatch.setattr(SettingsDialog, "exec", lambda _dialog: 1)
    shell_of(program).settings.emit()

    assert shell_of(program).office.toast.isHidden()
