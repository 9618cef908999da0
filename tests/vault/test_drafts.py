"""A half-typed form lies encrypted, looks like every other, and opens for its person alone."""

import os
import stat
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharebook.domain.errors import Trouble
from sharebook.vault.drafts import DraftBox, _padded

KEY, NEXT_KEY, COMPARTMENT = b"k" * 32, b"n" * 32, b"c" * 32
SENTINEL = b"Juno Sampleton-SENTINEL"
PAT, ROWAN = "Pat Inkwell", "Rowan Placeholder"
NOW = datetime(2026, 9, 14, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "Drafts" / "r1"


@pytest.fixture
def box(folder):
    return DraftBox(folder, "r1", PAT, KEY, KEY)


def files(folder):
    return sorted(folder.iterdir())


def only(folder):
    (file,) = files(folder)
    return file


def age(file, days):
    then = (NOW - timedelta(days=days)).timestamp()
    os.utime(file, (then, then))


def test_what_was_put_in_comes_out(box):
    box.put("a1", SENTINEL)

    assert box.contents() == {"a1": SENTINEL}


def test_nothing_of_it_can_be_read_on_the_disk(box, folder):
    box.put("a1", SENTINEL)

    assert SENTINEL not in only(folder).read_bytes()
    assert b"Pat" not in only(folder).read_bytes()


def test_the_same_name_is_the_same_form(box, folder):
    box.put("a1", b"first")
    box.put("a1", b"second")

    assert box.contents() == {"a1": b"second"}
    only(folder)


def test_a_form_thrown_away_leaves_no_file(box, folder):
    box.put("a1", SENTINEL)
    box.remove("a1")
    box.remove("a1")

    assert files(folder) == []


def test_another_person_does_not_see_it(box, folder):
    box.put("a1", SENTINEL)

    assert DraftBox(folder, "r1", ROWAN, KEY, KEY).contents() == {}


def test_another_register_does_not_see_it(box, folder):
    box.put("a1", SENTINEL)

    assert DraftBox(folder, "r2", PAT, KEY, KEY).contents() == {}


def test_a_name_spelt_in_two_ways_of_unicode_is_one_person(folder):
    DraftBox(folder, "r1", "Zoe\u0308 Inkwell", KEY, KEY).put("a1", SENTINEL)

    assert DraftBox(folder, "r1", "Zo\u00eb Inkwell", KEY, KEY).contents() == {"a1": SENTINEL}


def test_a_draft_of_the_compartment_looks_like_any_other(box, folder):
    sealed = DraftBox(folder, "r1", PAT, COMPARTMENT, KEY)
    box.put("a" * 32, b"short")
    sealed.put("b" * 32, b"x" * 4000)

    one, two = files(folder)
    assert one.stat().st_size == two.stat().st_size
    assert one.name.split("-")[0] == two.name.split("-")[0]
    assert len(one.name) == len(two.name)
    assert one.read_bytes()[:8] == two.read_bytes()[:8]
    assert list(box.contents()) == ["a" * 32]
    assert list(sealed.contents()) == ["b" * 32]


@given(st.integers(0, 100_000))
def test_the_size_of_a_file_is_one_of_a_few(length):
    size = len(_padded(b"x" * length))

    assert size >= 8192
    assert size & (size - 1) == 0


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps a profile's folder to its owner")
def test_only_the_owner_may_read_it(box, folder):
    box.put("a1", SENTINEL)

    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(only(folder).stat().st_mode) == 0o600


@pytest.mark.parametrize("cut", [0, 5, 8, 20, 100, 8000])
def test_a_file_cut_short_is_passed_over(box, folder, cut):
    box.put("a1", SENTINEL)
    whole = only(folder).read_bytes()
    only(folder).write_bytes(whole[:cut])

    assert box.contents() == {}


@given(place=st.integers(0, 8239), bit=st.integers(0, 7))
def test_a_flipped_bit_is_never_a_crash_nor_another_text(tmp_path_factory, place, bit):
    folder = tmp_path_factory.mktemp("flip")
    box = DraftBox(folder, "r1", PAT, KEY, KEY)
    box.put("a1", SENTINEL)
    whole = bytearray(only(folder).read_bytes())
    whole[place % len(whole)] ^= 1 << bit
    only(folder).write_bytes(whole)

    assert box.contents() == {}


def test_a_file_under_another_draft_s_name_is_passed_over(box, folder):
    box.put("a1", SENTINEL)
    only(folder).rename(folder / only(folder).name.replace("a1", "b2"))

    assert box.contents() == {}


def test_a_full_disk_is_told_and_the_older_draft_stays(box, folder, monkeypatch):
    box.put("a1", b"first")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sharebook.vault.drafts.replace_file", full)
    with pytest.raises(Trouble, match="draft_not_kept"):
        box.put("a1", b"second")

    assert box.contents() == {"a1": b"first"}


def test_renewed_keys_take_the_drafts_along(box, folder):
    box.put("a1", SENTINEL)
    renewed = DraftBox(folder, "r1", PAT, NEXT_KEY, NEXT_KEY)
    box.carry_over(renewed)

    assert renewed.contents() == {"a1": SENTINEL}
    assert box.contents() == {}
    only(folder)


def test_keys_that_stayed_the_same_lose_no_draft(box, folder):
    box.put("a1", SENTINEL)
    box.carry_over(DraftBox(folder, "r1", PAT, KEY, KEY))

    assert box.contents() == {"a1": SENTINEL}


def test_a_renewed_key_of_the_compartment_alone_takes_its_drafts_along(folder):
    old = DraftBox(folder, "r1", PAT, COMPARTMENT, KEY)
    old.put("a1", SENTINEL)
    renewed = DraftBox(folder, "r1", PAT, NEXT_KEY, KEY)
    old.carry_over(renewed)

    assert renewed.contents() == {"a1": SENTINEL}
    assert old.contents() == {}


def test_drafts_of_a_key_that_is_no_more_go_after_thirty_days(box, folder):
    box.put("a1", SENTINEL)
    renewed = DraftBox(folder, "r1", PAT, NEXT_KEY, NEXT_KEY)
    age(only(folder), 29)
    renewed.sweep(NOW)
    only(folder)

    age(only(folder), 31)
    renewed.sweep(NOW)

    assert files(folder) == []


def test_drafts_that_can_be_opened_never_go_by_themselves(box, folder):
    box.put("a1", SENTINEL)
    age(only(folder), 4000)
    DraftBox(folder, "r1", ROWAN, KEY, KEY).sweep(NOW)

    assert box.contents() == {"a1": SENTINEL}


def test_what_a_power_cut_left_half_written_goes(box, folder):
    box.put("a1", SENTINEL)
    part = only(folder).with_name(only(folder).name + ".part")
    part.write_bytes(b"half")
    age(part, 31)
    box.sweep(NOW)

    assert only(folder) != part
