"""What the page shows: the people, who one is among them, and the recovery sheet."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sharebook.domain.people import Person, StaffRole

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """Read in a few milliseconds, from the key file and one row of the register.

    Attributes:
        people: in the order they were added.
        me: the name of whoever opened the register.
        only_reads: whether that person changes nothing but their own passphrase.
        proved_on: the day the recovery sheet in force was last proved.
    """

    people: tuple[Person, ...]
    me: str
    only_reads: bool
    proved_on: date | None


def read_keys(desk: "Desk") -> KeyFacts:
    """Return who may open the register.

    Raises:
        Trouble: the key file or the register cannot be read.
    """
    from sharebook.bootstrap.people import people

    return KeyFacts(
        tuple(people(desk.folder)),
        desk.person,
        str(desk.role) == StaffRole.DATA_PROTECTION_OFFICER,
        desk.sheet_proved_on(),
    )
