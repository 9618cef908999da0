"""On which days a flow carried one pupil's data: from spells, rule, versions and exclusions."""

from collections.abc import Iterable
from datetime import date

from sharebook.domain.flows import Exclusion, Flow, Standing
from sharebook.domain.intervals import Interval, joined, span
from sharebook.domain.pupils import Pupil, Spell


def coverage(
    flow: Flow,
    pupil: Pupil,
    spells: Iterable[Spell],
    exclusions: Iterable[Exclusion],
    until: date,
) -> tuple[Interval, ...]:
    """Return the spans up to `until` in which this version of `flow` took in `pupil`.

    A conditional or reserved flow carries nothing by itself.
    """
    running = span(flow.valid_from, flow.valid_to, until)
    if flow.standing is not Standing.ACTIVE or running is None:
        return ()
    spans = [
        met
        for spell in spells
        if spell.first_day <= running.last  # most flows and spells never meet: the quick question
        and (spell.last_day is None or spell.last_day >= running.first)
        and flow.covers.takes(pupil, spell)
        and (on_roll := span(spell.first_day, spell.last_day, until)) is not None
        and (met := running.meet(on_roll)) is not None
    ]
    for exclusion in exclusions:
        if exclusion.recipient == flow.recipient and exclusion.flow in (None, flow.id):
            spans = _cut(spans, exclusion, until)
    return joined(spans)


def _cut(spans: list[Interval], exclusion: Exclusion, until: date) -> list[Interval]:
    shut = span(exclusion.first_day, exclusion.last_day, until)
    if shut is None:
        return spans
    return [left for each in spans for left in each.without(shut)]
