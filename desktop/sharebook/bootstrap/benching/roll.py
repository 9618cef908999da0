"""An invented roll: everyone who was at the school, year by year; the same every time."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sharebook.bootstrap.benching.sizes import Size
from sharebook.domain.names import PupilId, SpellId
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.school_year import year_from

FIRST_YEAR = 2001  # in which the book begins
_STAYS = (3, 4, 4, 4)  # school years, as families move
_LOWEST, _HIGHEST = 7, 13
_A_CLASS = 26  # pupils
_DOUBLE_NAMES, _FLAGGED = 0.2, 0.15  # shares of the pupils
_STEMS = [
    "Sample",
    "Pretend",
    "Invent",
    "Example",
    "Imagine",
    "Suppose",
    "Fable",
    "Story",
    "Fancy",
    "Model",
]
_ENDS = ["ton", "by", "ford", "well", "worth", "ley", "ham", "stone", "brook", "field"]
_FORENAMES = [
    "Juno",
    "Pat",
    "Gus",
    "Ada",
    "Ravi",
    "Mina",
    "Otto",
    "Lena",
    "Zsófia",
    "Łukasz",
    "Søren",
    "Noor",
    "Kofi",
    "Ines",
]


@dataclass(frozen=True, slots=True)
class Stay:
    """One pupil's time at the school: the first year, and the last one of it."""

    pupil: Pupil
    first: int
    last: int
    group: int

    def group_in(self, year: int) -> int:
        """Return the year group in one school year."""
        return min(self.group + year - self.first, _HIGHEST)


@dataclass(frozen=True, slots=True)
class YearOnRoll:
    """One school year's roll: everybody, by year group and by class."""

    everyone: tuple[PupilId, ...]
    groups: dict[str, list[PupilId]]
    classes: dict[str, list[PupilId]]


def stays(size: Size, chance: Random) -> list[Stay]:
    """Return everyone's stay, in the order of their admission."""
    found: list[Stay] = []
    for year in range(size.years):
        arriving = size.intake if year else size.first_pupils
        for _ in range(arriving):
            years = chance.choice(_STAYS) if year else chance.randint(1, _STAYS[-1])
            group = chance.randint(_LOWEST, _HIGHEST - _STAYS[-1] + 1)
            last = min(year + years - 1, size.years - 1)
            found.append(Stay(_pupil(len(found) + 1, year, group, chance), year, last, group))
    return found


def _pupil(number: int, year: int, group: int, chance: Random) -> Pupil:
    surname = chance.choice(_STEMS) + chance.choice(_ENDS)
    if chance.random() < _DOUBLE_NAMES:
        surname += "-" + chance.choice(_STEMS) + chance.choice(_ENDS)
    born = date(FIRST_YEAR + year - group - 5, 9, 1) + timedelta(days=chance.randrange(365))
    flags = tuple(name for name in ("SEN support", "free meals") if chance.random() < _FLAGGED)
    return Pupil(
        PupilId(number),
        surname,
        chance.choice(_FORENAMES),
        born,
        upn=f"N999{number:09d}",
        upn_state="unverified",
        admission_number=f"{number:05d}",
        flags=flags,
    )


def rolls(size: Size, everyone: list[Stay]) -> list[YearOnRoll]:
    """Return each school year's roll."""
    return [_roll(year, everyone) for year in range(size.years)]


def _roll(year: int, everyone: list[Stay]) -> YearOnRoll:
    groups: defaultdict[str, list[PupilId]] = defaultdict(list)
    classes: defaultdict[str, list[PupilId]] = defaultdict(list)
    here = [stay for stay in everyone if stay.first <= year <= stay.last]
    for stay in here:
        group = str(stay.group_in(year))
        groups[group].append(stay.pupil.id)
        classes[class_name(stay, year)].append(stay.pupil.id)
    return YearOnRoll(tuple(stay.pupil.id for stay in here), dict(groups), dict(classes))


def class_name(stay: Stay, year: int) -> str:
    """Return a pupil's class: about 26 of each year group, the same ones together."""
    return f"{stay.group_in(year)}{chr(ord('A') + stay.pupil.id // _A_CLASS % 11)}"


def spells(size: Size, everyone: list[Stay]) -> Iterator[Spell]:
    """Yield each pupil's years on roll; those of the newest year still run."""
    number = 0
    for stay in everyone:
        for year in range(stay.first, stay.last + 1):
            number += 1
            span = year_from(FIRST_YEAR + year)
            yield Spell(
                SpellId(number),
                stay.pupil.id,
                str(stay.group_in(year)),
                class_name(stay, year),
                span.first,
                None if year == size.years - 1 else span.last,
                "Example Hill School" if year == stay.last < size.years - 1 else "",
            )
