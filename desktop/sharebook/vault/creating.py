"""Making the keys of a new register, in a folder of its own."""

import contextlib
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.vault import recovery, writer_lock
from sharebook.vault.authentic import signed
from sharebook.vault.both_keys import BothKeys
from sharebook.vault.bundle import Bundle, database_name, sealed_name
from sharebook.vault.kdf import KEY_BYTES, tuned_strength
from sharebook.vault.key_disk import write_key_file
from sharebook.vault.key_file import KeyFile, PersonSlot, RecoverySlot
from sharebook.vault.passphrases import refuse_weak
from sharebook.vault.replacing import flush_folder
from sharebook.vault.slots import Purpose, person_slot, recovery_slot
from sharebook.vault.strength import Strength

_OWNER_ONLY = 0o700
_LEFT_BY_A_DATABASE = ("", "-journal", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class NewKeys:
    """What the maker of the data file needs, and what the first person must print.

    Attributes:
        data_key: 32 bytes, SQLCipher's raw key.
        database: where the data file is to be made; nothing stands there yet.
        sealed_key: 32 bytes, the raw key of the compartment.
        sealed: where its file is to be made, before the data file.
        recovery_code: as printed on the recovery sheet; kept nowhere.
    """

    data_key: bytes = field(repr=False)
    database: Path
    sealed_key: bytes = field(repr=False)
    sealed: Path
    register_id: str
    recovery_code: str = field(repr=False)
    generation: int


def create_keys(
    folder: Path,
    school: str,
    person: str,
    role: Code,
    passphrase: str,
    strength: Strength | None = None,
) -> NewKeys:
    """Make the folder and its key file with one person and the recovery sheet.

    The cost of a guess, `strength`, is measured on this computer when left out: half a second.
    The sheet holds the compartment's key, and the first person does if they are one of `HOLDERS`.

    Raises:
        Refused: `folder_not_empty`, `school_unnamed`, `person_unnamed`, `passphrase_weak`.
        Trouble: `keys_not_written`, `keys_memory`; nothing is left behind.
    """
    school, who = _named(school, "school"), Person(_named(person, "person"), role)
    refuse_weak(passphrase, about=(school, who.name))
    _refuse_used(folder)
    both, secret = BothKeys(os.urandom(KEY_BYTES), os.urandom(KEY_BYTES)), recovery.new_secret()
    purpose = Purpose(secrets.token_hex(16), database_name(1), sealed_name(1))
    slot = person_slot(who, passphrase, strength or tuned_strength(), both, purpose)
    keys = _first_keys(school, purpose, slot, recovery_slot(secret, both, purpose))
    bundle = Bundle(folder)
    _write(bundle, signed(keys, both))
    return NewKeys(
        both.data,
        bundle.database(keys.database),
        both.sealed,
        bundle.database(keys.sealed),
        keys.register_id,
        recovery.printed(secret),
        keys.generation,
    )


def _first_keys(school: str, purpose: Purpose, slot: PersonSlot, sheet: RecoverySlot) -> KeyFile:
    return KeyFile(
        purpose.register_id,
        school,
        1,
        purpose.database,
        (slot,),
        sheet,
        sealed=purpose.sealed,
        sealed_generation=1,
    )


def discard_keys(new: NewKeys) -> None:
    """Take everything back after making the data file failed; close it first.

    Removes only what a new register holds, so a file that somebody put there meanwhile stays.

    Raises:
        Trouble: the system refused (`keys_not_removed`).
    """
    bundle = Bundle(new.database.parent)
    made = [bundle.keys, bundle.keys_backup]
    for file in (new.database, new.sealed):
        made += [file.with_name(file.name + end) for end in _LEFT_BY_A_DATABASE]
    made.append(bundle.folder / writer_lock.NAME)
    try:
        for file in made:
            file.unlink(missing_ok=True)
        if bundle.folder.is_dir() and not any(bundle.folder.iterdir()):
            bundle.folder.rmdir()
    except OSError as wrong:
        raise Trouble("keys_not_removed", folder=bundle.folder, reason=wrong.strerror) from wrong


def _named(name: str, which: str) -> str:
    tidied = " ".join(name.split())
    if not tidied:
        raise Refused(f"{which}_unnamed", which)
    return tidied


def _refuse_used(folder: Path) -> None:
    try:
        used = any(folder.iterdir())
    except FileNotFoundError:
        return
    except NotADirectoryError:
        used = True
    except OSError as wrong:
        raise Trouble("keys_not_written", folder=folder, reason=wrong.strerror) from wrong
    if used:
        raise Refused("folder_not_empty", "folder", folder=folder)


def _write(bundle: Bundle, keys: KeyFile) -> None:
    was_there = bundle.folder.is_dir()
    _make_folder(bundle.folder)
    try:
        write_key_file(bundle, keys)
    except Trouble:
        bundle.keys.unlink(missing_ok=True)
        if not was_there:
            bundle.folder.rmdir()
        raise


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=_OWNER_ONLY, parents=True, exist_ok=True)
        flush_folder(folder.parent)
        if os.name == "posix":
            with contextlib.suppress(PermissionError):  # a share's rights are its server's
                folder.chmod(_OWNER_ONLY)  # also where the office made the folder beforehand
    except OSError as wrong:
        raise Trouble("keys_not_written", folder=folder, reason=wrong.strerror) from wrong
