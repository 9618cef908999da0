"""Recording a disclosure: the flow fills the rest, and little is typed."""

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea

from sharebook.domain.cohorts import Cohort
from sharebook.domain.names import PupilId
from sharebook.ui.folding import folded
from tests.stories.hands import focused
from tests.ui.recording import Key, codes, desk, entries, fill, pick, press, screen, shell

__all__ = ["desk", "screen", "shell"]


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

    assert screen.saving.toast.accessibleName() == "Entry 3 saved"
    assert screen.saving.toast._back.text().strip() == "Show it in the log"


def test_a_child_of_a_chosen_class_is_offered_to_be_left_out(desk, screen):
    fill()
    pick("bea")

    assert [it.words for it in screen.form.five.pupils.choices][-1] == "except Bea Exampleby"
    assert screen.form.draft.pupils == (1, 3)


def test_a_name_is_found_without_its_accents(screen):
    press(Key.Key_Tab)
    pick("eniola")

    assert screen.form.draft.pupils == (5,)


def test_letters_that_are_more_than_an_accent_are_folded_too():
    assert folded("Łukasz Przykładowski") == "lukasz przykladowski"
    assert folded("Søren Groß") == "soren gross"


def test_a_missing_answer_is_said_under_its_field(desk, screen):
    pick("nurse height")
    screen.primary()

    assert screen.form.fields[1].message == "Say which pupils it was about."
    assert len(entries(desk)) == 2


def test_the_complaint_goes_when_the_field_is_put_right(screen):
    pick("nurse height")
    screen.primary()
    pick("otis")

    assert screen.form.fields[1].message == ""


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
    assert not shell.here.form.five.recipient.edit.hasSelectedText()  # the caret is elsewhere
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


def test_after_a_refusal_saved_from_its_reason_the_next_form_begins_at_its_top(screen):
    pick("refused")
    fill()
    reason = screen.form.rest.reason
    reason.setFocus()
    QTest.keyClicks(reason, "the family said no")
    bar = screen.form.findChild(QScrollArea).verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    screen.primary()

    assert focused() is screen.form.five.recipient.edit
    assert bar.value() == 0
    assert not reason.isVisible()
