"""A file attached to a half-typed form lies encrypted beside it, and goes when it goes."""

from datetime import timedelta

import pytest

from sharebook.domain.errors import Trouble
from sharebook.vault.drafts import DraftBox
from tests.vault.test_drafts import (
    COMPARTMENT,
    KEY,
    NEXT_KEY,
    NOW,
    PAT,
    ROWAN,
    SENTINEL,
    age,
    box,
    files,
    folder,
)

__all__ = ["box", "folder"]

NAME, FILE, OTHER = "a" * 32, "1" * 32, "2" * 32
LARGEST = 10 * 1024 * 1024


@pytest.fixture
def kept(box: DraftBox) -> DraftBox:
    box.put_copy(NAME, FILE, SENTINEL)
    box.put(NAME, b"a form")
    return box


def test_it_comes_out_as_it_went_in_and_no_list_of_drafts_has_it(kept):
    assert kept.copies(NAME) == {FILE: SENTINEL}
    assert kept.contents() == {NAME: b"a form"}
    assert kept.copies("b" * 32) == {}


def test_the_largest_file_that_may_be_attached_comes_out_too(kept):
    kept.put_copy(NAME, OTHER, b"x" * LARGEST)

    assert len(kept.copies(NAME)[OTHER]) == LARGEST


def test_nothing_of_it_can_be_read_by_anybody_else(kept, folder):
    assert not any(SENTINEL in file.read_bytes() for file in files(folder))
    for other in (
        DraftBox(folder, "r1", ROWAN, KEY, KEY),
        DraftBox(folder, "r2", PAT, KEY, KEY),
        DraftBox(folder, "r1", PAT, COMPARTMENT, KEY),
    ):
        assert other.copies(NAME) == {}


def test_it_goes_with_its_draft_or_when_it_is_taken_out(kept, folder):
    kept.put_copy(NAME, OTHER, b"two")
    kept.keep_only(NAME, {OTHER})
    assert kept.copies(NAME) == {OTHER: b"two"}

    kept.remove(NAME)

    assert files(folder) == []


def test_another_name_or_key_does_not_open_it(kept, folder):
    (file,) = folder.glob("*.copy")
    file.rename(folder / file.name.replace(FILE, OTHER))

    assert kept.copies(NAME) == {}


@pytest.mark.parametrize("cut", [0, 5, 8, 20, 100, 8000])
def test_one_that_is_cut_short_is_passed_over(kept, folder, cut):
    (file,) = folder.glob("*.copy")
    file.write_bytes(file.read_bytes()[:cut])

    assert kept.copies(NAME) == {}
    assert kept.contents() == {NAME: b"a form"}


def test_renewed_keys_take_it_along(kept, folder):
    renewed = DraftBox(folder, "r1", PAT, NEXT_KEY, NEXT_KEY)
    kept.carry_over(renewed)

    assert renewed.copies(NAME) == {FILE: SENTINEL}
    assert kept.copies(NAME) == {}
    assert len(files(folder)) == 2


def test_left_behind_by_its_draft_it_is_swept_out_after_a_day(kept, folder):
    (file,) = folder.glob("*.copy")
    age(file, 400)
    kept.sweep(NOW)
    assert file.exists()  # its draft is there

    kept.file(NAME).unlink()
    age(file, 0.5)
    kept.sweep(NOW)
    assert file.exists()

    kept.sweep(NOW + timedelta(days=1))
    assert files(folder) == []


def test_a_full_disk_is_told(box, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sharebook.vault.drafts.replace_file", full)
    with pytest.raises(Trouble, match="copy_not_kept"):
        box.put_copy(NAME, FILE, SENTINEL)
