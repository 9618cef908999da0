"""People and keys with the keyboard alone, on a real register with real keys."""

from contextlib import closing
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.opening import access_with_recovery, open_register
from sharebook.bootstrap.people import people
from sharebook.domain.errors import Refused
from sharebook.services.enrolling import NewPupil
from sharebook.ui.app import Program
from sharebook.ui.dialogs.question import QuestionDialog
from sharebook.ui.finding.found import find
from sharebook.ui.screens.people.add_form import AddForm
from sharebook.ui.screens.people.screen import People
from sharebook.ui.shell import Shell
from tests.stories.hands import Hands, focused
from tests.ui.answers import Answers
from tests.ui.keyed import (
    ANOTHER,
    LONG,
    PASSPHRASES,
    PAT,
    QUINN,
    THEO,
    at_the_door,
    code,
    folder,
    form_of,
    hands,
    names,
    on_people,
    opens,
    page,
    page_of,
    quick,
    template,
    the,
    told,
    two_times,
    unlocked,
)

__all__ = ["code", "folder", "hands", "page", "quick", "template"]  # fixtures
pytestmark = [pytest.mark.ui, pytest.mark.slow]
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
NEW = "Robin Standin"


@pytest.fixture
def program(qtbot, qapp: QApplication, tmp_path, answers, folder, quick):
    made = Program(qapp, tmp_path / "settings", answers)
    at_the_door(qtbot, made, folder)
    yield made
    made.close()
    made.window.close()


def again(qtbot, program: Program, old: People) -> People:
    """Return the page of the window that opened the register anew."""
    qtbot.waitUntil(lambda: the(Shell, program.window.open).here is not old, timeout=LONG)
    page = the(People, the(Shell, program.window.open).here)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.overview.table)
    return page


def enrol(desk: Desk) -> None:
    day = date(2026, 9, 1)
    desk.enrolling.enrol(NewPupil("Sampleton", "Mo", date(2019, 3, 14), "2", first_day=day), PAT)


# ------------------------------------------------------------------------- the list


@pytest.mark.parametrize("typed", ["people", "passphrase", "recovery sheet"])
def test_ctrl_k_finds_the_page(page, typed):
    assert "people" in [each.name for each in find(page.office.desk, typed)]


def test_the_list_says_who_may_do_what(page: People, hands: Hands):
    assert [each.name for each in page.overview.table.shown] == [PAT, THEO, QUINN]
    assert not page.overview.person.off.isVisible()  # nobody takes themselves off

    hands.press(Key.Key_Down)

    assert page.overview.person.name.text() == THEO
    assert page.overview.person.off.isVisible()


def test_who_only_reads_is_offered_nothing_but_their_own_passphrase(
    qtbot, folder, background, answers
):
    page = page_of(qtbot, folder, background, answers, QUINN)
    overview = page.overview

    for each in (page.add_button, overview.person.off, overview.sheet.prove, overview.sheet.anew):
        assert not each.isVisible()
    assert overview.change.isVisible()
    page.primary()
    assert page.form is None
    page.office.desk.close()


# ------------------------------------------------------------------------- adding


def test_somebody_is_added_and_opens_the_register(qtbot, page, hands, folder):
    form = form_of(qtbot, page, "add")
    assert focused() is form.named.inner
    hands.type(NEW)
    hands.tab()
    hands.press(Key.Key_End)
    hands.tab(2)
    two_times(hands, ANOTHER)
    hands.enter()

    qtbot.waitUntil(lambda: page.form is None, timeout=LONG)
    assert [(each.name, each.role) for each in people(folder)][-1] == (NEW, "dpo")
    assert told(page) == f"{NEW} can open the register from now on."
    assert opens(folder, NEW, ANOTHER)
    assert form.new.typed.text() == ""


@pytest.mark.parametrize(
    ("first", "second"), [("abc", "abc"), (ANOTHER, "something quite different")]
)
def test_a_weak_or_mistyped_passphrase_adds_nobody(qtbot, page, hands, folder, first, second):
    form = form_of(qtbot, page, "add")
    hands.type(NEW)
    hands.tab(3)
    hands.type(first)
    hands.enter()
    hands.type(second)
    hands.enter()

    assert form.new.field.message or form.new.second.message
    assert NEW not in names(folder)
    assert not form.running


def test_a_name_that_is_there_already_is_told_under_it(qtbot, page, hands, folder):
    form = form_of(qtbot, page, "add")
    hands.type(THEO.upper())
    hands.tab(3)
    two_times(hands, ANOTHER)
    hands.enter()

    qtbot.waitUntil(lambda: bool(form.named.message), timeout=LONG)
    assert len(names(folder)) == 3
    assert form.new.typed.text() == ANOTHER  # nothing typed is lost


def test_nobody_is_added_twice_by_pressing_twice(qtbot, page, hands, folder):
    form = form_of(qtbot, page, "add")
    hands.type(NEW)
    hands.tab(3)
    two_times(hands, ANOTHER)
    hands.enter()
    form.go()
    page.leave()

    assert len(page.office.background._jobs) == 1
    assert page.form is form  # Esc waits too
    qtbot.waitUntil(lambda: page.form is None, timeout=LONG)
    assert names(folder).count(NEW) == 1


def test_going_back_forgets_what_was_typed(qtbot, page, hands, folder):
    form = form_of(qtbot, page, "add")
    hands.type(NEW)
    page.leave()

    assert page.form is None
    assert form.person.name == ""
    assert focused() is page.overview.table
    assert NEW not in names(folder)


# ------------------------------------------------------------------------- taking off


def press_in_dialog(program: Program, key: Qt.Key, seen: list[QuestionDialog]) -> None:
    """Press `key` in the dialog that is about to open, once it has the keyboard."""
    timer = QTimer(program, interval=10)

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QuestionDialog) or not dialog.safe.hasFocus():
            return
        timer.stop()
        seen.append(dialog)
        assert dialog.safe.isDefault()
        QTest.keyClick(dialog.safe, key)

    timer.timeout.connect(press)
    timer.start()


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Escape])
def test_the_safe_answer_keeps_them(qtbot, qapp, tmp_path, folder, hands, quick, key):
    program = Program(qapp, tmp_path / "settings")  # with real dialogs
    at_the_door(qtbot, program, folder)
    unlocked(qtbot, program, hands, PAT, PASSPHRASES[PAT])
    page = on_people(qtbot, program)
    hands.press(Key.Key_Down)
    hands.enter()
    assert focused() is page.overview.person.off
    seen: list[QuestionDialog] = []
    press_in_dialog(program, key, seen)

    hands.enter()

    assert len(seen) == 1
    assert THEO in names(folder)
    assert not page.office.background.busy
    program.close()
    program.window.close()


def test_somebody_taken_off_is_shut_out_and_nobody_else_notices(
    qtbot, program, hands, folder, answers, code
):
    answers.agree = True
    unlocked(qtbot, program, hands, PAT, PASSPHRASES[PAT])
    page = on_people(qtbot, program)
    before = program.desk.access.database
    elsewhere = open_register(folder, PAT, PASSPHRASES[PAT])  # another window
    hands.press(Key.Key_Down)
    hands.enter()
    hands.enter()

    page = again(qtbot, program, page)
    assert answers.asked[-1].safe == "Keep them"
    assert told(page) == f"{THEO} cannot open the register any more. It has a new key."
    assert names(folder) == [PAT, QUINN]
    assert program.desk.access.database != before
    enrol(program.desk)  # and writing goes on
    with closing(elsewhere), pytest.raises(Refused, match="register_moved_on"):
        enrol(elsewhere)
    assert not opens(folder, THEO, PASSPHRASES[THEO])
    assert opens(folder, QUINN, PASSPHRASES[QUINN])
    access_with_recovery(folder, code)


def test_what_cannot_be_is_told_and_changes_nothing(qtbot, page, hands, folder, answers: Answers):
    answers.agree = True
    keys_file = folder / "register.keys"
    kept = keys_file.read_bytes()
    hands.press(Key.Key_Down)
    hands.enter()
    keys_file.write_bytes(kept[:-20])
    hands.enter()
    qtbot.waitUntil(lambda: bool(answers.told), timeout=LONG)
    keys_file.write_bytes(kept)

    assert page.overview.person.off.isEnabled()
    assert names(folder) == [PAT, THEO, QUINN]


def test_ctrl_enter_adds_and_esc_goes_back(qtbot, program, hands, folder):
    unlocked(qtbot, program, hands, PAT, PASSPHRASES[PAT])
    page = on_people(qtbot, program)
    hands.press(Key.Key_Return, CTRL)
    form = the(AddForm, page.form)
    qtbot.waitUntil(form.named.inner.hasFocus)

    hands.press(Key.Key_Escape)

    assert page.form is None
    assert focused() is page.overview.table
