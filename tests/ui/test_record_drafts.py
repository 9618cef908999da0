"""A half-typed form keeps itself, comes back as it stood, waits, or is thrown away and back."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sharebook.domain.errors import Trouble
from sharebook.domain.kept_drafts import RecordForm
from sharebook.domain.names import PupilId
from sharebook.ui.main_window import MainWindow
from sharebook.ui.screens.record.unfinished import UnfinishedDialog
from sharebook.ui.shell import Shell
from sharebook.ui.telling import Telling
from sharebook.ui.widgets.toast import Toast
from tests.ui.recording import Key, desk, entries, fill, pick, press, screen, shell

__all__ = ["desk", "screen", "shell"]


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    monkeypatch.setattr("sharebook.bootstrap.draft_box.default_place", lambda: tmp_path / "own")


def opened_again(qtbot, desk, background, answers):
    """Open the window anew, as after a lock, and go to the form."""
    window = MainWindow()
    qtbot.addWidget(window)
    made = Shell(desk, background, answers, Telling(answers), Toast(window))
    window.put(made)
    window.show()
    window.activateWindow()
    made.go("record")
    return made.here


def waiting(desk):
    return desk.drafting.waiting("record")


def test_letters_are_kept_while_they_are_typed(qtbot, desk, screen):
    fill()

    qtbot.waitUntil(lambda: bool(waiting(desk)))
    assert waiting(desk)[0].words.endswith("3 pupils")


def test_nothing_half_typed_can_be_read_on_the_disk(tmp_path, screen):
    fill("otis")
    QTest.keyClicks(screen.form.five.purpose, "because of the asthma plan")
    assert screen.put_away()

    files = [file for file in (tmp_path / "own").rglob("*") if file.is_file()]
    written = b"".join(file.read_bytes() for file in files)
    assert len(files) == 1
    assert files[0].stat().st_size % 8192 < 64  # padded, and what encryption adds
    assert b"asthma" not in written
    assert b"Otis" not in written
    assert b"nurse" not in written


def test_an_untouched_form_is_not_kept(desk, screen):
    assert screen.put_away()

    assert waiting(desk) == []


def test_every_field_comes_back_and_so_does_the_caret(qtbot, desk, shell, background, answers):
    screen = shell.here
    fill()
    pick("bea")
    five, rest = screen.form.five, screen.form.rest
    QTest.keyClicks(five.items.edit, "a letter home")
    press(Key.Key_Tab)
    five.purpose.setText("so that she is measured")
    five.purpose.textEdited.emit(five.purpose.text())
    rest.asker.setText("Nia Invented, school nurse, NHS")
    rest.decided_by.edit.setText("Theo Placeholder")
    rest.asker.setFocus()
    before = screen.drafts.state()
    assert screen.put_away()

    again = opened_again(qtbot, desk, background, answers)

    qtbot.waitUntil(lambda: QApplication.focusWidget() is again.form.rest.asker)
    assert again.drafts.state() == before
    assert again.form.draft.pupils == (1, 3)
    assert [it.words for it in again.form.five.pupils.choices][-1] == "except Bea Exampleby"
    assert again.form.five.items.edit.text() == "a letter home"
    assert again.eyebrow.text().startswith("As you left it: 14 Sep 2026")


def test_a_correction_comes_back_as_one(qtbot, desk, shell, background, answers):
    shell.go("record", correct=1)
    QTest.keyClicks(shell.here.correcting.inner, "It went by po")
    assert shell.here.put_away()

    again = opened_again(qtbot, desk, background, answers)

    assert again.heading.text() == "Put right entry 1"
    assert again.correcting.reason == "It went by po"
    assert not again.save_more.isVisible()
    again.primary()
    assert desk.recording.entry(1).superseded_by is not None
    assert waiting(desk) == []


def test_letters_that_picked_nothing_yet_come_back(qtbot, desk, shell, background, answers):
    QTest.keyClicks(shell.here.form.five.recipient.edit, "nurs")
    shell.here.form.five.day.setText("fr")
    assert shell.here.put_away()

    again = opened_again(qtbot, desk, background, answers)

    assert again.form.five.recipient.edit.text() == "nurs"
    assert again.form.five.day.text() == "fr"


def test_a_saved_form_leaves_no_draft(qtbot, desk, screen):
    fill()
    assert screen.put_away()
    screen.primary()

    assert len(entries(desk)) == 3
    assert waiting(desk) == []


def test_a_form_thrown_away_leaves_no_draft_and_comes_back_with_undo(qtbot, desk, screen):
    fill()
    assert screen.put_away()
    before = screen.drafts.state()
    screen.throw.click()
    assert waiting(desk) == []

    screen.office.toast.undo_last()

    assert screen.drafts.state() == before
    qtbot.waitUntil(lambda: bool(waiting(desk)))


def test_a_correction_thrown_away_comes_back_as_one(shell):
    shell.go("record", correct=1)
    QTest.keyClicks(shell.here.correcting.inner, "It went by post")
    shell.here.throw.click()
    shell.here.office.toast.undo_last()

    assert shell.here.heading.text() == "Put right entry 1"
    assert shell.here.correcting.reason == "It went by post"


def test_a_form_that_must_give_way_waits(qtbot, desk, shell):
    fill()
    shell.go("record", again=2)
    screen = shell.here

    assert screen.drafts.button.text() == " Unfinishe&d: 1"
    assert screen.drafts.button.isVisible()
    (draft,) = waiting(desk)
    assert not draft.open
    shell.go("record", draft=draft.name)

    assert screen.form.draft.purpose == "for the height and weight checks"


def test_giving_way_can_be_undone(desk, shell):
    fill()
    before = shell.here.drafts.state()
    shell.go("record", again=2)
    shell.here.office.toast.undo_last()

    assert shell.here.form.draft == before.draft
    assert shell.here.drafts.button.isHidden()


def test_what_waits_does_not_come_back_by_itself(qtbot, desk, shell, background, answers):
    fill()
    shell.go("record", again=2)
    shell.here.throw.click()

    again = opened_again(qtbot, desk, background, answers)

    assert again.drafts.state() is None
    assert again.drafts.button.isVisible()


def test_the_list_throws_away_and_carries_on(qtbot, desk, shell, monkeypatch):
    fill()
    shell.go("record", again=2)
    screen = shell.here

    def throw(dialog):
        dialog.throw.click()
        assert dialog.table.shown == []
        return 0

    monkeypatch.setattr(UnfinishedDialog, "exec", throw)
    screen.drafts.button.click()
    assert screen.drafts.button.isHidden()
    assert [draft for draft in waiting(desk) if not draft.open] == []
    screen.office.toast.undo_last()
    assert screen.drafts.button.isVisible()

    def enter(dialog):
        QTest.keyClick(dialog.table, Key.Key_Return)
        return dialog.result()

    monkeypatch.setattr(UnfinishedDialog, "exec", enter)
    screen.drafts.button.click()

    assert screen.form.draft.purpose == "for the height and weight checks"


def test_a_disk_that_is_full_is_told_once(qtbot, desk, screen, monkeypatch):
    def full(*_args, **_more):
        raise Trouble("draft_not_kept", reason="No space left on device")

    monkeypatch.setattr(type(desk.drafting), "keep", full)
    said: list[str] = []
    monkeypatch.setattr(screen.office.toast, "say", said.append)
    fill()
    qtbot.waitUntil(lambda: bool(said))

    assert not screen.put_away()
    assert said == [
        "What is half-typed cannot be kept on this computer (No space left on device). It still"
        " stands on the screen: save it before you lock or close Sharebook."
    ]


def test_a_child_nobody_knows_any_more_is_left_out(qtbot, desk, shell, background, answers):
    fill("otis")
    state = shell.here.drafts.state()
    chip = state.chips[0]
    lost = type(chip)("pupil", "", (PupilId(99),))
    fields = {"draft": state.draft, "chips": (chip, lost), "items": state.items}
    desk.drafting.keep("record", "a", RecordForm(**fields))

    again = opened_again(qtbot, desk, background, answers)

    assert again.form.draft.pupils == (3,)


def test_a_second_saved_entry_begins_from_the_first(qtbot, desk, screen):
    fill("otis")
    screen.save_more.click()

    qtbot.waitUntil(lambda: [draft.words for draft in waiting(desk)] != [])
    assert "pupil" not in waiting(desk)[0].words
