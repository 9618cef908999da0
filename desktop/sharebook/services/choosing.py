"""Pick pupils: one by one, a class, a year, a flag, a household, everyone on roll on a day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sharebook.domain.households import Household
from sharebook.domain.names import PupilId, Seq
from sharebook.domain.pupils import Pupil, Spell, spell_on
from sharebook.domain.recorded import known_at
from sharebook.services.ports import Register

_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Group:
    """A ready-made choice of pupils; `kind` is "all", "year", "class", "flag" or "household"."""

    kind: str
    name: str
    pupils: tuple[PupilId, ...]


@dataclass(frozen=True, slots=True)
class OnRoll:
    """A pupil with the spell that covers the day asked about, or the last one for a leaver."""

    pupil: Pupil
    spell: Spell | None
    left: bool


class Choosing:
    """Reads the roll on a day."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._read_at: Seq | None = None
        self._pupils: list[Pupil] = []
        self._names: dict[PupilId, str] = {}
        self._spells: dict[PupilId, list[Spell]] = {}
        self._households: list[Household] = []

    def everyone(self, day: date) -> list[OnRoll]:
        """Return every pupil the register knows, leavers too, by the name people use."""
        self._read()
        roll = [self._on_roll(pupil, day) for pupil in self._pupils]
        return sorted(roll, key=lambda each: (each.pupil.full_name.casefold(), each.pupil.id))

    def on_roll(self, day: date) -> tuple[PupilId, ...]:
        """Return who was on roll on `day`, those who left since too, by name."""
        return tuple(each.pupil.id for each in self.everyone(day) if not each.left)

    def groups(self, day: date) -> list[Group]:
        """Return everyone on roll, then each year group, class, flag and household, on `day`."""
        years: dict[str, list[PupilId]] = {}
        classes: dict[str, list[PupilId]] = {}
        flags: dict[str, list[PupilId]] = {}
        everyone: list[PupilId] = []
        for each in self.everyone(day):
            if each.spell is None or each.left:
                continue
            everyone.append(each.pupil.id)
            years.setdefault(each.spell.year, []).append(each.pupil.id)
            if each.spell.class_name:
                classes.setdefault(each.spell.class_name, []).append(each.pupil.id)
            for flag in each.pupil.flags:
                flags.setdefault(flag, []).append(each.pupil.id)
        groups = [Group("all", "", tuple(everyone))]
        groups += [Group("year", name, tuple(years[name])) for name in sorted(years, key=year_rank)]
        for kind, named in (("class", classes), ("flag", flags)):
            groups += [Group(kind, name, tuple(named[name])) for name in sorted(named)]
        return [*groups, *self._together(everyone)]

    def read_at(self) -> Seq | None:
        """Return up to which place in the register's chain the roll was read."""
        self._read()
        return self._read_at

    def names(self, pupils: tuple[PupilId, ...]) -> list[str]:
        """Return the names of some pupils, in their order."""
        self._read()
        return [self._names[pupil] for pupil in pupils if pupil in self._names]

    def named(self) -> Mapping[PupilId, str]:
        """Return every pupil's name, for long lists."""
        self._read()
        return self._names

    def _together(self, everyone: list[PupilId]) -> Iterator[Group]:
        """Yield the households with several children on roll, by the children's names."""
        here = set(everyone)
        for each in self._households:
            inside = tuple(pupil for pupil in each.pupils if pupil in here)
            if len(inside) >= _SEVERAL:
                yield Group("household", ", ".join(self.names(inside)), inside)

    def _on_roll(self, pupil: Pupil, day: date) -> OnRoll:
        spells = self._spells.get(pupil.id, [])
        here = spell_on(spells, day)
        newest = here or max(spells, key=lambda spell: spell.first_day, default=None)
        return OnRoll(pupil, newest, left=here is None)

    def _read(self) -> None:
        head = self._register.head().seq
        if head == self._read_at:
            return
        pupils = known_at(self._register.current(Pupil), None)
        self._names = {pupil.id: pupil.full_name for pupil in pupils}
        self._pupils = [pupil for pupil in pupils if not pupil.disposed_of]
        self._spells = {}
        for spell in known_at(self._register.current(Spell), None):
            self._spells.setdefault(spell.pupil, []).append(spell)
        self._households = known_at(self._register.current(Household), None)
        self._read_at = head


def year_rank(year: str) -> tuple[int, str]:
    """Return a key that puts nursery first, then Reception, then the years by number."""
    if year.isdigit():
        return (int(year), year)
    return (0 if year == "R" else -1, year)
