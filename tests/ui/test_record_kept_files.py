"""A file attached to an unfinished form waits with it, encrypted, and comes back with it."""

import pytest

from sharebook.domain.errors import Trouble
from sharebook.ui.screens.record.unfinished import UnfinishedDialog
from tests.ui.recording import desk, entries, fill, screen, shell
from tests.ui.test_record_drafts import opened_again, place, waiting

__all__ = ["desk", "place", "screen", "shell"]

pytestmark = pytest.mark.ui
SENT = b"what was sent to the nurse"


@pytest.fixture
def copies(screen):
    return screen.saving.copies


@pytest.fixture
def attach(copies, qtbot, tmp_path):
    """Return a function that attaches a file of that name and content."""

    def attached(name: str = "letter.pdf", content: bytes = SENT) -> None:
        path = tmp_path / name
        path.write_bytes(content)
        before = len(copies.held)
        copies.read([path])
        qtbot.waitUntil(lambda: len(copies.held) > before)
        path.unlink()  # the form does not go back to where it lay

    return attached


def held(screen):
    return [(each.name, each.content) for each in screen.saving.copies.held]


def on_disk(tmp_path):
    return [each for each in (tmp_path / "own").rglob("*") if each.is_file()]


def test_it_is_kept_while_nobody_does_anything_and_cannot_be_read(qtbot, attach, tmp_path, desk):
    attach()

    qtbot.waitUntil(lambda: bool(waiting(desk)))  # the file alone is worth keeping
    written = b"".join(file.read_bytes() for file in on_disk(tmp_path))
    assert len(on_disk(tmp_path)) == 2
    assert SENT not in written
    assert b"letter" not in written


@pytest.mark.parametrize("size", [1, 10 * 1024 * 1024])
def test_it_comes_back_and_is_saved_with_the_entry(
    qtbot, size, desk, screen, attach, background, answers, tmp_path
):
    fill("otis")
    attach("ā very long name of a letter to the nurse.pdf", b"x" * size)
    assert screen.put_away()

    again = opened_again(qtbot, desk, background, answers)
    assert held(again) == [("ā very long name of a letter to the nurse.pdf", b"x" * size)]
    assert again.form.draft == screen.form.draft
    again.primary()

    entry = max(entries(desk), key=lambda each: each.number)
    (kept,) = desk.attaching.of(entry.number)
    assert desk.attaching.read(kept.record.id)[1] == b"x" * size
    assert on_disk(tmp_path) == []


def test_one_taken_out_does_not_come_back(qtbot, desk, screen, attach, background, answers):
    fill("otis")
    attach("one.txt", b"one")
    attach("two.txt", b"two")
    assert screen.put_away()
    screen.saving.copies._flow.itemAt(0).widget().removed.emit()
    assert screen.put_away()

    assert held(opened_again(qtbot, desk, background, answers)) == [("two.txt", b"two")]


def test_thrown_away_it_goes_and_undo_brings_it_back(
    qtbot, desk, screen, attach, background, answers, tmp_path
):
    fill("otis")
    attach()
    assert screen.put_away()
    screen.throw.click()
    assert (held(screen), on_disk(tmp_path)) == ([], [])

    screen.office.toast.undo_last()
    assert held(screen) == [("letter.pdf", SENT)]
    assert screen.put_away()

    assert held(opened_again(qtbot, desk, background, answers)) == [("letter.pdf", SENT)]


def test_it_waits_with_a_form_that_gives_way(shell, screen, attach, desk):
    fill("otis")
    attach()
    shell.go("record", again=2)
    assert held(screen) == []
    (draft,) = waiting(desk)

    shell.go("record", draft=draft.name)

    assert held(screen) == [("letter.pdf", SENT)]


def test_an_unfinished_form_thrown_away_in_the_list_comes_back_whole(
    shell, screen, attach, desk, monkeypatch, tmp_path
):
    fill("otis")
    attach()
    shell.go("record", again=2)

    def throw(dialog):
        dialog.throw.click()
        return 0

    monkeypatch.setattr(UnfinishedDialog, "exec", throw)
    screen.drafts.button.click()
    assert not list(tmp_path.rglob("*.copy"))
    screen.office.toast.undo_last()
    (draft,) = [each for each in waiting(desk) if not each.open]
    shell.go("record", draft=draft.name)

    assert held(screen) == [("letter.pdf", SENT)]


def test_the_same_as_last_time_taken_back_keeps_it(screen, attach):
    fill("otis")
    attach()
    screen.again.click()
    screen.office.toast.undo_last()

    assert held(screen) == [("letter.pdf", SENT)]


def test_one_that_cannot_be_read_any_more_is_named_and_the_rest_is_there(
    qtbot, desk, screen, attach, background, answers, tmp_path
):
    fill("otis")
    attach("one.txt", b"one")
    attach("two.txt", b"two")
    assert screen.put_away()
    first = screen.saving.copies.held[0].key
    (file,) = tmp_path.rglob(f"*{first}.copy")
    file.write_bytes(file.read_bytes()[:-1])

    again = opened_again(qtbot, desk, background, answers)

    assert held(again) == [("two.txt", b"two")]
    assert "Not brought back with this form: one.txt." in again.saving.copies.message
    assert again.form.draft.pupils == (3,)


def test_what_comes_back_finds_the_law_beside_it_as_wide_as_its_panel(
    qtbot, desk, screen, background, answers, light
):
    fill("otis")
    whom = screen.form.draft.recipient
    screen.throw.click()
    screen.arrive(recipient=whom)  # for no flow: the law asks for a basis, with a button
    assert screen.put_away()
    light.choose("light", 150)

    again = opened_again(qtbot, desk, background, answers)

    qtbot.waitUntil(again.law.isVisible)
    assert again.law._scroll.horizontalScrollBar().maximum() == 0


def test_one_there_is_no_room_for_is_told_calmly_and_the_form_is_kept(
    desk, screen, attach, monkeypatch
):
    def full(*_given):
        raise Trouble("copy_not_kept", reason="No space left on device")

    monkeypatch.setattr("sharebook.vault.drafts.DraftBox.put_copy", full)
    fill("otis")
    attach()

    assert not screen.put_away()  # whoever locks is asked first
    assert screen.office.toast.accessibleName() == (
        "The attached file cannot wait with the unfinished form (No space left on device). All else"
        " does: save the form, or attach the file again."
    )
    (draft,) = waiting(desk)
    assert draft.words.endswith("Otis Pretendy")
    assert held(screen) == [("letter.pdf", SENT)]
