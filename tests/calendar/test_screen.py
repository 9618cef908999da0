"""The calendar in the window, with the keyboard alone."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from sharebook.domain.disclosures import Receipt
from sharebook.domain.school_dates import SchoolDate
from sharebook.ui import fonts
from sharebook.ui.background import Background
from sharebook.ui.screens.calendar.dates_dialog import DatesDialog
from sharebook.ui.screens.calendar.screen import CalendarScreen
from sharebook.ui.screens.calendar.take_out_dialog import TakeOutDialog
from sharebook.ui.screens.today.chase_dialog import ChaseDialog
from sharebook.ui.screens.today.screen import Today
from sharebook.ui.theme import Theme
from tests.calendar.conftest import COPY, TERMS
from tests.stories.hands import focused
from tests.ui.answers import Answers
from tests.ui.peopled import an_office

pytestmark = pytest.mark.ui
Key = Qt.Key


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
def office(desk, window, qapp):
    background = Background()
    yield an_office(desk, background, Answers(), window)
    background.close()


@pytest.fixture
def screen(office, qtbot) -> CalendarScreen:
    made = CalendarScreen(office)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    made.show()
    made.activateWindow()
    made.arrive()
    qtbot.waitUntil(lambda: made.facts is not None and made.isActiveWindow())
    return made


def press(key, *, how=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(focused(), key, how)


def shown(dialog, qtbot):
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.isActiveWindow() and QApplication.focusWidget() is not None)
    return dialog


def test_arrows_walk_the_months_and_enter_goes_to_the_list(screen, office):
    assert screen.month.first.month == 10
    press(Key.Key_Right)
    assert screen.month.first.month == 11
    press(Key.Key_Home)
    assert screen.month.first.month == 9
    press(Key.Key_Left)
    assert screen.month.first.month == 9
    press(Key.Key_Right)
    press(Key.Key_Return)
    assert screen.returns.hasFocus()


def test_the_month_says_what_is_recorded_and_what_is_overdue(screen):
    assert (screen.month.done, screen.month.late) == (1, 1)
    card = screen.months.cards[screen.months.place]
    assert card.accessibleName() == "Oct 2026: 1 overdue"
    assert "no terms typed" in card.accessibleDescription()
    assert screen.assumed.isVisible()


def test_record_it_opens_the_form_for_that_sharing_and_a_recorded_one_its_entry(screen, office):
    screen.returns.setFocus()
    assert screen.record_button.isVisible()  # the first that is still to do is chosen
    press(Key.Key_Return)
    assert office.go.been[-1] == ("record", {"flow": COPY, "due": True})
    press(Key.Key_Up)
    press(Key.Key_Return)
    assert office.go.been[-1][0] == "log"


def test_another_year_is_read_anew(screen, qtbot):
    screen.years.findChildren(QPushButton)[1].setFocus()
    press(Key.Key_Right)
    qtbot.waitUntil(lambda: screen.facts.year == screen.year)
    assert screen.facts.months[0].first.year == 2027


def test_dates_are_seen_before_ctrl_enter_keeps_them(office, window, qtbot, desk):
    dialog = shown(DatesDialog(window, office), qtbot)
    assert not dialog.add.isEnabled()
    dialog.text.setPlainText(TERMS + "\nwhat is this")
    assert dialog.table.model().rowCount() == 7
    assert "what is this" in dialog.unread.text()
    assert desk.register.count(SchoolDate) == 0
    press(Key.Key_Return, how=Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == DatesDialog.DialogCode.Accepted
    assert desk.register.count(SchoolDate) == 7


def test_esc_keeps_nothing(office, window, qtbot, desk):
    dialog = shown(DatesDialog(window, office), qtbot)
    dialog.text.setPlainText(TERMS)
    press(Key.Key_Escape)
    assert dialog.result() == DatesDialog.DialogCode.Rejected
    assert desk.register.count(SchoolDate) == 0


def test_taking_out_asks_why_and_enter_alone_does_nothing(office, window, qtbot, typed):
    date = typed.calendar.dates()[0].record
    dialog = shown(TakeOutDialog(window, office, date), qtbot)
    press(Key.Key_Return)
    assert dialog.act.hasFocus()
    press(Key.Key_Return)
    assert dialog.because.message
    QTest.keyClicks(dialog.because.inner, "it moved")
    dialog.act.setFocus()
    press(Key.Key_Return)
    assert dialog.result() == TakeOutDialog.DialogCode.Accepted


@pytest.fixture
def today(office, qtbot):
    made = Today(office)
    qtbot.addWidget(made)
    made.show()
    return made


def named(page, words):
    found = page.findChildren(QPushButton)
    return next(each for each in found if each.accessibleName().startswith(words))


def test_today_notes_a_receipt_and_takes_it_back(today, office, desk, qtbot):
    number = next(due.number for due in desk.reviewing.due() if due.code == "receipt_missing")
    QTest.keyClick(named(today, "Received: "), Key.Key_Return)
    assert desk.recording.entry(number).record.receipt is Receipt.RECEIVED
    office.toast.undo_last()
    assert desk.recording.entry(number).record.receipt is Receipt.EXPECTED


def test_today_notes_that_the_office_asked_again(today, desk, qtbot):
    asked = []

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ChaseDialog)
        asked.append(dialog.safe.isDefault())
        dialog.otherwise.click()

    QTimer.singleShot(0, choose)
    QTest.keyClick(named(today, "Ask again: "), Key.Key_Return)
    assert asked == [True]
    assert "receipt_asked" in [due.code for due in desk.reviewing.due()]


def test_a_letter_that_asks_is_kept_as_a_pdf_and_noted(today, office, desk, qtbot, tmp_path):
    number = next(due.number for due in desk.reviewing.due() if due.code == "receipt_missing")
    kept = tmp_path / "letter.pdf"
    office.ask.path = kept

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ChaseDialog)
        dialog.save.click()

    QTimer.singleShot(0, choose)
    QTest.keyClick(named(today, "Ask again: "), Key.Key_Return)
    qtbot.waitUntil(kept.exists)

    assert kept.read_bytes().startswith(b"%PDF")
    assert len(desk.chasing.waits(number)[1]) == 1


def test_today_opens_the_form_for_a_return_and_the_calendar(today, office):
    QTest.keyClick(named(today, "Record it: "), Key.Key_Return)
    assert office.go.been[-1][0] == "record"
    QTest.keyClick(today.calendar, Key.Key_Return)
    assert office.go.been[-1][0] == "calendar"
