"""The roll: pupils, their spells since the book began, and the adults in their lives."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from random import Random

from sharebook.domain import upn
from sharebook.domain.contacts import Contact
from sharebook.domain.households import Household
from sharebook.domain.names import HouseholdId, PupilId, SpellId
from sharebook.domain.pupils import Pupil, Spell
from sharebook.services.practice.calendar import Calendar
from sharebook.services.practice.cast import Casting, Family, contacts_of
from sharebook.services.practice.script import ChildScript, NamesScript, SchoolScript, read
from sharebook.services.practice.seats import YEAR_GROUPS, Stay, stays
from sharebook.services.practice.turns import with_turns

_SEED = 20180314
_SEPTEMBER = 9
_END_OF_YEAR = (8, 31)
_AGE_AT_START = 5  # born in the year before this birthday's September
_TEMPORARY, _NONE = 611, 597  # the pupils, by number, whose UPN is still to come


@dataclass(frozen=True, slots=True)
class ChildrenScript:
    """The children who play a part, and who of them live together, by full name."""

    children: tuple[ChildScript, ...]
    households: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Roll:
    """Every child of the book.

    Attributes:
        joiners, movers, leavers: pupils by how they came or went, with the day.
        homes: full names of children who live together.
    """

    pupils: tuple[Pupil, ...]
    spells: tuple[Spell, ...]
    contacts: tuple[Contact, ...]
    joiners: tuple[tuple[PupilId, date], ...]
    movers: tuple[tuple[PupilId, date], ...]
    leavers: tuple[tuple[PupilId, date], ...]
    homes: tuple[tuple[str, ...], ...]

    @cached_property
    def households(self) -> tuple[Household, ...]:
        """Who live together, as far as the school was told."""
        return tuple(
            Household(HouseholdId(number), tuple(sorted(self.by_name[name] for name in names)))
            for number, names in enumerate(self.homes, start=1)
        )

    @cached_property
    def by_name(self) -> dict[str, PupilId]:
        """The newest pupil of each full name."""
        return {pupil.full_name: pupil.id for pupil in self.pupils}

    @cached_property
    def flags(self) -> dict[PupilId, tuple[str, ...]]:
        """The school's words for each pupil."""
        return {pupil.id: pupil.flags for pupil in self.pupils}

    @cached_property
    def _by_year(self) -> dict[int, list[Spell]]:
        years: dict[int, list[Spell]] = {}
        for spell in self.spells:
            began = spell.first_day.year - (spell.first_day.month < _SEPTEMBER)
            years.setdefault(began, []).append(spell)
        return years

    def on(self, day: date) -> list[Spell]:
        """Return the spells that cover `day`."""
        began = day.year - (day.month < _SEPTEMBER)
        return [spell for spell in self._by_year.get(began, []) if spell.covers(day)]


def enrol(calendar: Calendar, script: SchoolScript) -> Roll:
    """Return the whole roll of the practice school."""
    random = Random(_SEED)  # noqa: S311 - a play, not a secret
    part = read("children", ChildrenScript)
    classes = {
        name: (place, half)
        for place, year in enumerate(YEAR_GROUPS)
        for half, name in enumerate(script.classes[year])
    }
    casting = Casting(read("names", NamesScript), random)
    writing = _Enrolling(calendar, script, casting, random)
    for stay in stays(calendar, part.children, classes, random):
        writing.add(stay)
    return writing.roll(part.households)


class _Enrolling:
    """Collects the records of one stay after another."""

    def __init__(
        self, calendar: Calendar, script: SchoolScript, casting: Casting, random: Random
    ) -> None:
        self._calendar = calendar
        self._script = script
        self._casting = casting
        self._random = random
        self._families: dict[str, Family] = {}
        self._pupils: list[Pupil] = []
        self._spells: list[Spell] = []
        self._contacts: list[Contact] = []
        self._ways: dict[str, list[tuple[PupilId, date]]] = {"in": [], "moved": [], "out": []}

    def add(self, stay: Stay) -> None:
        """Write down one child, unless the child had left before the book began."""
        spells = self._spells_of(stay, PupilId(len(self._pupils) + 1))
        if not spells:
            return
        pupil, family = self._pupil(stay)
        self._pupils.append(pupil)
        self._spells += spells
        self._contacts += contacts_of(
            family, pupil.id, len(self._contacts) + 1, protected=pupil.protected
        )
        if stay.joined_late:
            self._ways["in"].append((pupil.id, stay.admitted))
        if stay.left is not None:
            self._ways["moved" if stay.moved else "out"].append((pupil.id, stay.left))

    def roll(self, homes: tuple[tuple[str, ...], ...]) -> Roll:
        """Return everything collected."""
        return Roll(
            tuple(self._pupils),
            tuple(self._spells),
            tuple(self._contacts),
            tuple(self._ways["in"]),
            tuple(self._ways["moved"]),
            tuple(self._ways["out"]),
            homes,
        )

    def _spells_of(self, stay: Stay, pupil: PupilId) -> list[Spell]:
        spells: list[Spell] = []
        for began in self._calendar.years:
            group = began - stay.seat.cohort
            first = max(stay.admitted, date(began, _SEPTEMBER, 1))
            ends = date(began + 1, *_END_OF_YEAR)
            last = min(ends, stay.left) if stay.left else ends
            if not 0 <= group < len(YEAR_GROUPS) or first > last:
                continue
            year = YEAR_GROUPS[group]
            going_on = last >= self._calendar.today
            leaving = stay.left is not None and last == stay.left
            spells.append(
                Spell(
                    id=SpellId(0),
                    pupil=pupil,
                    year=year,
                    class_name=self._script.classes[year][stay.seat.half],
                    first_day=first,
                    last_day=None if going_on else last,
                    left_for=self._left_for(stay) if leaving else "",
                )
            )
        told = with_turns(spells, stay.child, self._calendar)
        number = len(self._spells) + 1
        return [replace(each, id=SpellId(number + place)) for place, each in enumerate(told)]

    def _left_for(self, stay: Stay) -> str:
        if stay.child is not None and stay.child.left_for:
            return stay.child.left_for
        return "Sample Hill Junior School" if stay.moved else "Mockford High School"

    def _pupil(self, stay: Stay) -> tuple[Pupil, Family]:
        number = PupilId(len(self._pupils) + 1)
        child = stay.child
        if child is None:
            family, forename = self._casting.child(stay.seat.cohort)
            born, flags = self._born(stay.seat.cohort), self._casting.flags()
        else:
            family, forename = self._family_of(child), child.forename
            month, day = child.born.split("-")
            year = stay.seat.cohort - _AGE_AT_START + (int(month) < _SEPTEMBER)
            born, flags = date(year, int(month), int(day)), child.flags
        held, state = self._upn(stay, number)
        pupil = Pupil(
            id=number,
            surname=family.surname,
            forename=forename,
            born=born,
            upn=held,
            upn_state=state,
            known_as=child.known_as if child else "",
            admission_number=f"{number:05}",
            protected=child is not None and child.protected,
            flags=flags,
            former_names=child.former_names if child else (),
            former_upns=child.former_upns if child else (),
        )
        return pupil, family

    def _family_of(self, child: ChildScript) -> Family:
        if child.surname not in self._families:
            home = self._families[child.lives_with].address if child.lives_with else ""
            family = self._casting.family_of(child.surname, child.adults, home)
            self._families[child.surname] = family
        return self._families[child.surname]

    def _born(self, cohort: int) -> date:
        return date(cohort - _AGE_AT_START, _SEPTEMBER, 1) + timedelta(
            days=self._random.randrange(365)
        )

    def _upn(self, stay: Stay, number: PupilId) -> tuple[str, str]:
        school = self._script.school.laestab.replace("/", "")
        body = f"{school}{stay.seat.cohort % 100:02}{number % 1000:03}"
        if number == _NONE:
            return "", upn.NONE
        if number == _TEMPORARY:
            body = f"{body[:-1]}A"
        held = upn.check_letter(body) + body
        return held, upn.state(held)
