"""Pick pupils: one by one, a class, a year group, everyone on roll on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sharebook.domain.names import PupilId, Seq
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.recorded import known_at
from sharebook.services.ports import Register


@dataclass(frozen=True, slots=True)
class Group:
    """A ready-made choice of pupils; `kind` is "all", "year" or "class"."""

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

    def everyone(self, day: date) -> list[OnRoll]:
        """Return every pupil the register knows, leavers too, by the name people use."""
        self._read()
        roll = [self._on_roll(pupil, day) for pupil in self._pupils]
        return sorted(roll, key=lambda each: (each.pupil.full_name.casefold(), each.pupil.id))

    def groups(self, day: date) -> list[Group]:
        """Return everyone on roll, then each year group, then each class, on `day`."""
        years: dict[str, list[PupilId]] = {}
        classes: dict[str, list[PupilId]] = {}
        everyone: list[PupilId] = []
        for each in self.everyone(day):
            if each.spell is None or each.left:
                continue
            everyone.append(each.pupil.id)
            years.setdefault(each.spell.year, []).append(each.pupil.id)
            if each.spell.class_name:
                classes.setdefault(each.spell.class_name, []).append(each.pupil.id)
        groups = [Group("all", "", tuple(everyone))]
        groups += [Group("year", name, tuple(years[name])) for name in sorted(years, key=year_rank)]
        groups += [Group("class", name, tuple(classes[name])) for name in sorted(classes)]
        return groups

    def names(self, pupils: tuple[PupilId, ...]) -> list[str]:
        """Return the names of some pupils, in their order."""
        self._read()
        return [self._names[pupil] for pupil in pupils if pupil in self._names]

    def named(self) -> Mapping[PupilId, str]:
        """Return every pupil's name, for long lists."""
        self._read()
        return self._names

    def _on_roll(self, pupil: Pupil, day: date) -> OnRoll:
        spells = self._spells.get(pupil.id, [])
        covering = [spell for spell in spells if spell.covers(day)]
        newest = max(covering or spells, key=lambda spell: spell.first_day, default=None)
        return OnRoll(pupil, newest, left=not covering)

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
        self._read_at = head


def year_rank(year: str) -> tuple[int, str]:
    """Return a key that puts nursery first, then Reception, then the years by number."""
    if year.isdigit():
        return (int(year), year)
    return (0 if year == "R" else -1, year)
