"""The folder `<School>.sharebook/` and the names of the files in it."""

import re
from dataclasses import dataclass
from pathlib import Path

SUFFIX = ".sharebook"
_DATABASE = re.compile(r"register-([1-9][0-9]{0,8})\.db")
_SEALED = re.compile(r"sealed-([1-9][0-9]{0,8})\.db")
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')  # Windows allows none of these
_LONGEST_NAME = 80  # letters; leaves room for the rest of a Windows path


@dataclass(frozen=True, slots=True)
class Bundle:
    """One register on disk.

    The key file names the data file, so every change of keys commits by replacing one small
    file that nobody keeps open. `writer.lock` is a reserved name.
    """

    folder: Path

    @property
    def keys(self) -> Path:
        """The key file."""
        return self.folder / "register.keys"

    @property
    def keys_backup(self) -> Path:
        """The copy of the key file, written after it."""
        return self.folder / "register.keys.bak"

    def database(self, name: str) -> Path:
        """Return the path of the data file, or the compartment, that the key file calls `name`."""
        return self.folder / name


def database_name(number: int) -> str:
    """Return the name of the data file made `number`th, from 1."""
    return f"register-{number}.db"


def is_database_name(name: str) -> bool:
    """Tell whether `name` can be a data file of a bundle; paths and other files cannot."""
    return _DATABASE.fullmatch(name) is not None


def database_number(name: str) -> int:
    """Return which data file of the bundle `name` is, from 1; 0 if it is none."""
    found = _DATABASE.fullmatch(name)
    return int(found[1]) if found else 0


def sealed_name(number: int) -> str:
    """Return the name of the compartment's file made `number`th, from 1."""
    return f"sealed-{number}.db"


def is_sealed_name(name: str) -> bool:
    """Tell whether `name` can be the file of a compartment."""
    return _SEALED.fullmatch(name) is not None


def sealed_number(name: str) -> int:
    """Return which compartment's file of the bundle `name` is, from 1; 0 if it is none."""
    found = _SEALED.fullmatch(name)
    return int(found[1]) if found else 0


def folder_name(school: str) -> str:
    """Return the folder name for a school's register, usable on every system."""
    plain = " ".join(_NOT_IN_NAMES.sub(" ", school).split())[:_LONGEST_NAME].strip(" .")
    return (plain or "Register") + SUFFIX
