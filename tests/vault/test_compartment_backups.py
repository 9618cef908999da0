"""Backups carry the compartment, whoever makes them; what is in one belongs together."""

import json
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sharebook.bootstrap import copying
from sharebook.bootstrap.compartment_file import leave_no_trace
from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.opening import access, open_register
from sharebook.bootstrap.restores import restoring, with_passphrase
from sharebook.domain.backups import BEFORE_COMPARTMENTS, Manifest, Proof
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.names import Code, RecipientId
from sharebook.domain.people import Person
from sharebook.store.opening import open_database
from sharebook.store.register import SqlRegister
from sharebook.store.sqlite import number
from sharebook.vault.backup_file import pack, prove, read_keys, read_manifest
from sharebook.vault.backup_manifest import from_json, to_json
from sharebook.vault.backup_zip import NotABackup
from sharebook.words.losses import NOTHING, loses_nothing, loss_sentence
from tests.builders import a_recipient
from tests.conftest import Quiet, StillClock
from tests.vault.school import ANOTHER, PASSPHRASES, PAT, THEO, Small, keeping, pupils

PAGE = 4096


@pytest.fixture(autouse=True)
def own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sharebook.bootstrap.backups.default_place", lambda: tmp_path / "place")
    return tmp_path / "place"


def seal_an_entry(small: Small, clock: StillClock, entry: int = 1) -> None:
    found = access(small.folder, THEO, PASSPHRASES[THEO], clock)
    assert found.sealed
    with (
        closing(open_database(found.sealed.database, found.sealed.data_key)) as connection,
        SqlRegister(connection, clock).writing(THEO) as writer,
    ):
        writer.add(a_recipient(id=RecipientId(entry)))


def sealed_entries(small: Small, clock: StillClock) -> int:
    found = access(small.folder, THEO, PASSPHRASES[THEO], clock)
    assert found.sealed
    with closing(open_database(found.sealed.database, found.sealed.data_key)) as connection:
        return number(connection, "SELECT count(*) FROM recipient")


def backed_up(small: Small, clock: StillClock, quiet: Quiet, who: str = PAT) -> Path:
    with closing(open_register(small.folder, who, PASSPHRASES[who], clock)) as desk:
        made = desk.backing_up.make(quiet)
        assert next(each.proof for each in desk.backing_up.proved(quiet)) is Proof.WHOLE
        return made.backup.file


def restored(small: Small, file: Path, clock: StillClock, quiet: Quiet, who: str = PAT) -> None:
    service = restoring(small.folder, with_passphrase(who, PASSPHRASES[who]), clock)
    assert service.preview(file, quiet).is_sound
    service.restore(file, quiet)


@pytest.mark.parametrize("maker", [PAT, THEO])
@pytest.mark.parametrize("restorer", [PAT, THEO])
def test_the_compartment_goes_into_a_backup_and_comes_back(
    small: Small, clock: StillClock, quiet: Quiet, maker: str, restorer: str
):
    seal_an_entry(small, clock)
    file = backed_up(small, clock, quiet, maker)
    seal_an_entry(small, clock, 2)
    restored(small, file, clock, quiet, restorer)
    assert sealed_entries(small, clock) == 1
    assert pupils(small, PAT, clock) == 5


def test_what_would_be_lost_of_the_sealed_log_is_told_to_its_holders_alone(
    small: Small, clock: StillClock, quiet: Quiet
):
    file = backed_up(small, clock, quiet)
    for entry in (1, 2):
        seal_an_entry(small, clock, entry)
    told = {}
    for who in (PAT, THEO):
        service = restoring(small.folder, with_passphrase(who, PASSPHRASES[who]), clock)
        lost = service.preview(file, quiet).lost
        assert lost is not None
        told[who] = (lost.sealed, loses_nothing(lost), loss_sentence(lost))
    assert told[PAT] == (0, True, NOTHING)
    assert told[THEO] == (2, False, "The register in use holds 2 sealed entries that this lacks.")


def test_the_office_copies_it_byte_for_byte(small: Small, clock: StillClock, quiet: Quiet):
    with zipfile.ZipFile(backed_up(small, clock, quiet)) as packed:
        assert packed.read("sealed-1.db") == (small.folder / "sealed-1.db").read_bytes()


def test_a_manifest_tells_nothing_of_what_was_sealed(small: Small, clock: StillClock, quiet: Quiet):
    before = read_manifest(backed_up(small, clock, quiet))
    seal_an_entry(small, clock)
    after = read_manifest(backed_up(small, clock, quiet))
    assert replace(before, digests={}) == replace(after, digests={})
    assert {name for name in before.digests if before.digests[name] == after.digests[name]} == {
        "register.keys"  # the copy of the data file has pages of its own each time
    }


# ---------------------------------------------------------------------------- belonging together


def while_copying(monkeypatch: pytest.MonkeyPatch, *what: Callable[[], object]) -> None:
    """Let things happen after the data file was copied, one each time, then nothing."""
    due, copied = list(what), copying.copied

    def disturbed(*given: Any) -> Any:
        found = copied(*given)
        if due:
            due.pop(0)()
        return found

    monkeypatch.setattr(copying, "copied", disturbed)


def test_keys_changed_twice_meanwhile_the_backup_still_opens(
    small: Small, clock: StillClock, quiet: Quiet, monkeypatch: pytest.MonkeyPatch
):
    def change_twice() -> None:
        for name in ("Robin Standin", "Sam Placeholder"):
            keeping(small, clock, THEO).add(Person(name, Code("office")), ANOTHER)

    while_copying(monkeypatch, change_twice)
    file = backed_up(small, clock, quiet)
    assert read_keys(file).person("Sam Placeholder")
    restored(small, file, clock, quiet)
    assert pupils(small, PAT, clock) == 5
    assert sealed_entries(small, clock) == 0


@pytest.mark.parametrize("maker", [PAT, THEO])
def test_what_is_sealed_meanwhile_makes_it_copy_again(
    small: Small, clock: StillClock, quiet: Quiet, monkeypatch: pytest.MonkeyPatch, maker: str
):
    again = [lambda: seal_an_entry(small, clock), lambda: seal_an_entry(small, clock, 2)]
    while_copying(monkeypatch, *again)
    file = backed_up(small, clock, quiet, maker)
    restored(small, file, clock, quiet)
    assert sealed_entries(small, clock) == 2


def test_a_register_that_is_written_without_a_pause_is_not_backed_up_half(
    small: Small, clock: StillClock, quiet: Quiet, monkeypatch: pytest.MonkeyPatch, own_place: Path
):
    monkeypatch.setattr(copying, "has_journal", lambda _file: True)
    with pytest.raises(Refused, match="backup_register_busy"):
        backed_up(small, clock, quiet)
    assert [each.suffix for each in own_place.rglob("*") if each.is_file()] in ([], [".lock"])


def test_without_its_compartment_a_register_is_not_backed_up_as_if_whole(
    small: Small, clock: StillClock, quiet: Quiet
):
    (small.folder / "sealed-1.db").unlink()
    with pytest.raises(Trouble, match="compartment_missing"):
        backed_up(small, clock, quiet)


# ---------------------------------------------------------------------------- leaving


@pytest.mark.parametrize("writes", [False, True])
def test_a_holder_who_leaves_always_leaves_a_backup_and_a_file_written_anew(
    small: Small, clock: StillClock, quiet: Quiet, *, writes: bool
):
    backed_up(small, clock, quiet)
    desk: Desk = open_register(small.folder, THEO, PASSPHRASES[THEO], clock)
    before = (small.folder / "sealed-1.db").read_bytes()
    if writes:
        seal_an_entry(small, clock)
    backups = len(desk.backing_up.backups())
    desk.leave(quiet)
    after = (small.folder / "sealed-1.db").read_bytes()
    again = open_register(small.folder, PAT, PASSPHRASES[PAT], clock)
    assert len(again.backing_up.backups()) == backups + 1
    again.close()
    assert len(after) == len(before)
    assert not any(
        after[at : at + PAGE] == before[at : at + PAGE] for at in range(0, len(after), PAGE)
    )


def test_the_office_leaves_the_file_as_it_is(small: Small, clock: StillClock, quiet: Quiet):
    desk = open_register(small.folder, PAT, PASSPHRASES[PAT], clock)
    file = small.folder / "sealed-1.db"
    before = (file.read_bytes(), file.stat().st_mtime_ns)
    desk.leave(quiet)
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before


def test_what_was_sealed_is_there_after_leaving(small: Small, clock: StillClock):
    seal_an_entry(small, clock)
    found = access(small.folder, THEO, PASSPHRASES[THEO], clock)
    assert found.sealed
    leave_no_trace(found.sealed)
    assert sealed_entries(small, clock) == 1


# ---------------------------------------------------------------------------- older backups


def test_a_backup_of_before_compartments_is_still_restored(
    small: Small, clock: StillClock, quiet: Quiet, tmp_path: Path
):
    newer = read_manifest(backed_up(small, clock, quiet))
    older = replace(newer, format=BEFORE_COMPARTMENTS, sealed="", digests={})
    assert from_json(to_json(older)) == older
    assert b"sealed" not in to_json(older)


@pytest.mark.parametrize("sealed", ["../register-1.db", "register-1.db", "sealed-0.db"])
def test_a_manifest_that_names_something_else_is_none(
    small: Small, clock: StillClock, quiet: Quiet, tmp_path: Path, sealed: str
):
    file = backed_up(small, clock, quiet)
    manifest: Manifest = replace(read_manifest(file), sealed=sealed)
    key = access(small.folder, PAT, PASSPHRASES[PAT], clock).data_key
    forged = tmp_path / "forged.sharebook-backup"
    pack(forged, manifest, b"{}", {}, key)
    assert prove(forged, key) is Proof.DAMAGED


def test_a_format_1_manifest_with_a_compartment_is_none(
    small: Small, clock: StillClock, quiet: Quiet
):
    plain = json.loads(to_json(read_manifest(backed_up(small, clock, quiet))))
    plain["format"] = BEFORE_COMPARTMENTS
    with pytest.raises(NotABackup):
        from_json(json.dumps(plain).encode())
