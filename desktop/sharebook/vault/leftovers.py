"""Files that a change of keys has begun or outlived, and what else a power cut leaves.

"Data file" is said here of the register's and of the compartment's. Both are tidied by name, so
whoever does it needs no key.

Before a data file is copied under a new key, the old and the new one are both marked by an empty
file beside them. Whenever the program ends, a marked data file that the key file does not name is
a leftover and nothing else is: no file that Sharebook did not mark itself is ever removed, however
old or strange it looks. (An older key file may have been put back by hand, and the newer data file
beside it is then somebody's only copy.)
"""

import contextlib
from pathlib import Path

from sharebook.domain.errors import Trouble
from sharebook.vault.bundle import (
    Bundle,
    database_name,
    database_number,
    is_database_name,
    is_sealed_name,
    sealed_name,
    sealed_number,
)
from sharebook.vault.key_file import KeyFile
from sharebook.vault.key_json import NotAKeyFile, from_json, to_json
from sharebook.vault.replacing import flush_folder, replace_file

_MARK = ".changing"
_PART = ".part"
_LEFT_BY_A_DATABASE = ("", "-journal", "-wal", "-shm")


def next_database(bundle: Bundle, keys: KeyFile) -> str:
    """Return a name for the next data file that no file in the folder has.

    Raises:
        Trouble: the folder refused (`keys_not_written`).
    """
    names = [keys.database, *_names(bundle)]
    return database_name(1 + max(map(database_number, names)))


def next_sealed(bundle: Bundle, keys: KeyFile) -> str:
    """Return a name for the next file of the compartment that no file in the folder has.

    Raises:
        Trouble: the folder refused (`keys_not_written`).
    """
    names = [keys.sealed, *_names(bundle)]
    return sealed_name(1 + max(map(sealed_number, names)))


def unmarked_compartments(bundle: Bundle) -> list[str]:
    """Return files of compartments that no change of keys has begun or outlived.

    Raises:
        Trouble: the folder refused (`keys_not_written`).
    """
    marked = _marked(bundle)
    return [name for name in _names(bundle) if is_sealed_name(name) and name not in marked]


def mark(bundle: Bundle, *databases: str) -> None:
    """Mark data files as taking part in a change of keys.

    Raises:
        Trouble: the folder refused (`keys_not_written`).
    """
    try:
        for name in databases:
            _mark_of(bundle, name).touch(mode=0o600)
    except OSError as wrong:
        raise Trouble("keys_not_written", folder=bundle.folder, reason=wrong.strerror) from wrong
    flush_folder(bundle.folder)


def is_untidy(bundle: Bundle, keys: KeyFile) -> bool:
    """Tell whether `tidy` would find something to do."""
    return bool(_marked(bundle) or _parts(bundle) or _copy_is_behind(bundle, keys))


def tidy(bundle: Bundle, keys: KeyFile) -> None:
    """Remove leftovers and renew the key file's copy; what the system refuses waits for next time.

    Only for whoever holds the register for writing, and has proved `keys` and the data file.
    """
    for part in _parts(bundle):
        _remove(part)
    for name in _marked(bundle):
        if name in {keys.database, keys.sealed} or _database_removed(bundle, name):
            _remove(_mark_of(bundle, name))
    if _copy_is_behind(bundle, keys):
        with contextlib.suppress(OSError):
            replace_file(bundle.keys_backup, to_json(keys))


def _names(bundle: Bundle) -> list[str]:
    try:
        return [file.name for file in bundle.folder.iterdir() if _is_data_file(file.name)]
    except OSError as wrong:
        raise Trouble("keys_not_written", folder=bundle.folder, reason=wrong.strerror) from wrong


def _is_data_file(name: str) -> bool:
    return is_database_name(name) or is_sealed_name(name)


def _mark_of(bundle: Bundle, database: str) -> Path:
    return bundle.folder / (database + _MARK)


def _marked(bundle: Bundle) -> list[str]:
    names = (file.name.removesuffix(_MARK) for file in bundle.folder.glob(f"*{_MARK}"))
    return [name for name in names if _is_data_file(name)]


def _parts(bundle: Bundle) -> list[Path]:
    places = (file.with_name(file.name + _PART) for file in (bundle.keys, bundle.keys_backup))
    return [place for place in places if place.exists()]


def _database_removed(bundle: Bundle, name: str) -> bool:
    """Remove a data file, and the copies taken of it before upgrades: under the same old key."""
    file = bundle.database(name)
    ends = [file.with_name(file.name + end) for end in _LEFT_BY_A_DATABASE]
    return remove_copies(file) and all(_remove(each) for each in ends)


def remove_copies(database: Path) -> bool:
    """Remove the copies of a data file that were kept before upgrades; say whether none is left."""
    copies = database.parent.glob(f"{database.stem}-before-upgrade-from-*")
    return all(_remove(each) for each in list(copies))


def _remove(file: Path) -> bool:
    try:
        file.unlink(missing_ok=True)
    except OSError:  # Windows, while another window has it open
        return False
    return True


def _copy_is_behind(bundle: Bundle, keys: KeyFile) -> bool:
    """A copy that is newer than the key file is somebody's way back, and stays."""
    try:
        text = bundle.keys_backup.read_bytes()
        return text != to_json(keys) and from_json(text).generation <= keys.generation
    except (FileNotFoundError, NotAKeyFile):
        return True
    except (OSError, Trouble):
        return False
