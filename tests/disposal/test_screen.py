"""Keeping and disposing in the window, with the keyboard alone."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from sharebook.domain.disposal import Disposed
from sharebook.domain.holds import HoldReason
from sharebook.domain.pupils import Spell
from sharebook.services.disposing import Word
from sharebook.ui import fonts
from sharebook.ui.background import Background
from sharebook.ui.letters import give
from sharebook.ui.screens.answer.screen import AnswerScreen
from sharebook.ui.screens.disposal.dialogs import dispose_dialog, lift_dialog, years_dialog
from sharebook.ui.screens.disposal.hold_dialog import HoldDialog
from sharebook.ui.screens.disposal.screen import DisposalScreen
from sharebook.ui.theme import Theme
from tests.stories.hands import focused
from tests.ui.answers import Answers
from tests.ui.peopled import OTIS, PAT, an_office, peopled

pytestmark = pytest.mark.ui
Key = Qt.Key
LATER = datetime(2044, 9, 14, 10, 40, tzinfo=UTC)


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    fonts.load()
    return Theme(qapp, "light")


@pytest.fixture(autouse=True)
def swept(theme):
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(qtbot, theme):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1100, 700)
    return made


@pytest.fixture
def desk(tmp_path, clock):
    desk = peopled(tmp_path, clock)
    clock.moment = LATER
    yield desk
    desk.close()


@pytest.fixture
def office(desk, window, qapp):
    background = Background()
    yield an_office(desk, background, Answers(), window)
    background.close()


@pytest.fixture
def screen(office, qtbot) -> DisposalScreen:
    made = DisposalScreen(office)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    made.show()
    made.arrive()
    qtbot.waitUntil(lambda: made.facts is not None)
    return made


def again(screen, qtbot):
    screen.facts = None
    screen.refresh(frozenset({"*"}))
    qtbot.waitUntil(lambda: screen.facts is not None)


def shown(dialog, qtbot):
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.isActiveWindow() and QApplication.focusWidget() is not None)
    return dialog


def typed(field, words):
    assert isinstance(field.inner, QLineEdit)
    field.inner.selectAll()
    QTest.keyClicks(field.inner, words)


def test_a_leaver_whose_time_has_ended_is_listed_with_rule_and_source(screen):
    (row,) = screen.facts.due

    assert (row.due.what, row.due.number) == (Disposed.PUPIL, OTIS)
    assert row.what == "Otis Pretendby"
    assert screen.parts["due"].record == row
    assert screen.dispose_button.isEnabled()
    assert "month" in screen.facts.backups


def test_the_letters_and_the_arrow_keys_reach_everything(screen, qtbot):
    assert give(screen)["d"] is screen.dispose_button

    screen._turn("due", focus=False)
    for name, letter, wanted in (
        ("holds", "h", screen.hold_button),
        ("rules", "g", screen.years_button),
        ("disposals", "", None),
    ):
        QTest.keyClick(QApplication.focusWidget() or screen.choice, Key.Key_Right)
        assert screen.choice.value == name
        if wanted is not None:
            assert give(screen)[letter] is wanted


def test_enter_and_esc_keep_the_child(screen, office, window, desk, qtbot):
    row = screen.facts.due[0]
    for key in (Key.Key_Escape, Key.Key_Return):
        dialog = dispose_dialog(
            window, office, [row], [desk.disposing.propose(Disposed.PUPIL, OTIS)]
        )
        shown(dialog, qtbot)
        assert dialog.safe.isDefault()
        if key == Key.Key_Return:
            dialog.safe.setFocus()
        QTest.keyClick(focused(), key)
        assert dialog.result() == 0
    assert desk.disposing.disposals() == []


def test_from_the_keyboard_why_who_and_then_the_button(screen, office, window, desk, qtbot):
    proposal = desk.disposing.propose(Disposed.PUPIL, OTIS)
    dialog = shown(dispose_dialog(window, office, screen.facts.due[:1], [proposal]), qtbot)

    QTest.keyClick(focused(), Key.Key_Return)  # leads on; nothing is done
    assert dialog.fields["approved_by"].inner.hasFocus()
    QTest.keyClick(focused(), Key.Key_Return)
    assert dialog.act.hasFocus()
    QTest.keyClick(dialog.act, Key.Key_Space)
    assert "approved" in dialog.fields["approved_by"].message
    assert desk.disposing.disposals() == []

    typed(dialog.fields["approved_by"], "Theo Placeholder, head")
    dialog.act.setFocus()
    QTest.keyClick(dialog.act, Key.Key_Space)

    assert dialog.result() == 1
    (line,) = desk.disposing.disposals()
    assert line.record.because == "25 years from birth have passed"
    again(screen, qtbot)
    assert screen.facts.due == ()
    assert not screen.dispose_button.isEnabled()
    assert screen.parts["disposals"].record == line


def test_what_is_held_cannot_go_and_says_so(screen, desk, qtbot):
    desk.retaining.hold(HoldReason.LITIGATION, "the case of the lunch", PAT, pupil=OTIS)
    again(screen, qtbot)

    assert "a case is before a court" in screen.facts.due[0].held
    assert not screen.dispose_button.isEnabled()


def test_a_hold_is_put_and_lifted(screen, office, window, desk, qtbot):
    dialog = shown(HoldDialog(window, office), qtbot)
    QTest.keyClick(focused(), Key.Key_Return)
    assert "what the hold is about" in dialog.fields["note"].message
    QTest.keyClicks(dialog.note, "request of May")
    dialog.pupil.edit.setFocus()
    QTest.keyClicks(dialog.pupil.edit, "otis")
    dialog.save.click()
    assert "from the list" in dialog.fields["pupil"].message  # typed, and not chosen
    QTest.keyClick(dialog.pupil.edit, Key.Key_Down)
    QTest.keyClick(dialog.pupil.edit, Key.Key_Return)
    dialog.save.click()
    assert dialog.result() == 1
    (hold,) = desk.retaining.holds()
    assert hold.record.pupil == OTIS

    again(screen, qtbot)
    lift = shown(lift_dialog(window, office, screen.facts.holds[0]), qtbot)
    assert lift.safe.isDefault()
    typed(lift.fields["because"], "answered")
    lift.act.click()
    assert lift.result() == 1
    assert desk.retaining.holds() == []


def test_the_schools_own_years_go_over_the_shipped_ones(screen, office, window, desk, qtbot):
    dialog = shown(years_dialog(window, office, screen.facts.rules[0]), qtbot)
    typed(dialog.fields["years"], "soon")
    dialog.act.click()
    assert "whole number" in dialog.fields["years"].message
    typed(dialog.fields["years"], "30")
    typed(dialog.fields["authority"], "the governors")
    dialog.act.click()

    assert dialog.result() == 1
    rule = desk.retaining.rules()[0]
    assert (rule.years, rule.authority) == (30, "the governors")


def test_the_page_prints_the_list_to_sign_or_the_register(screen, office):
    went = []
    object.__setattr__(office, "go", lambda name, **wanted: went.append((name, wanted)))
    screen.print_what_is_shown()
    screen._turn("disposals")
    screen.print_what_is_shown()

    assert went == [("reports", {"kind": "disposal-list"}), ("reports", {"kind": "disposals"})]


def test_after_a_yes_the_page_clears_the_last_traces_away_from_the_window(screen, desk, qtbot):
    screen._ask = lambda *_: bool(
        desk.disposing.blank(
            [(Disposed.PUPIL, OTIS)], Word("its time has ended", "the head", PAT, desk.role)
        )
    )
    screen.primary()

    qtbot.waitUntil(lambda: not desk.register.owes_a_sweep())
    qtbot.waitUntil(lambda: not screen.office.background.busy)
    assert [each.record.pupil for each in desk.disposing.disposals()] == [OTIS]


def test_a_whole_years_leavers_go_with_one_word(screen, office, window, desk, qtbot):
    with desk.register.writing(PAT) as writer:
        for each in desk.register.current(Spell):
            if each.record.last_day is None:
                writer.add(replace(each.record, last_day=date(2027, 7, 20)), each.seq)
    again(screen, qtbot)
    screen.parts["due"].table.selectAll()
    rows = screen.parts["due"].records
    assert len(rows) == 3
    assert screen.dispose_button.isEnabled()

    proposals = [desk.disposing.propose(each.due.what, each.due.number) for each in rows]
    dialog = shown(dispose_dialog(window, office, rows, proposals), qtbot)
    assert "the records of 3 children" in dialog.windowTitle()
    typed(dialog.fields["approved_by"], "Theo Placeholder, head")
    dialog.act.click()

    assert len(desk.disposing.disposals()) == 3


def test_an_answer_page_that_showed_the_child_shows_nobody_afterwards(office, desk, qtbot):
    page = AnswerScreen(office)
    qtbot.addWidget(page)
    page.show_child(OTIS)
    assert page.given is not None

    desk.disposing.dispose(
        Disposed.PUPIL, OTIS, Word("its time has ended", "the head", PAT, desk.role)
    )
    page.refresh(frozenset({"pupil"}))

    assert page.pupil is None
    assert page.given is None
