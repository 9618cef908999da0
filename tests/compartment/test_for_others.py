"""What is made of a sealed entry stays sealed: nothing of it can be saved into the open log."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from docs.exit_route import decrypted
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.templates import Template
from sharebook.ui.screens.record.screen import RecordScreen
from sharebook.ui.screens.record.templates import TemplatesDialog
from tests.compartment.school import HUSHED, KIT, QUINN, a_referral
from tests.compartment.test_screens_for_holders import answers, background, open_screen, theme

__all__ = ["answers", "background", "open_screen", "theme"]

pytestmark = pytest.mark.ui


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setattr("sharebook.bootstrap.draft_box.default_place", lambda: tmp_path / "own")


@pytest.fixture
def form(place, open_screen, lead, sealed) -> RecordScreen:
    """The form, filled again from a sealed entry."""
    sealed.recording.save(a_referral(lead), QUINN)
    screen: RecordScreen = open_screen(RecordScreen, lead)
    screen.arrive(copy=1, sealed=True)
    return screen


def is_bound(form: RecordScreen) -> bool:
    """Press the seal's tick, and say whether the form is sealed all the same."""
    assert form.form.seal is not None
    QTest.keyClick(form.form.seal.tick, Qt.Key.Key_Space)
    form.form.seal.tick.click()
    return form.form.sealed


def test_it_is_saved_in_the_sealed_log_and_nowhere_else(form, lead, sealed):
    assert is_bound(form)
    assert "comes from the sealed log" in form.form.seal.tick.accessibleDescription()
    assert HUSHED in form.form.draft.purpose
    form.form.add_pupil(KIT)
    form.primary()

    found = [each.record for each in sealed.register.current(Disclosure)]
    assert [(each.number, tuple(each.cohort)) for each in found] == [(1, (1,)), (2, (KIT,))]
    assert lead.register.count(Disclosure) == 3
    open_file = decrypted(lead.access.database.read_bytes(), lead.access.data_key)
    assert HUSHED.encode() not in open_file
    assert not form.form.stays  # the next form is anybody's again
    assert not form.form.sealed


def test_the_same_again_stays_too(form):
    form.arrive(again=1, sealed=True)

    assert is_bound(form)


def test_it_comes_back_from_its_draft_as_sealed_as_before(form, open_screen, lead):
    assert form.put_away()

    again = open_screen(RecordScreen, lead)

    assert HUSHED in again.form.draft.purpose
    assert is_bound(again)


def test_no_other_way_to_the_form_lets_it_out(form, lead):
    form.arrive()
    assert is_bound(form)
    form.arrive(sealed=True)
    assert is_bound(form)
    form.arrive(pupil=KIT)
    assert is_bound(form)
    form._on_save_more()  # keeps all but whom
    assert is_bound(form)
    assert lead.register.count(Disclosure) == 3


def test_an_open_entry_takes_its_place_unsealed_and_back_it_is_sealed(form):
    form.arrive(copy=1)
    assert HUSHED not in repr(form.form.draft)
    assert not form.form.sealed
    assert not form.form.stays

    form.office.toast.undo_last()

    assert HUSHED in form.form.draft.purpose
    assert is_bound(form)


def test_no_template_is_made_of_it(form, lead, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = TemplatesDialog(window, form.office, form.form)
    QTest.keyClicks(dialog.name.inner, "Ours")
    dialog.keep.click()

    assert "Everyone in the office sees the templates" in dialog.name.message
    assert lead.register.count(Template) == 0
    dialog.close()


def test_recording_in_the_sealed_log_lets_an_open_correction_wait(place, open_screen, lead, sealed):
    sealed.recording.save(a_referral(lead), QUINN)
    screen = open_screen(RecordScreen, lead)
    screen.arrive(correct=1)
    screen.correcting.say("The hour was wrong")

    screen.arrive(sealed=True)

    assert screen.form.sealed
    assert screen.correcting.number is None
    assert screen.heading.text() == screen.title
    (waits,) = lead.drafting.waiting("record")
    assert waits.words.startswith("Put right entry 1")
