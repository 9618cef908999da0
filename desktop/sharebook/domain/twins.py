"""Children who are easily taken for each other: one birthday, one surname."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sharebook.domain.names import PupilId
from sharebook.domain.pupils import Pupil

_NEAR = 1  # characters in which two numbers may differ, besides the check letter


def twins(pupils: Iterable[Pupil]) -> Mapping[PupilId, tuple[PupilId, ...]]:
    """Return, for every child who has one, the others born on the day under the same surname.

    Who is known only by a number, because the time to keep the rest has ended, has no twin.
    Whether the two are twins indeed nobody asks: what counts is that a caller says "Sampleton,
    born 14 March", and two children answer to it.
    """
    born: dict[tuple[str, object], list[PupilId]] = defaultdict(list)
    for pupil in pupils:
        if not pupil.disposed_of:
            born[_family(pupil)].append(pupil.id)
    return {
        one: tuple(other for other in together if other != one)
        for together in born.values()
        if len(together) > 1
        for one in together
    }


def alike(one: Pupil, other: Pupil) -> bool:
    """Say whether the two are easily mistaken even by name or number.

    That is: their forenames begin with the same letter, or their pupil numbers differ in one
    character besides the check letter, as two made one after the other do.
    """
    initials = {pupil.called[:1].casefold() for pupil in (one, other)}
    if len(initials) == 1 and initials != {""}:
        return True
    if not one.upn or len(one.upn) != len(other.upn):
        return False
    return sum(a != b for a, b in zip(one.upn[1:], other.upn[1:], strict=True)) <= _NEAR


def _family(pupil: Pupil) -> tuple[str, object]:
    return " ".join(pupil.surname.casefold().split()), pupil.born
