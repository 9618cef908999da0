"""The chips of "About which pupils?": what they stand for, and how they are called."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from sharebook.domain.flows import Reach
from sharebook.domain.names import PupilId
from sharebook.services.choosing import Choosing
from sharebook.services.gathering import Taken
from sharebook.words.days import and_joined, count, long_day

EXCEPT = "except "
_NAMED = 6  # children left out that have a chip each
_KINDS = {Reach.ALL: "all", Reach.YEARS: "year", Reach.CLASSES: "class", Reach.FLAG: "flag"}


class Act(Enum):
    """Something the field does instead of picking."""

    ON_A_DAY = "on a day"
    PASTE = "paste"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Picked:
    """One chip: a group, one child, a child left out, or a set carried over.

    Attributes:
        kind: "all", "year", "class", "flag", "household", "pupil", "except", "set", "list", "roll".
        name: the year, class, flag, household, list; the day of "roll"; the group left out.
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
    return tuple(dict.fromkeys(pupil for chip in chips for pupil in chip.pupils))


def words_of(chip: Picked, choosing: Choosing) -> str:
    """Return what stands on a chip: "Year 4 (60)", "except Juno Sampleton"."""
    number = len(chip.pupils)
    match chip.kind:
        case "pupil":
            return choosing.names(chip.pupils)[0]
        case "except":
            return EXCEPT + (chip.name or _some(choosing.names(chip.pupils)))
        case "set":
            return count(number, "pupil")
        case "household":
            return f"{chip.name}: one household"
        case _:
            return f"{_group(chip)} ({number:,})"


def summary(picked: Iterable[object], choosing: Choosing) -> str:
    """Return "Everyone on roll (420) except 2: 418 pupils", or "" where one chip says it all."""
    chips = [each for each in picked if isinstance(each, Picked)]
    groups = [chip for chip in chips if chip.kind != "except"]
    out = set(left_out(chips)) & {pupil for chip in groups for pupil in chip.pupils}
    if not groups or (not out and len(groups) == 1):
        return ""
    named = [words_of(chip, choosing) for chip in groups if chip.kind != "pupil"]
    alone = len(groups) - len(named)
    if alone:
        named.append(count(alone, "child", "children"))
    less = f" except {len(out)}" if out else ""
    return f"{and_joined(named)}{less}: {count(len(pupils_of(chips)), 'pupil')}"


def chips_of(taken: Taken, groups: Sequence[Picked]) -> list[Picked]:
    """Return the chips for the pupils of regular sharing, by the groups there are.

    Who is left out stands after "except"; where the groups do not give exactly the pupils, a set
    of them does.
    """
    if taken.rule is None or not taken.pupils:
        return []
    kind, values = _KINDS.get(taken.rule.reach, ""), taken.rule.values or ("",)
    chips = [chip for chip in groups if chip.kind == kind and chip.name in values]
    if set(pupils_of(chips)) != set(taken.pupils):
        chips = [Picked("set", "", taken.pupils)]
    out = [pupil for pupil in taken.pupils if pupil in taken.out]
    if len(out) > _NAMED:
        return [*chips, Picked("except", "", tuple(out))]
    return [*chips, *(Picked("except", "", (pupil,)) for pupil in out)]


def _some(names: Sequence[str]) -> str:
    if len(names) <= 1:
        return "".join(names)
    return f"{names[0]} and {count(len(names) - 1, 'other')}"


def _group(chip: Picked) -> str:
    match chip.kind:
        case "all":
            return "Everyone on roll"
        case "roll":
            return f"Everyone on roll on {long_day(date.fromisoformat(chip.name))}"
        case "year":
            return _year(chip.name)
        case _:
            return chip.name


def _year(year: str) -> str:
    if year.startswith("N"):
        return f"Nursery {year[1:]}".strip()
    return {"R": "Reception"}.get(year, f"Year {year}")
