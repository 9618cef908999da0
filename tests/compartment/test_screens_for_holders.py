"""In the window: whoever holds the key can seal, find, move and print; others see no trace."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QPushButton, QWidget

from sharebook.domain.disclosures import Disclosure
from sharebook.domain.names import Code
from sharebook.services.recording import FlowChoice
from sharebook.ui import fonts
from sharebook.ui.background import Background
from sharebook.ui.letters import give
from sharebook.ui.screens.answer.screen import AnswerScreen
from sharebook.ui.screens.log.screen import LogScreen
from sharebook.ui.screens.log.seal_dialog import SealDialog
from sharebook.ui.screens.pupils.screen import PupilsScreen
from sharebook.ui.screens.record.screen import RecordScreen
from sharebook.ui.theme import Theme
from tests.compartment.school import JUNO, POLICE, QUINN, a_referral
from tests.ui.answers import Answers
from tests.ui.peopled import an_office

pytestmark = pytest.mark.ui
Key = Qt.Key


@pytest.fixture(scope="module", autouse=True)
def theme(qapp):
    fonts.load()
    return Theme(qapp, "light")


@pytest.fixture
def background(qapp):
    made = Background()
    yield made
    made.close()


@pytest.fixture
def answers():
    return Answers()


@pytest.fixture
def open_screen(qtbot, background, answers):
    """Return a function that opens a screen for somebody's desk."""
    made = []

    def opened(kind, desk):
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(1150, 740)
        screen = kind(an_office(desk, background, answers, window))
        qtbot.addWidget(screen)
        screen.resize(1150, 740)
        screen.show()
        qtbot.waitExposed(screen)
        qtbot.waitUntil(lambda: not background.busy)
        made.append(screen)
        return screen

    yield opened
    for screen in made:  # the desks close before the windows do
        for timer in screen.findChildren(QTimer):
            timer.stop()
    qtbot.waitUntil(lambda: not background.busy)


def filled(screen):
    screen.form.choose(FlowChoice(POLICE, None, "Example Police", ""))
    screen.form.show_draft(a_referral(screen.office.desk, items=(Code("name"),)))


def test_the_form_offers_the_seal_to_holders_alone(open_screen, lead, office):
    theirs, ours = open_screen(RecordScreen, office), open_screen(RecordScreen, lead)

    assert theirs.form.seal is None
    assert not any("eal" in each.text() for each in theirs.findChildren(QCheckBox))
    assert ours.form.seal is not None
    assert ours.form.seal.isVisible()
    assert not ours.form.sealed
    assert ours.form.seal.minimumSizeHint().width() < 400  # at twice the text it still fits


def test_no_word_on_the_office_s_form_tells_of_it(open_screen, office):
    screen = open_screen(RecordScreen, office)

    words = " ".join(each.text() for each in screen.findChildren(QAbstractButton))

    assert "eal" not in words.replace("Deal", "")
    assert "ompartment" not in words


def test_a_ticked_entry_goes_into_the_sealed_log(open_screen, lead, sealed):
    screen = open_screen(RecordScreen, lead)
    filled(screen)

    screen.form.seal.tick.setFocus()
    QTest.keyClick(screen.form.seal.tick, Key.Key_Space)
    screen.primary()

    assert [each.record.number for each in sealed.register.current(Disclosure)] == [1]
    assert lead.register.count(Disclosure) == 3
    assert not screen.form.sealed  # the next one begins unsealed


def test_a_safeguarding_concern_is_sealed_unless_a_person_says_no(open_screen, lead):
    screen = open_screen(RecordScreen, lead)

    screen.form.show_draft(a_referral(lead))
    assert screen.form.sealed
    assert "safeguarding concern" in screen.form.seal.tick.accessibleDescription()

    screen.form.seal.tick.click()
    screen.form.show_draft(a_referral(lead, note="more"))
    assert not screen.form.sealed


def test_a_half_typed_form_comes_back_sealed(open_screen, lead):
    first = open_screen(RecordScreen, lead)
    filled(first)
    first.form.seal.tick.click()
    assert first.put_away()

    again = open_screen(RecordScreen, lead)

    assert again.form.sealed
    assert all(draft.sealed for draft in lead.drafting.waiting("record"))


def test_the_log_switches_for_holders_alone(open_screen, lead, sealed, office, qtbot):
    sealed.recording.save(a_referral(lead), QUINN)
    theirs, ours = open_screen(LogScreen, office), open_screen(LogScreen, lead)
    qtbot.waitUntil(lambda: len(ours.table.shown) == 3)
    assert theirs.part is None
    assert theirs.panel.move_button is None

    switch = ours.part.which.findChildren(QPushButton)[1]
    assert switch.text() == "Seale&d log"
    switch.click()

    qtbot.waitUntil(lambda: [line.said for line in ours.table.shown] == ["S1"])
    assert ours.save.isHidden()
    assert ours.part.notice.isVisible()


def sealed_entry(screen, qtbot, number=1):
    screen.arrive(entry=number, sealed=True)
    qtbot.waitUntil(lambda: screen.panel.isVisible() and screen.panel.shown.sealed)
    return screen.panel


def test_a_sealed_entry_opens_with_its_own_number(open_screen, lead, sealed, qtbot):
    sealed.recording.save(a_referral(lead), QUINN)
    screen = open_screen(LogScreen, lead)

    panel = sealed_entry(screen, qtbot)

    assert panel.heading.text() == "Entry S1"
    assert panel.move_button.isVisible()
    panel.put_right.emit(1)
    assert screen.office.go.been[-1] == ("record", {"correct": 1, "sealed": True})


def test_recording_from_the_sealed_log_is_sealed(open_screen, lead, sealed, qtbot):
    sealed.recording.save(a_referral(lead), QUINN)
    log, form = open_screen(LogScreen, lead), open_screen(RecordScreen, lead)
    sealed_entry(log, qtbot)

    log.primary()
    name, wanted = log.office.go.been[-1]
    form.arrive(**wanted)

    assert (name, wanted) == ("record", {"sealed": True})
    assert form.form.sealed


def test_every_letter_of_the_sealed_log_is_given_once(open_screen, lead, sealed, qtbot):
    sealed.recording.save(a_referral(lead), QUINN)
    screen = open_screen(LogScreen, lead)
    panel = sealed_entry(screen, qtbot)

    letters = give(screen)

    assert panel.move_button in letters.values()
    assert screen.part.print in letters.values()


def test_putting_a_sealed_entry_right_stays_in_the_sealed_log(open_screen, lead, sealed):
    sealed.recording.save(a_referral(lead), QUINN)
    screen = open_screen(RecordScreen, lead)

    screen.arrive(correct=1, sealed=True)
    assert screen.heading.text() == "Put right entry S1"
    assert not screen.form.seal.tick.isEnabled()
    screen.correcting.say("The hour was wrong")
    screen.primary()

    assert [row.entry.record.number for row in sealed.about(JUNO)] == [2]
    assert lead.register.count(Disclosure) == 3


def dialog_of(screen, qtbot, entry):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    made = SealDialog(window, screen.office, entry)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.reason.inner.hasFocus)
    return made


def test_moving_in_by_keyboard_asks_and_the_safe_answer_is_the_default(
    open_screen, lead, sealed, qtbot
):
    screen = open_screen(LogScreen, lead)
    screen.arrive(entry=1)
    qtbot.waitUntil(screen.panel.isVisible)
    dialog = dialog_of(screen, qtbot, screen.panel.shown)
    assert dialog.safe.isDefault()

    QTest.keyClick(dialog.reason.inner, Key.Key_Return)
    act: QWidget = dialog.act
    assert QApplication.focusWidget() is act
    assert sealed.register.count(Disclosure) == 0
    QTest.keyClick(act, Key.Key_Space)

    qtbot.waitUntil(lambda: dialog.said == "Moved: it is entry S1 now")
    assert lead.browsing.entry(1).mistake


def test_esc_moves_nothing(open_screen, lead, sealed, qtbot):
    sealed.recording.save(a_referral(lead), QUINN)
    screen = open_screen(LogScreen, lead)
    panel = sealed_entry(screen, qtbot)
    dialog = dialog_of(screen, qtbot, panel.shown)

    dialog.act.click()  # without a reason
    qtbot.waitUntil(lambda: bool(dialog.reason.message))
    QTest.keyClick(dialog, Key.Key_Escape)

    assert len(sealed.about(JUNO)) == 1


def test_one_child_s_sealed_entries_are_saved_as_a_paper(
    open_screen, lead, sealed, answers, qtbot, tmp_path
):
    sealed.recording.save(a_referral(lead), QUINN)
    screen = open_screen(LogScreen, lead)
    sealed_entry(screen, qtbot)
    answers.path = tmp_path / "Sealed log.pdf"

    screen.print_what_is_shown()

    qtbot.waitUntil(lambda: answers.path.exists() and not screen.office.background.busy)
    assert answers.path.read_bytes().startswith(b"%PDF")


def test_the_pupil_s_page_tells_holders_and_shows_the_way(open_screen, lead, sealed, office, qtbot):
    sealed.recording.save(a_referral(lead), QUINN)
    sealed.recording.save(a_referral(lead), QUINN)
    theirs, ours = open_screen(PupilsScreen, office), open_screen(PupilsScreen, lead)
    for screen in (theirs, ours):
        screen.arrive(pupil=JUNO)
        qtbot.waitUntil(lambda screen=screen: screen.page.isVisible())

    assert theirs.page.sealed is None
    qtbot.waitUntil(ours.page.sealed.isVisible)
    assert ours.page.sealed.said.text() == "2 sealed entries about this child"
    ours.page.sealed.show_button.click()
    assert ours.office.go.been[-1] == ("log", {"sealed": True, "pupil": JUNO})


def test_a_child_with_none_has_no_notice(open_screen, lead, qtbot):
    screen = open_screen(PupilsScreen, lead)

    screen.arrive(pupil=JUNO)
    qtbot.waitUntil(screen.page.isVisible)

    assert not screen.page.sealed.isVisible()


def test_before_answering_the_holder_is_told_and_the_call_note_is_not(
    open_screen, lead, sealed, office
):
    sealed.recording.save(a_referral(lead), QUINN)
    theirs, ours = open_screen(AnswerScreen, office), open_screen(AnswerScreen, lead)

    for screen in (theirs, ours):
        screen.show_child(JUNO)

    assert theirs.sealed is None
    assert ours.sealed.said.text() == "Check the sealed entries before answering (1)"
    assert ours.sealed.isVisible()
    assert ours.given == theirs.given
