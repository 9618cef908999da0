"""An entry recorded again for others: everything of it but whom, when, its receipt and files."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sharebook.domain.attachments import Copy
from sharebook.domain.considered import Considered
from sharebook.domain.disclosures import Receipt
from tests.ui.recording import Key, desk, entries, fill, pick, press, shell

__all__ = ["desk", "shell"]

pytestmark = pytest.mark.ui


@pytest.fixture
def sent(desk):
    """An entry of yesterday with a receipt, a tracking number and a copy of what was sent."""
    old = desk.recording.entry(1).record
    draft = replace(
        desk.recording.repeat(old),
        tracking="AB 12",
        receipt=Receipt.RECEIVED,
        time="09:05",
        consent="Juno’s photo form of June",
        note="Rang Juno’s mother first",
        considered=Considered(child_view="Juno did not mind", necessity="Nothing less would do"),
    )
    made = desk.recording.save(draft, desk.person, [Copy("letter.txt", b"what was sent")])
    assert made.cohort
    return made


def test_all_but_whom_when_and_the_proof_is_filled_in(shell, desk, sent):
    shell.go("record", copy=sent.number)

    draft, screen = shell.here.form.draft, shell.here
    assert (draft.pupils, draft.day) == ((), desk.clock.today())
    assert (draft.receipt, draft.tracking) == (Receipt.EXPECTED, "")
    assert draft.time == desk.recording.start().time
    assert (draft.consent, draft.note, draft.considered.child_view) == ("", "", "")
    assert draft.considered.necessity == "Nothing less would do"
    assert screen.saving.copies.held == []
    same = ("recipient", "flow", "items", "purpose", "method", "basis", "safeguards", "decided_by")
    assert [getattr(draft, name) for name in same] == [getattr(sent, name) for name in same]


def test_the_caret_waits_for_whom_and_the_entry_stands_by_itself(qtbot, shell, desk, sent):
    shell.go("record", copy=sent.number)
    edit = shell.here.form.five.pupils.edit
    qtbot.waitUntil(lambda: QApplication.focusWidget() is edit)
    assert shell.here.eyebrow.text() == f"Filled in as entry {sent.number}. About whom is it now?"

    pick("otis")
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    newest = max(entries(desk), key=lambda each: each.number)
    assert newest.number == sent.number + 1
    assert tuple(newest.cohort) == (3,)
    assert desk.recording.entry(sent.number).superseded_by is None
    assert desk.attaching.of(newest.number) == []
    assert newest.recipient == sent.recipient
    assert shell.here.eyebrow.isHidden()


def test_a_half_typed_form_gives_way_and_comes_back(shell, sent):
    fill()
    before = shell.here.form.draft
    shell.go("record", copy=sent.number)
    assert shell.here.drafts.button.isVisible()

    shell.here.office.toast.undo_last()

    assert shell.here.form.draft == before
