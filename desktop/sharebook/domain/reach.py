"""Whom a flow takes in on one day: the figure beside the rule, and who is left out and why."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sharebook.domain.flows import Exclusion, Flow
from sharebook.domain.names import PupilId
from sharebook.domain.pupils import Pupil, Spell

Roll = Iterable[tuple[Pupil, Collection[Spell]]]  # who is on roll on a day, with the spells of it


@dataclass(frozen=True, slots=True)
class Reached:
    """Whom a flow takes in on a day.

    Attributes:
        pupils: taken in.
        protected: left out because their whereabouts are protected.
        shut_out: left out by an exclusion or an objection.
        on_roll: how many are on roll on that day.
    """

    pupils: frozenset[PupilId]
    protected: frozenset[PupilId]
    shut_out: frozenset[PupilId]
    on_roll: int


def reached(flow: Flow, roll: Roll, exclusions: Iterable[Exclusion], day: date) -> Reached:
    """Return whom the rule of `flow` takes in on `day`, whether or not it may be used yet.

    Args:
        flow: as a form says it, or one version.
        roll: the pupils on roll on `day`, each with the spells that cover it.
        exclusions: of all pupils.
        day: the day asked about.
    """
    barred = {
        each.pupil
        for each in exclusions
        if each.recipient == flow.recipient and each.flow in (None, flow.id) and each.holds_on(day)
    }
    taken, shielded, shut = set(), set(), set()
    on_roll = 0
    for pupil, spells in roll:
        on_roll += bool(spells)
        if not any(flow.covers.takes(pupil, spell) for spell in spells):
            continue
        if flow.protected_off and pupil.protected and pupil.id not in flow.let_in:
            shielded.add(pupil.id)
        elif pupil.id in barred:
            shut.add(pupil.id)
        else:
            taken.add(pupil.id)
    return Reached(frozenset(taken), frozenset(shielded), frozenset(shut), on_roll)
