"""A change of keys that a power cut, a full disk or somebody's old copy came between."""

import errno
import shutil
from pathlib import Path

import pytest

from sharebook.bootstrap.keys import new_code
from sharebook.bootstrap.opening import access
from sharebook.domain.errors import Trouble
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.store.rekeying import HeldRegister, generation_of
from sharebook.vault import leftovers
from sharebook.vault.bundle import Bundle
from sharebook.vault.key_disk import read_key_file
from sharebook.vault.unlocking import unlock
from sharebook.words.sentences import told
from tests.conftest import StillClock
from tests.vault.school import (
    ANOTHER,
    PASSPHRASES,
    PAT,
    PUPILS,
    QUINN,
    THEO,
    Small,
    files,
    keeping,
    pupils,
)

NEW = Person("Robin Standin", Code("office"))
WHOLE = ["register.keys", "register.keys.bak", "sealed-1.db"]


class PowerCut(BaseException):
    """The program ends here."""


def cut(*_ignored: object, **_named: object) -> None:
    raise PowerCut


def generations(small: Small, clock: StillClock) -> tuple[int, int]:
    keys = read_key_file(Bundle(small.folder))
    found = unlock(small.folder, PAT, PASSPHRASES[PAT])
    return keys.generation, generation_of(found.database, found.data_key)


# ---------------------------------------------------------------------------- without a new key


def test_a_change_the_data_file_did_not_hear_of_is_finished_by_the_next_opening(
    small: Small, clock: StillClock, monkeypatch: pytest.MonkeyPatch
):
    keys = keeping(small, clock)
    with monkeypatch.context() as patched:
        patched.setattr(HeldRegister, "note", cut)
        with pytest.raises(PowerCut):
            keys.add(NEW, ANOTHER)
    ahead, behind = generations(small, clock)
    assert ahead == behind + 1
    assert pupils(small, NEW.name, clock, ANOTHER) == PUPILS
    assert generations(small, clock) == (ahead, ahead)


def test_it_is_finished_by_the_next_change_too(
    small: Small, clock: StillClock, monkeypatch: pytest.MonkeyPatch
):
    keys = keeping(small, clock)
    with monkeypatch.context() as patched:
        patched.setattr(HeldRegister, "note", cut)
        with pytest.raises(PowerCut):
            keys.add(NEW, ANOTHER)
    keys.remove(NEW.name)
    ahead, behind = generations(small, clock)
    assert ahead == behind


def test_a_full_disk_after_the_change_does_not_make_it_look_undone(
    small: Small, clock: StillClock, monkeypatch: pytest.MonkeyPatch
):
    def full(*_ignored: object) -> None:
        raise Trouble("disk_full")

    keys = keeping(small, clock)
    with monkeypatch.context() as patched:
        patched.setattr(HeldRegister, "note", full)
        keys.add(NEW, ANOTHER)
    assert pupils(small, NEW.name, clock, ANOTHER) == PUPILS


def test_a_register_that_cannot_be_written_opens_with_its_change_unfinished(
    small: Small, clock: StillClock, monkeypatch: pytest.MonkeyPatch
):
    keys = keeping(small, clock)
    with monkeypatch.context() as patched:
        patched.setattr(HeldRegister, "note", cut)
        with pytest.raises(PowerCut):
            keys.add(NEW, ANOTHER)
    with monkeypatch.context() as patched:

        def refuse(*_ignored: object) -> None:
            raise Trouble("read_only")

        patched.setattr(HeldRegister, "note", refuse)
        assert pupils(small, PAT, clock) == PUPILS


# ---------------------------------------------------------------------------- with a new key


def test_a_power_cut_before_the_change_leaves_the_old_register(
    small: Small, clock: StillClock, monkeypatch: pytest.MonkeyPatch
):
    keys = keeping(small, clock)
    with monkeypatch.context() as patched:
        patched.setattr("sharebook.bootstrap.held_keys.commit_key_file", cut)
        patched.setattr(leftovers, "tidy", lambda *_: None)
        with pytest.raises(PowerCut):
            keys.remove(QUINN)
    assert "register-2.db" in files(small)
    assert pupils(small, QUINN, clock) == PUPILS
    assert files(small) == ["register-1.db", *WHOLE]


def test_a_power_cut_after_the_change_leaves_the_new_register(
    small: Small, clock: StillClock, monkeypatch: pytest.MonkeyPatch
):
    keys = keeping(small, clock)
    with monkeypatch.context() as patched:
        patched.setattr("sharebook.bootstrap.keys.finish", cut)
        with pytest.raises(PowerCut):
            keys.remove(QUINN)
    assert "register-1.db" in files(small)
    assert pupils(small, THEO, clock) == PUPILS
    assert files(small) == ["register-2.db", *WHOLE]


def test_a_full_disk_before_the_change_leaves_nothing_behind(
    small: Small, clock: StillClock, monkeypatch: pytest.MonkeyPatch
):
    def full(*_ignored: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    keys = keeping(small, clock)
    before = Bundle(small.folder).keys.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr("sharebook.vault.key_disk.replace_file", full)
        with pytest.raises(Trouble, match="keys_not_written"):
            keys.remove(QUINN)
    assert Bundle(small.folder).keys.read_bytes() == before
    assert files(small) == ["register-1.db", *WHOLE]
    keys.remove(QUINN)
    assert pupils(small, PAT, clock) == PUPILS


def test_a_data_file_that_sharebook_did_not_mark_is_never_removed(small: Small, clock: StillClock):
    strange = ("register-2.db", "register-7.db", "sealed-3.db", "copy-of-register-1.db")
    for name in strange:
        (small.folder / name).write_bytes(b"somebody's only copy")
    keeping(small, clock).remove(QUINN)
    assert pupils(small, PAT, clock) == PUPILS
    assert files(small) == sorted([*strange, "register-8.db", *WHOLE])


def test_copies_kept_before_upgrades_go_with_the_key_they_are_under(
    small: Small, clock: StillClock
):
    copies = [f"{stem}-1-before-upgrade-from-1.db" for stem in ("register", "sealed")]
    for name in copies:
        (small.folder / name).write_bytes(b"the register before an upgrade")
    keeping(small, clock).remove(QUINN)
    assert set(copies) & set(files(small)) == {copies[1]}  # its key is what it was
    keeping(small, clock, THEO).change_passphrase(PASSPHRASES[THEO], ANOTHER, known_to_others=True)
    assert not set(copies) & set(files(small))


def test_a_data_file_somebody_holds_open_is_removed_later(
    small: Small, clock: StillClock, monkeypatch: pytest.MonkeyPatch
):
    def held_open(path: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002  # as Path's
        if path.name == "register-1.db":
            raise PermissionError(errno.EACCES, "The file is used by another program")
        remove(path, missing_ok=missing_ok)

    remove = Path.unlink
    keys = keeping(small, clock)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", held_open)
        keys.remove(QUINN)
    assert "register-1.db" in files(small)
    assert pupils(small, PAT, clock) == PUPILS
    assert files(small) == ["register-2.db", *WHOLE]


# ---------------------------------------------------------------------------- put back


def test_an_old_key_file_put_back_is_told(small: Small, clock: StillClock, tmp_path: Path):
    kept = shutil.copy(Bundle(small.folder).keys, tmp_path / "kept")
    keeping(small, clock).change_passphrase(PASSPHRASES[PAT], ANOTHER)
    shutil.copy(kept, Bundle(small.folder).keys)
    for who in (PAT, THEO):
        with pytest.raises(Trouble) as trouble:
            access(small.folder, who, PASSPHRASES[who], clock)
        assert trouble.value.code == "keys_older"
    assert "old key file" in told(trouble.value)


def test_an_old_data_file_put_back_is_told(small: Small, clock: StillClock, tmp_path: Path):
    kept = shutil.copy(small.folder / "register-1.db", tmp_path / "kept")
    keys = keeping(small, clock, THEO)
    keys.add(NEW, ANOTHER)
    keys.replace_sheet(new_code())
    shutil.copy(kept, small.folder / "register-1.db")
    with pytest.raises(Trouble, match="register_older"):
        access(small.folder, PAT, PASSPHRASES[PAT], clock)


def test_the_whole_folder_put_back_opens(small: Small, clock: StillClock, tmp_path: Path):
    """Only a remembered head or a printed seal can tell this one."""
    kept = tmp_path / "backup"
    shutil.copytree(small.folder, kept)
    keeping(small, clock).remove(QUINN)
    assert pupils(Small(kept, small.code), QUINN, clock) == PUPILS


def test_a_newer_copy_beside_an_old_key_file_stays(small: Small, clock: StillClock, tmp_path: Path):
    """Somebody copied half a backup over a register: the copy holds the newer keys' only sheet."""
    half = tmp_path / "half"
    shutil.copytree(small.folder, half)
    keeping(small, clock).remove(QUINN)
    newer = Bundle(small.folder).keys_backup.read_bytes()
    for name in ("register.keys", "register-1.db"):
        shutil.copy(half / name, small.folder / name)
    assert pupils(small, QUINN, clock) == PUPILS
    assert Bundle(small.folder).keys_backup.read_bytes() == newer
    assert "register-2.db" in files(small)


# ---------------------------------------------------------------------------- meanwhile


@pytest.mark.parametrize("verb", ["remove", "add"])
def test_keys_changed_while_a_passphrase_is_worked_out_are_read_again(
    small: Small, clock: StillClock, monkeypatch: pytest.MonkeyPatch, verb: str
):
    keys = keeping(small, clock)
    times: list[str] = []

    def slow(folder: Path, person: str, passphrase: str) -> object:
        found = unlock(folder, person, passphrase)
        times.append(person)
        if len(times) == 1:
            keys.remove(QUINN) if verb == "remove" else keys.add(NEW, ANOTHER)
        return found

    monkeypatch.setattr("sharebook.bootstrap.opening.unlock", slow)
    assert pupils(small, THEO, clock) == PUPILS
    assert times == [THEO, THEO]
