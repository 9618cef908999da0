"""A child, and the periods the child was on roll."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sharebook.domain.names import NO_CODE, Code, PupilId, SpellId


class Registered(StrEnum):
    """How a child is registered here who goes to two schools; the catalogue has the words."""

    MAIN = "main"
    SUBSIDIARY = "subsidiary"
    GUEST = "guest"


@dataclass(frozen=True, slots=True)
class Pupil:
    """A child on the register, now or once.

    Attributes:
        surname: legal surname.
        forename: legal forename.
        known_as: the forename used, if it differs.
        upn: tidied unique pupil number, or "" where none is held.
        upn_state: one of "permanent", "temporary", "unverified", "none".
        protected: whereabouts are protected; address-like items are never shared or printed.
        flags: school's own words a cohort rule may ask for ("SEN support", "free meals").
    """

    id: PupilId
    surname: str
    forename: str
    born: date
    upn: str = ""
    upn_state: str = "none"
    known_as: str = ""
    former_names: tuple[str, ...] = ()
    former_upns: tuple[str, ...] = ()
    admission_number: str = ""
    protected: bool = False
    flags: tuple[str, ...] = ()

    @property
    def disposed_of(self) -> bool:
        """Whether nothing but the number is left, because the time to keep it has ended."""
        return self.born == date.min

    @property
    def called(self) -> str:
        """The forename people use."""
        return self.known_as or self.forename

    @property
    def full_name(self) -> str:
        """The name the office says: forename used, then surname."""
        if self.disposed_of:
            return f"Pupil {self.id} (disposed of)"
        return f"{self.called} {self.surname}".strip()


@dataclass(frozen=True, slots=True)
class Spell:
    """A period on roll in one year group and class.

    Attributes:
        year: year group as the school writes it: "R", "1" to "13", "N1".
        last_day: last day on roll in this class, or None while it runs.
        left_for: where the child went, if this spell ended by leaving.
        enrolment: how the child is registered here, if at two schools at once; a catalogue row.
        other_school: the other school of a child registered at two.
    """

    id: SpellId
    pupil: PupilId
    year: str
    class_name: str
    first_day: date
    last_day: date | None = None
    left_for: str = ""
    enrolment: Code = NO_CODE
    other_school: str = ""

    @property
    def main(self) -> bool:
        """Whether this school is the child's only or main one."""
        return self.enrolment in (NO_CODE, Registered.MAIN)

    def covers(self, day: date) -> bool:
        """Say whether the child was on roll here on `day`."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)

    def meets(self, other: "Spell") -> bool:
        """Say whether both cover one day or more."""
        first, last = (
            max(self.first_day, other.first_day),
            min(self.last_day or date.max, other.last_day or date.max),
        )
        return first <= last


def spell_on(spells: Iterable[Spell], day: date) -> Spell | None:
    """Return the spell that covers `day`; of several a main one, then the latest-begun."""
    covering = [spell for spell in spells if spell.covers(day)]
    return max(covering, key=lambda spell: (spell.main, spell.first_day), default=None)
