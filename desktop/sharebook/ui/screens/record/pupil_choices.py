"""What "About which pupils?" offers: everyone, years, classes, children, and "except"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sharebook.domain.kept_drafts import Chip
from sharebook.domain.names import PupilId
from sharebook.services.choosing import Choosing, Group, OnRoll
from sharebook.services.wording import year_and_class
from sharebook.ui.folding import folded
from sharebook.ui.widgets.popup import Choice
from sharebook.words.days import count

_MOST = 60
_EXCEPT = "except "
_FEW = 8


@dataclass(frozen=True, slots=True)
class Picked:
    """One chip: a group, one child, a child left out, or a set carried over.

    Attributes:
        kind: "all", "year", "class", "pupil", "except" or "set".
        name: the year or class.
        pupils: the children it stands for.
    """

    kind: str
    name: str
    pupils: tuple[PupilId, ...]


def pupils_of(picked: Iterable[object]) -> tuple[PupilId, ...]:
    """Return the children that chips stand for, the left-out ones taken away."""
    chips = [each for each in picked if isinstance(each, Picked)]
    out = {pupil for chip in chips if chip.kind == "except" for pupil in chip.pupils}
    chosen = {pupil for chip in chips if chip.kind != "except" for pupil in chip.pupils}
    return tuple(sorted(chosen - out))


def left_out(picked: Iterable[object]) -> tuple[PupilId, ...]:
    """Return the children left out by name."""
    chips = [each for each in picked if isinstance(each, Picked) and each.kind == "except"]
    return tuple(pupil for chip in chips for pupil in chip.pupils)


class PupilChoices:
    """Finds choices for what is typed, on the roll of one day."""

    def __init__(self, choosing: Choosing, day: date) -> None:
        self._choosing = choosing
        self._day = day
        self._rows: list[tuple[str, Choice]] | None = None
        self._picked: Sequence[object] = ()

    def on(self, day: date) -> None:
        """Use the roll of another day."""
        self._day = day
        self.forget()

    def forget(self) -> None:
        """Read the roll again when it is next needed."""
        self._rows = None

    def beside(self, picked: Sequence[object]) -> None:
        """Know what is picked already, so that a child in it is offered to be left out."""
        self._picked = picked

    def find(self, typed: str) -> list[Choice]:
        """Return what matches every typed word, groups first."""
        words = folded(typed).split()
        wanted = [word for word in words if word != _EXCEPT.strip()]
        found = [choice for key, choice in self._all() if all(word in key for word in wanted)]
        inside = set(pupils_of(self._picked))
        offered = [self._turned(choice, inside) for choice in found[:_MOST]]
        if len(wanted) < len(words):
            offered = [each for each in offered if each.words.startswith(_EXCEPT)]
        return offered

    def again(self, chip: Picked) -> Choice:
        """Return the choice for a chip on the present day: groups have the pupils of that day."""
        for _, choice in self._all():
            known = choice.value
            if isinstance(known, Picked) and (known.kind, known.name) == (chip.kind, chip.name):
                if chip.kind in {"pupil", "except"} and known.pupils != chip.pupils:
                    continue
                return choice
        return self.one(chip)

    def one(self, chip: Picked) -> Choice:
        """Return the choice for any chip, in words."""
        if chip.kind == "except":
            return Choice(_EXCEPT + self._choosing.names(chip.pupils)[0], chip)
        if chip.kind == "pupil":
            return Choice(self._choosing.names(chip.pupils)[0], chip)
        return Choice(count(len(chip.pupils), "pupil"), chip)

    def as_picked(self, chips: Iterable[Chip]) -> list[Choice]:
        """Return the choices for chips kept in a draft, without children nobody knows any more."""
        known = {each.pupil.id for each in self._choosing.everyone(self._day)}
        kept = [Picked(it.kind, it.name, tuple(p for p in it.pupils if p in known)) for it in chips]
        return [self.again(chip) for chip in kept if chip.pupils]

    def standing_for(self, pupils: Sequence[PupilId]) -> list[Choice]:
        """Return chips for exactly these children: names if few, else a group, else a count."""
        if len(pupils) <= _FEW:
            return [self.one(Picked("pupil", "", (pupil,))) for pupil in pupils]
        whole = set(pupils)
        for _, choice in self._all():
            if isinstance(choice.value, Picked) and set(choice.value.pupils) == whole:
                return [choice]
        return [self.one(Picked("set", "", tuple(pupils)))]

    def _turned(self, choice: Choice, inside: set[PupilId]) -> Choice:
        """Offer a child who is in it already as one to leave out."""
        chip = choice.value
        if isinstance(chip, Picked) and chip.kind == "pupil" and set(chip.pupils) <= inside:
            out = Picked("except", "", chip.pupils)
            return Choice(f"{_EXCEPT}{choice.words}", out, choice.second)
        return choice

    def _all(self) -> list[tuple[str, Choice]]:
        if self._rows is None:
            groups = [_group(group) for group in self._choosing.groups(self._day) if group.pupils]
            roll = sorted(self._choosing.everyone(self._day), key=lambda each: each.left)
            choices = groups + [_child(each) for each in roll]
            self._rows = [(folded(f"{it.words} {it.second}"), it) for it in choices]
        return self._rows


def _group(group: Group) -> Choice:
    chip = Picked(group.kind, group.name, group.pupils)
    all_of_them = f"all {count(len(group.pupils), 'pupil')}"
    if group.kind == "all":
        return Choice(f"Everyone on roll: {all_of_them}", chip, "Whole school")
    if group.kind == "year":
        named = {"R": "Reception"}.get(group.name, f"Year {group.name}")
        return Choice(f"{named}: {all_of_them}", chip, "Year group")
    return Choice(f"{group.name}: {all_of_them}", chip, "Class")


def _child(each: OnRoll) -> Choice:
    chip = Picked("pupil", "", (each.pupil.id,))
    where = year_and_class(each.spell) if each.spell else "Never on roll"
    second = f"Left. Was in {where}" if each.left and each.spell else where
    return Choice(each.pupil.full_name, chip, second)
