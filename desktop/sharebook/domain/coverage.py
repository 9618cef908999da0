"""On which days a flow carried one pupil's data: from spells, rule, versions and exclusions."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sharebook.domain.flows import Exclusion, Flow, Standing
from sharebook.domain.intervals import Interval, joined, span
from sharebook.domain.pupils import Pupil, Spell

_DAY = timedelta(days=1)


def coverage(
    flow: Flow,
    pupil: Pupil,
    spells: Iterable[Spell],
    exclusions: Iterable[Exclusion],
    until: date,
    earlier: Sequence[tuple[date, Pupil]] = (),
) -> tuple[Interval, ...]:
    """Return the spans up to `until` in which this version of `flow` took in `pupil`.

    A conditional or reserved flow carries nothing by itself.

    Args:
        flow: one version.
        pupil: as the record says now.
        spells: the pupil's periods on roll.
        exclusions: the pupil's own.
        until: the last day that counts.
        earlier: what the record said before, each with its last day, oldest first.
    """
    running = span(flow.valid_from, flow.valid_to, until)
    if flow.standing is not Standing.ACTIVE or running is None:
        return ()
    spans = [
        met
        for spell in spells
        if spell.first_day <= running.last  # most flows and spells never meet: the quick question
        and (spell.last_day is None or spell.last_day >= running.first)
        and (on_roll := span(spell.first_day, spell.last_day, until)) is not None
        and (both := running.meet(on_roll)) is not None
        for met in _taken(flow, pupil, spell, both, earlier)
    ]
    for exclusion in exclusions:
        if exclusion.recipient == flow.recipient and exclusion.flow in (None, flow.id):
            spans = _cut(spans, exclusion, until)
    return joined(spans)


def _taken(
    flow: Flow, pupil: Pupil, spell: Spell, days: Interval, earlier: Sequence[tuple[date, Pupil]]
) -> list[Interval]:
    """Return which of `days` the flow takes in, by what the pupil's record said on each."""
    if not earlier:
        return [days] if _takes(flow, pupil, spell) else []
    found = []
    first = date.min
    for last, record in (*earlier, (date.max, pupil)):
        met = days.meet(Interval(first, last)) if first <= last else None
        if met is not None and _takes(flow, record, spell):
            found.append(met)
        first = last if last == date.max else last + _DAY
    return found


def _takes(flow: Flow, pupil: Pupil, spell: Spell) -> bool:
    shielded = flow.protected_off and pupil.protected and pupil.id not in flow.let_in
    return not shielded and flow.covers.takes(pupil, spell)


def _cut(spans: list[Interval], exclusion: Exclusion, until: date) -> list[Interval]:
    shut = span(exclusion.first_day, exclusion.last_day, until)
    if shut is None:
        return spans
    return [left for each in spans for left in each.without(shut)]
