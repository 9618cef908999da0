"""Recording a disclosure: the flow fills the rest, the law advises, and little is typed."""

import time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from sharebook.domain.cohorts import Cohort
from sharebook.domain.disclosures import Decision, Disclosure
from sharebook.domain.names import Code, PupilId
from sharebook.domain.recorded import known_at
from sharebook.ui.main_window import MainWindow
from sharebook.ui.screens.record.item_choices import ItemChoices, own
from sharebook.ui.shell import Shell
from sharebook.ui.telling import Telling
from sharebook.ui.widgets.toast import Toast
from tests.stories.hands import focused
from tests.stories.small_school import make_school

Key = Qt.Key


@pytest.fixture
def desk(tmp_path):
    made = make_school(tmp_path / "Example Lane Primary School.sharebook")
    yield made
    made.close()


@pytest.fixture
def shell(qtbot, desk, background, answers):
    window = MainWindow()
    qtbot.addWidget(window)
    made = Shell(desk, background, answers, Telling(answers), Toast(window))
    window.put(made)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    made.go("record")
    screen: Any = made.here
    qtbot.waitUntil(lambda: QApplication.focusWidget() is screen.form.five.recipient.edit)
    return made


@pytest.fixture
def screen(shell):
    return shell.here


def press(key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(focused(), key, held)


def pick(text):
    QTest.keyClicks(focused(), text)
    press(Key.Key_Return)


def fill(pupils="kingfisher", flow="nurse height"):
    pick(flow)
    press(Key.Key_Tab)
    pick(pupils)


def entries(desk):
    return known_at(desk.register.current(Disclosure), None)


def codes(screen):
    return [block.finding.code for block in screen.law.warnings]


def test_the_flow_fills_the_rest(screen):
    pick("nurse height")

    draft = screen.form.draft
    assert draft.purpose == "for the height and weight checks"
    assert draft.items == ("name", "dob", "address")
    assert (draft.basis.lawful_basis, draft.heading, draft.method) == ("A6_E", "PI", "portal")


def test_two_questions_and_ctrl_enter_record_a_class(desk, screen):
    fill()
    screen.primary()

    entry = entries(desk)[-1]
    assert entry.number == 3
    assert entry.cohort == Cohort.of([PupilId(1), PupilId(3), PupilId(4)])
    assert screen.form.draft.recipient is None


def test_a_saved_entry_says_its_number_and_the_way_to_it(screen):
    fill()
    screen.primary()

    assert screen._toast.accessibleName() == "Entry 3 saved"
    assert screen._toast._back.text().strip() == "Show it in the log"


def test_a_child_of_a_chosen_class_is_offered_to_be_left_out(desk, screen):
    fill()
    pick("bea")

    assert [it.words for it in screen.form.five.pupils.choices][-1] == "except Bea Exampleby"
    assert screen.form.draft.pupils == (1, 3)


def test_a_name_is_found_without_its_accents(screen):
    press(Key.Key_Tab)
    pick("eniola")

    assert screen.form.draft.pupils == (5,)


def test_health_asks_for_a_second_condition_and_one_click_gives_it(qtbot, screen):
    fill()
    press(Key.Key_Tab)
    pick("allerg")
    qtbot.waitUntil(lambda: "special_needs_condition" in codes(screen))
    warned = [it.words for it in screen.form.five.items.choices if it.warning]
    screen.law.warnings[0].use.click()

    assert warned == ["Allergy or intolerance"]
    basis = screen.form.draft.basis
    assert (basis.condition, basis.schedule1) == ("A9_H", "SCH1_2")
    assert "special_needs_condition" not in codes(screen)
    assert not any(it.warning for it in screen.form.five.items.choices)


def test_see_others_lists_the_catalogues_rows(qtbot, screen):
    fill()
    press(Key.Key_Tab)
    pick("allerg")
    qtbot.waitUntil(lambda: bool(codes(screen)))
    block = screen.law.warnings[0]
    other = block.list.findData("A9_G")
    block.list.setCurrentIndex(other)
    block.list.activated.emit(other)

    assert screen.form.draft.basis.condition == "A9_G"


def test_advice_keeps_the_caret_and_half_typed_words(qtbot, screen):
    fill()
    press(Key.Key_Tab)
    pick("allerg")
    QTest.keyClicks(focused(), "atten")
    qtbot.waitUntil(lambda: "special_needs_condition" in codes(screen))

    assert screen.form.five.items.edit.text() == "atten"
    assert QApplication.focusWidget() is screen.form.five.items.edit


def test_advice_follows_within_a_hundred_and_fifty_milliseconds(qtbot, screen):
    fill()
    begun = time.perf_counter()
    screen._advise()
    computed = (time.perf_counter() - begun) * 1000

    assert screen._pause.interval() + computed < 150


def test_facts_that_hold_stand_after_the_warnings(qtbot, screen):
    fill()
    pick("bea")
    qtbot.waitUntil(lambda: len(screen.law.facts) == 3)

    assert [fact.title for fact in screen.law.facts] == [
        "Lawful basis: public task",
        "The notice names this recipient",
        "Bea Exampleby is left out",
    ]
    assert [gap.code for gap in screen.law.gaps] == ["decider_unnamed"]


def test_a_missing_answer_is_said_under_its_field(desk, screen):
    pick("nurse height")
    screen.primary()

    assert screen.form.fields[1].message == "Say which pupils it was about."
    assert len(entries(desk)) == 2


def test_a_shut_out_child_stops_the_entry_under_pupils(desk, screen):
    fill("bea", "plates")
    screen.primary()

    assert screen.form.fields[1].message.startswith("Bea Exampleby must not be shared")
    assert len(entries(desk)) == 2


def test_the_complaint_goes_when_the_field_is_put_right(screen):
    pick("nurse height")
    screen.primary()
    pick("otis")

    assert screen.form.fields[1].message == ""


def test_a_refusal_asks_why(desk, screen):
    fill()
    rest = screen.form.rest
    rest.decision.choose(Decision.REFUSED)
    rest.decision.activated.emit(rest.decision.currentIndex())
    screen.primary()
    assert len(entries(desk)) == 2
    assert rest.reason.isVisible()

    rest.reason.setText("The nurse did not need it.")
    screen.primary()

    entry = entries(desk)[-1]
    assert (entry.decision, entry.reason) == (Decision.REFUSED, "The nurse did not need it.")


def test_consent_is_asked_for_only_where_the_basis_rests_on_it(qtbot, screen):
    fill()
    assert not screen.form.rest.consent.isVisible()
    from sharebook.ui.screens.record.law_blocks import Wanted

    screen._on_wanted(Wanted("lawful_basis", Code("A6_A")))

    assert screen.form.rest.consent.isVisible()
    assert codes(screen)[0] == "no_live_consent"


def test_save_and_do_another_keeps_all_but_the_children(desk, screen):
    fill("otis")
    screen.save_more.click()

    assert screen.form.draft.pupils == ()
    assert screen.form.draft.purpose == "for the height and weight checks"
    assert QApplication.focusWidget() is screen.form.five.pupils.edit
    pick("juno")
    screen.primary()
    assert [entry.number for entry in entries(desk)] == [1, 2, 3, 4]


def test_throw_away_can_be_undone(screen):
    fill()
    before = screen.form.draft
    screen.throw.click()
    assert screen.form.draft.recipient is None
    screen.office.toast.undo_last()

    assert screen.form.draft == before


def test_same_as_last_time_fills_everything_but_the_day(desk, screen):
    screen.again.click()

    last = desk.recording.last()
    draft = screen.form.draft
    assert (draft.recipient, draft.purpose, draft.pupils) == (last.recipient, last.purpose, (1,))
    assert draft.day == desk.clock.today()


def test_own_words_stand_beside_the_items_in_the_description(desk):
    said = ItemChoices(desk.catalogues.items).said(["name", own("two reading samples").value])

    assert said == (("name",), "Full name, two reading samples")


def test_typed_names_and_askers_are_kept(desk, screen):
    fill()
    screen.form.rest.decided_by.edit.setText("Theo Placeholder")
    screen.form.rest.asker.setText("Nia Invented, school nurse, NHS")
    screen.primary()

    entry = entries(desk)[-1]
    assert entry.decided_by == "Theo Placeholder"
    assert (entry.asker.name, entry.asker.post, entry.asker.organisation) == (
        "Nia Invented",
        "school nurse",
        "NHS",
    )


def test_another_screen_may_hand_over_a_child_and_a_flow(shell):
    shell.go("record", pupil=PupilId(3), flow=2)

    draft = shell.here.form.draft
    assert (draft.pupils, draft.flow) == ((3,), 2)


def test_an_entry_is_put_right_with_a_reason_and_both_are_kept(desk, shell):
    shell.go("record", correct=1)
    screen = shell.here
    assert screen.heading.text() == "Put right entry 1"
    screen.primary()
    assert screen.correcting.message == "Say what was wrong with the first entry. Both are kept."

    screen.correcting.inner.setText("It went by post.")
    screen.primary()

    assert desk.recording.entry(1).superseded_by is not None
    assert desk.recording.entry(3).reason == "It went by post."
    assert screen.heading.text() == "Record a disclosure"
    assert not screen.correcting.isVisible()


def test_an_entry_of_the_log_can_be_done_again(shell):
    shell.go("record", again=2)

    assert shell.here.form.draft.purpose == "for the sports day page"
    assert shell.here.form.draft.pupils == (1,)


def test_no_alt_letter_is_used_twice(qtbot, screen):
    fill()
    press(Key.Key_Tab)
    pick("allerg")
    qtbot.waitUntil(lambda: bool(codes(screen)))
    widgets = [*screen.findChildren(QAbstractButton), *screen.findChildren(QLabel)]
    labels = [each for each in widgets if isinstance(each, QAbstractButton) or each.buddy()]
    keys = [QKeySequence.mnemonic(each.text()).toString() for each in labels]
    letters = [key for key in keys if key]

    assert len(letters) == len(set(letters)) >= 18


def test_every_field_has_a_name(screen):
    assert all(field.inner.accessibleName() for field in screen.form.fields)
    assert "&" not in "".join(field.inner.accessibleName() for field in screen.form.fields)
