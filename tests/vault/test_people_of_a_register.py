"""Who may open a register: added, taken off, passphrases changed and lost, sheets replaced."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.draft_box import drafting_of
from sharebook.bootstrap.keys import KeyKeeping, new_code
from sharebook.bootstrap.opening import access, open_register
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.kept_drafts import Texts
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.domain.pupils import Pupil
from sharebook.vault.bundle import Bundle
from sharebook.vault.key_disk import read_key_file
from sharebook.vault.strength import LEAST
from sharebook.vault.writer_lock import WriterLock
from tests.conftest import StillClock
from tests.vault.school import (
    ANOTHER,
    PASSPHRASES,
    PAT,
    PUPILS,
    QUINN,
    ROLES,
    THEO,
    Small,
    everybody_finds_everything,
    files,
    keeping,
    keeping_with_sheet,
    pupils,
)

NEW = Person("Robin Standin", Code("office"))


def generation(small: Small) -> int:
    return read_key_file(Bundle(small.folder)).generation


def test_everybody_opens_with_their_own_passphrase_and_part(small: Small, clock: StillClock):
    for who, passphrase in PASSPHRASES.items():
        found = access(small.folder, who, passphrase, clock)
        assert (found.person, found.role) == (who, ROLES[who])
    everybody_finds_everything(small, clock)


def test_each_change_raises_the_generation_in_both_files(small: Small, clock: StillClock):
    before = generation(small)
    keeping(small, clock).add(NEW, ANOTHER)
    assert generation(small) == before + 1
    assert pupils(small, NEW.name, clock, ANOTHER) == PUPILS  # opening compares the two


# ---------------------------------------------------------------------------- adding


@pytest.mark.parametrize(
    ("name", "role", "passphrase", "code"),
    [
        (" theo   PLACEHOLDER", "office", ANOTHER, "person_exists"),
        ("  ", "office", ANOTHER, "person_unnamed"),
        ("R" * 101, "office", ANOTHER, "person_name_long"),
        ("Robin Standin", "king", ANOTHER, "role_unknown"),
        ("Robin Standin", "office", "School2024!", "passphrase_weak"),
        ("Robin Standin", "office", "robin standin robin", "passphrase_weak"),
    ],
)
def test_what_cannot_be_added_changes_nothing(
    small: Small, clock: StillClock, name: str, role: str, passphrase: str, code: str
):
    before = Bundle(small.folder).keys.read_bytes()
    with pytest.raises(Refused) as refused:
        keeping(small, clock).add(Person(name, Code(role)), passphrase)
    assert refused.value.code == code
    assert Bundle(small.folder).keys.read_bytes() == before


def test_the_copy_of_the_key_file_follows_each_change(small: Small, clock: StillClock):
    keeping(small, clock).add(NEW, ANOTHER)
    bundle = Bundle(small.folder)
    assert bundle.keys_backup.read_bytes() == bundle.keys.read_bytes()


# ---------------------------------------------------------------------------- taking off


def test_who_was_taken_off_opens_nothing_and_everybody_else_everything(
    small: Small, clock: StillClock
):
    keeping(small, clock).remove(QUINN)
    with pytest.raises(Refused, match="person_unknown"):
        access(small.folder, QUINN, PASSPHRASES[QUINN], clock)
    everybody_finds_everything(small, clock, QUINN)
    assert files(small) == ["register-2.db", "register.keys", "register.keys.bak", "sealed-1.db"]


def test_the_old_key_file_of_who_was_taken_off_opens_nothing(
    small: Small, clock: StillClock, tmp_path: Path
):
    kept = shutil.copy(Bundle(small.folder).keys, tmp_path / "kept")
    keeping(small, clock).remove(QUINN)
    shutil.copy(kept, Bundle(small.folder).keys)
    with pytest.raises(Trouble, match="register_missing"):
        access(small.folder, QUINN, PASSPHRASES[QUINN], clock)
    shutil.copy(small.folder / "register-2.db", small.folder / "register-1.db")
    with pytest.raises(Trouble, match="register_damaged"):
        access(small.folder, QUINN, PASSPHRASES[QUINN], clock)


def test_the_entries_and_their_seal_stay_when_the_key_changes(
    small: Small, clock: StillClock, quiet
):
    before = open_register(small.folder, PAT, PASSPHRASES[PAT], clock)
    head = before.register.head()
    before.close()
    keeping(small, clock).remove(QUINN)
    after = open_register(small.folder, PAT, PASSPHRASES[PAT], clock)
    assert after.register.head() == head
    assert list(after.register.verify(quiet)) == []
    after.close()


def test_the_last_who_keeps_the_register_stays(small: Small, clock: StillClock):
    keys = keeping_with_sheet(small, clock)
    keys.remove(THEO)
    with pytest.raises(Refused, match="last_person"):
        keys.remove(PAT)
    everybody_finds_everything(small, clock, THEO)


def test_the_only_head_does_not_take_themselves_off(small: Small, clock: StillClock):
    keys = keeping(small, clock, THEO)
    with pytest.raises(Refused, match="only_head"):
        keys.remove("theo placeholder")
    keys.add(Person("Robin Standin", Code("head")), ANOTHER)
    keys.remove(THEO)
    everybody_finds_everything(small, clock, THEO)


def test_nobody_of_that_name(small: Small, clock: StillClock):
    with pytest.raises(Refused, match="person_unknown"):
        keeping(small, clock).remove("Nobody")
    assert files(small) == ["register-1.db", "register.keys", "register.keys.bak", "sealed-1.db"]


@pytest.mark.parametrize("verb", ["add", "remove", "sheet"])
def test_who_only_reads_changes_nobody(small: Small, clock: StillClock, verb: str):
    keys = keeping(small, clock, QUINN)
    verbs: dict[str, Callable[[], object]] = {
        "add": lambda: keys.add(NEW, ANOTHER),
        "remove": lambda: keys.remove(PAT),
        "sheet": lambda: keys.replace_sheet(new_code()),
    }
    with pytest.raises(Refused, match="only_reads"):
        verbs[verb]()


# ---------------------------------------------------------------------------- other windows


def test_keys_wait_for_another_program_that_writes(
    small: Small, clock: StillClock, monkeypatch: pytest.MonkeyPatch
):
    def refuse(lock: WriterLock) -> None:
        raise Refused("register_being_written_by_somebody")

    keys = keeping(small, clock)
    monkeypatch.setattr(WriterLock, "take", refuse)
    with pytest.raises(Refused, match="register_being_written"):
        keys.add(NEW, ANOTHER)


def test_a_desk_opened_before_writes_nothing_into_the_old_file(small: Small, clock: StillClock):
    desk = open_register(small.folder, PAT, PASSPHRASES[PAT], clock)
    keeping(small, clock, THEO).remove(QUINN)
    with pytest.raises(Refused, match="register_moved_on"), desk.register.writing(PAT):
        pass
    desk.close()


def test_keys_of_a_register_that_moved_on_are_not_changed(small: Small, clock: StillClock):
    stale = keeping(small, clock)
    keeping(small, clock, THEO).remove(QUINN)
    with pytest.raises(Refused, match="register_moved_on"):
        stale.add(NEW, ANOTHER)


def test_what_is_half_typed_outlives_a_new_key(small: Small, clock: StillClock, monkeypatch):
    place = small.folder.parent
    monkeypatch.setattr("sharebook.bootstrap.draft_box.default_place", lambda: place)
    keys = keeping(small, clock)
    drafting_of(keys.access, clock).keep("record", "half-typed", Texts({"purpose": "so that"}))
    rowan = replace(keys.access, person=THEO)
    drafting_of(rowan, clock).keep("record", "theirs", Texts({}))

    keys.remove(QUINN)

    assert [it.words for it in drafting_of(keys.access, clock).waiting()] == ["half-typed"]
    theirs = replace(keys.access, person=THEO)
    assert [it.words for it in drafting_of(theirs, clock).waiting()] == ["theirs"]


def test_a_desk_changes_keys_and_opens_anew(small: Small, clock: StillClock):
    desk = open_register(small.folder, PAT, PASSPHRASES[PAT], clock)
    keys = KeyKeeping(desk.access, clock, LEAST)
    keys.remove(QUINN)
    desk.close()
    again = Desk.opened(keys.access, clock)
    assert again.register.count(Pupil) == PUPILS
    with again.register.writing(PAT):
        pass
    again.close()


def test_whoever_is_open_goes_on_with_what_a_change_returns(small: Small, clock: StillClock):
    keys: KeyKeeping = keeping(small, clock)
    assert keys.remove(QUINN) == keys.access
    keys.add(NEW, ANOTHER)
    assert [each.name for each in keys.people()] == [PAT, THEO, NEW.name]
