"""A child comes back: a new period on roll begins, the old one stays as it was."""

from dataclasses import dataclass, replace
from datetime import date

from sharebook.domain.errors import Refused
from sharebook.domain.names import PupilId, SpellId
from sharebook.domain.pupils import Spell
from sharebook.services.ports import Register
from sharebook.services.spells import pupil_now, spells_now


@dataclass(frozen=True, slots=True)
class Place:
    """Where a child is from a day on."""

    year: str
    class_name: str
    first_day: date


class Returning:
    """Writes a period on roll after a gap."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def come_back(self, pupil: PupilId, place: Place, person: str) -> Spell:
        """Write that the child is on roll again from a day on.

        Raises:
            Refused: there is no such child, no year is given, the day comes before the birthday,
                or the child is on roll then already.
        """
        known = pupil_now(self._register, pupil).record
        if not place.year.strip():
            raise Refused("enrol_year", "year")
        if place.first_day < known.born:
            raise Refused("enrol_before_birth", "first_day")
        begun = Spell(
            SpellId(0), pupil, place.year.strip(), place.class_name.strip(), place.first_day
        )
        for each in spells_now(self._register, pupil):
            if each.record.meets(begun):
                raise Refused("return_on_roll", "first_day", name=known.full_name)
        with self._register.writing(person) as writer:
            begun = replace(begun, id=SpellId(writer.next_id(Spell)))
            writer.add(begun)
        return begun
