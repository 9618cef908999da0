"""Who is easily taken for a child: said wherever one of the two is about to be chosen."""

from collections.abc import Iterable
from dataclasses import dataclass

from sharebook.domain.clock import Clock
from sharebook.domain.names import PupilId
from sharebook.domain.pupils import Pupil, Spell, spell_on
from sharebook.domain.recorded import known_at
from sharebook.domain.twins import alike, twins
from sharebook.services.choosing import OnRoll
from sharebook.services.ports import Register

_MOST = 200  # children of one surname that are looked through


@dataclass(frozen=True, slots=True)
class Twin:
    """A child of the same surname and birthday.

    Attributes:
        where: "4 Kingfisher"; "" where the child is not on roll today.
        alike: forename or number are near as well.
    """

    pupil: Pupil
    where: str
    alike: bool

    @property
    def said(self) -> str:
        """Return "Bea, 4 Kingfisher"; the whole name where the forenames are the same."""
        return ", ".join(part for part in (self.pupil.called, self.where) if part)


class Twinning:
    """Finds twins by the search index, so that a long roll need not be read."""

    def __init__(self, register: Register, clock: Clock) -> None:
        self._register = register
        self._clock = clock

    def of(self, pupil: Pupil) -> list[Twin]:
        """Return who shares a child's surname and birthday, by name."""
        if pupil.disposed_of:
            return []
        known = {each.id: each for each in self._register.find_pupils(pupil.surname, _MOST)}
        known[pupil.id] = pupil
        others = [known[each] for each in twins(known.values()).get(pupil.id, ())]
        found = [Twin(each, self._where(each), alike(pupil, each)) for each in others]
        return sorted(found, key=lambda twin: (twin.pupil.called.casefold(), twin.pupil.id))

    def warning(self, pupil: Pupil) -> str:
        """Return "Has a twin: Bea, 4 Kingfisher", or "" for most children."""
        return warning(self.of(pupil))

    def _where(self, pupil: Pupil) -> str:
        spells: list[Spell] = known_at(self._register.about(Spell, pupil.id), None)
        here = spell_on(spells, self._clock.today())
        return f"{here.year} {here.class_name}".strip() if here else ""


def twin_words(roll: Iterable[OnRoll]) -> dict[PupilId, str]:
    """Return "has a twin: Bea, 4 Kingfisher" for every child of a roll who has one."""
    people = {each.pupil.id: each for each in roll}
    found = twins(each.pupil for each in people.values())
    return {
        one: "has a twin: " + " and ".join(_said(people[other]) for other in others)
        for one, others in found.items()
    }


def _said(each: OnRoll) -> str:
    spell = None if each.left else each.spell
    where = f"{spell.year} {spell.class_name}".strip() if spell else ""
    return ", ".join(part for part in (each.pupil.called, where) if part)


def warning(found: list[Twin]) -> str:
    """Return the words of the warning about these twins, or "" where there are none."""
    names = " and ".join(each.said for each in found)
    near = " (easily mistaken)" if any(each.alike for each in found) else ""
    return f"Has a twin: {names}{near}" if found else ""
