"""Who may open a register: read from the key file alone, so that the first window is quick."""

from dataclasses import dataclass
from pathlib import Path

from sharebook.domain.people import Person
from sharebook.vault.bundle import Bundle
from sharebook.vault.key_disk import read_key_file


@dataclass(frozen=True, slots=True)
class Doorplate:
    """What can be read without a passphrase."""

    school: str
    people: tuple[Person, ...]


def doorplate(folder: Path) -> Doorplate:
    """Return the school's name and the people named in the key file.

    Raises:
        Trouble: the key file is missing, damaged, or newer than this program.
    """
    keys = read_key_file(Bundle(folder))
    return Doorplate(keys.school, tuple(Person(slot.name, slot.role) for slot in keys.people))


def people(folder: Path) -> list[Person]:
    """Return the people named in the key file, in its order."""
    return list(doorplate(folder).people)
