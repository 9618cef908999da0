"""What "About which pupils?" offers: everyone, years, classes, children, and "except"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sharebook.domain.kept_drafts import Chip
from sharebook.domain.names import PupilId
from sharebook.services.choosing import Choosing, Group, OnRoll
from sharebook.services.gathering import Taken
from sharebook.services.twinning import twin_words
from sharebook.services.wording import year_and_class
from sharebook.ui.folding import folded
from sharebook.ui.screens.record.pupils_picked import (
    EXCEPT,
    Act,
    Picked,
    chips_of,
    pupils_of,
    words_of,
)
from sharebook.ui.screens.record.pupils_said import said
from sharebook.ui.widgets.popup import Choice

_MOST = 60
_FEW = 8
_FROZEN = frozenset({"set", "list", "roll"})  # stay what they are on whatever day
_ACTS = (
    Choice("Everyone on roll on…", Act.ON_A_DAY, "Type a day: everyone on roll on 1 October"),
    Choice("Paste a list…", Act.PASTE, "Names, UPNs or admission numbers. Ctrl Shift V"),
    Choice("From a file…", Act.FILE, "A list in a .csv, .xlsx or .txt file"),
)


class PupilChoices:
    """Finds choices for what is typed, on the roll of one day."""

    def __init__(self, choosing: Choosing, today: date) -> None:
        self._choosing = choosing
        self._today = today
        self._day = today
        self._rows: list[tuple[str, Choice]] | None = None
        self._twins: dict[PupilId, str] | None = None
        self._picked: Sequence[object] = ()

    def on(self, day: date) -> None:
        """Use the roll of another day."""
        self._day = day
        self.forget()

    def forget(self) -> None:
        """Read the roll again when it is next needed."""
        self._rows = self._twins = None

    def beside(self, picked: Sequence[object]) -> None:
        """Know what is picked already, so that a child in it is offered to be left out."""
        self._picked = picked

    def find(self, typed: str) -> list[Choice]:
        """Return what matches every typed word, groups first; lists and days last."""
        asked = said(typed, self._today)
        if asked.day is not None:
            return [self.one(self._roll_on(asked.day))]
        found = [choice for key, choice in self._all() if all(it in key for it in asked.words)]
        inside = set(pupils_of(self._picked))
        if asked.out:
            return [_out(it) for it in found[:_MOST] if _pupils(it) & inside]
        acts = [act for act in _ACTS if all(it in folded(act.words) for it in asked.words)]
        offered = [self._turned(choice, inside) for choice in found[:_MOST]]
        if asked.words:
            return [*offered, *acts]
        place = sum(_kind(choice) not in {"pupil", "except"} for choice in offered)
        return [*offered[:place], *acts, *offered[place:]]

    def again(self, chip: Picked) -> Choice:
        """Return the choice for a chip on the present day: groups have the pupils of that day."""
        if chip.kind in _FROZEN:
            return self.one(chip)
        for _, choice in self._all():
            known = choice.value
            if isinstance(known, Picked) and (known.kind, known.name) == (chip.kind, chip.name):
                if chip.kind in {"pupil", "except"} and known.pupils != chip.pupils:
                    continue
                return choice
        return self.one(chip)

    def one(self, chip: Picked) -> Choice:
        """Return the choice for any chip, in words; a child with a twin says so."""
        words = words_of(chip, self._choosing)
        twin = self._twin(chip.pupils[0]) if chip.kind == "pupil" else ""
        return Choice(f"{words} ({twin})", chip, warning=True) if twin else Choice(words, chip)

    def _twin(self, pupil: PupilId) -> str:
        if self._twins is None:
            self._twins = twin_words(self._choosing.everyone(self._day))
        return self._twins.get(pupil, "")

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

    def listed(self, name: str, pupils: Sequence[PupilId]) -> list[Choice]:
        """Return chips for a list somebody brought: names if few, else the list by its name."""
        if len(pupils) <= _FEW:
            return self.standing_for(pupils)
        return [self.one(Picked("list", name, tuple(pupils)))]

    def taken(self, taken: Taken) -> list[Choice]:
        """Return chips for the pupils of regular sharing, those left out after "except"."""
        chips = [chip for _, it in self._all() if isinstance(chip := it.value, Picked)]
        return [self.one(chip) for chip in chips_of(taken, chips)]

    def _roll_on(self, day: date) -> Picked:
        return Picked("roll", day.isoformat(), self._choosing.on_roll(day))

    def _turned(self, choice: Choice, inside: set[PupilId]) -> Choice:
        """Offer a child who is in it already as one to leave out."""
        whole = _pupils(choice) <= inside
        return _out(choice) if whole and _kind(choice) == "pupil" else choice

    def _all(self) -> list[tuple[str, Choice]]:
        if self._rows is None:
            groups = [each for each in self._choosing.groups(self._day) if each.pupils]
            roll = sorted(self._choosing.everyone(self._day), key=lambda each: each.left)
            homes = [self._group(each) for each in groups if each.kind == "household"]
            choices = [self._group(each) for each in groups if each.kind != "household"]
            whole = [(folded(f"{it.words} {it.second}"), it) for it in (*choices, *homes)]
            place = len(choices)
            children = [self._child(each) for each in roll]
            self._rows = [*whole[:place], *children, *whole[place:]]
        return self._rows

    def _child(self, each: OnRoll) -> tuple[str, Choice]:
        """Return what a child is found by, which is not its twin's name, and its choice."""
        where = year_and_class(each.spell) if each.spell else "Never on roll"
        second = f"Left. Was in {where}" if each.left and each.spell else where
        choice = replace(self.one(Picked("pupil", "", (each.pupil.id,))), second=second)
        return folded(f"{each.pupil.full_name} {second}"), choice

    def _group(self, group: Group) -> Choice:
        second = {
            "all": "Whole school",
            "year": "Year group",
            "class": "Class",
            "flag": "Flag",
            "household": "Household",
        }
        return replace(
            self.one(Picked(group.kind, group.name, group.pupils)), second=second[group.kind]
        )


def _pupils(choice: Choice) -> set[PupilId]:
    return set(choice.value.pupils) if isinstance(choice.value, Picked) else set()


def _kind(choice: Choice) -> str:
    return choice.value.kind if isinstance(choice.value, Picked) else ""


def _out(choice: Choice) -> Choice:
    chip = choice.value
    if not isinstance(chip, Picked):
        return choice
    name = "" if chip.kind == "pupil" else choice.words
    return Choice(f"{EXCEPT}{choice.words}", Picked("except", name, chip.pupils), choice.second)
