"""The lines of regular sharing: computed from flows, never stored."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from sharebook.domain.answer_line import AnswerLine, Before, PupilFacts, names_between
from sharebook.domain.catalogue import Cycle
from sharebook.domain.coverage import coverage
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.flows import Flow
from sharebook.domain.intervals import Interval, joined
from sharebook.domain.names import NO_CODE, Code

Spans: TypeAlias = list[tuple[Interval, Flow]]  # of one flow, with the version that ran


def standing_spans(
    facts: PupilFacts, cycles: Mapping[Code, Cycle], as_at: date, since: date | None
) -> dict[object, Spans]:
    """Return when each flow took in the pupil; a flow that went elsewhere counts as another."""
    found: dict[object, Spans] = {}
    for flow in facts.flows:
        cycle = cycles.get(flow.cycle)
        if cycle is None or not cycle.standing:
            continue
        covered = coverage(flow, facts.pupil, facts.spells, facts.exclusions, as_at, facts.earlier)
        if covered:
            key = (flow.id, flow.recipient, flow.unit, flow.purpose)
            found.setdefault(key, []).extend((each, flow) for each in covered)
    if since is None:
        return found
    reaching = {key: _reaching(spans, since) for key, spans in found.items()}
    return {key: spans for key, spans in reaching.items() if spans}


def _reaching(spans: Spans, since: date) -> Spans:
    """Return the spans of those stretches that reach into the days from `since` on."""
    runs = [run for run in joined(each for each, _ in spans) if run.last >= since]
    return [pair for pair in spans if any(run.meet(pair[0]) for run in runs)]


def by_flow(events: Iterable[Disclosure]) -> Mapping[object, list[Disclosure]]:
    """Gather the events under the keys of `standing_spans`."""
    found: dict[object, list[Disclosure]] = {}
    for event in events:
        key = (event.flow, event.recipient, event.unit, event.purpose)
        found.setdefault(key, []).append(event)
    return found


def told_by(events: Iterable[Disclosure], spans: Spans) -> list[Disclosure]:
    """Return those of a flow's sendings of which its line tells all there is to tell."""
    versions = {None, *(flow.version for _, flow in spans)}
    items = {item for _, flow in spans for item in flow.items}
    bases = {NO_CODE, *(flow.basis.lawful_basis for _, flow in spans)}
    return [
        event
        for event in events
        if event.flow_version in versions
        and event.basis.lawful_basis in bases
        and items.issuperset(event.items)
        and bool(event.items or not event.description)
    ]


def standing_lines(
    facts: PupilFacts, spans: Spans, sent: list[Disclosure], as_at: date, since: date | None = None
) -> list[AnswerLine]:
    """Return the flow's line and, if it once carried more, an ended line of what it dropped.

    Args:
        facts: of the pupil.
        spans: of one flow, as `standing_spans` gives them.
        sent: the recorded sendings that the line tells.
        as_at: the last day that counts.
        since: the first, or None.
    """
    spans = sorted(spans, key=lambda pair: (pair[0].last, pair[1].version))
    line = _line(facts, spans, sent, as_at)
    dropped = [
        pair
        for pair in spans
        if not set(line.items).issuperset(pair[1].items)
        and (since is None or pair[0].last >= since)
    ]
    if not dropped:
        return [line]
    items = dict.fromkeys(item for _, flow in dropped for item in flow.items)
    gone = tuple(item for item in items if item not in line.items)
    once = _line(facts, dropped, [], as_at)
    return [line, replace(once, items=gone, partly=_partly(gone, dropped, once.periods))]


def _line(facts: PupilFacts, spans: Spans, sent: list[Disclosure], as_at: date) -> AnswerLine:
    newest, flow = spans[-1]
    days = [event.day for event in sent]
    recipient = facts.recipients[flow.recipient]
    ran = joined(each for each, _ in spans)
    beside = [day for day in days if not any(each.first <= day <= each.last for each in ran)]
    periods = joined([*ran, *(Interval(day, day) for day in beside)]) if beside else ran
    return AnswerLine(
        recipient=flow.recipient,
        name=recipient.labelled(flow.unit, newest.last),
        purpose=flow.purpose,
        items=flow.items,
        heading=flow.heading,
        basis=flow.basis,
        regular=True,
        since=periods[0].first,
        cycle=flow.cycle,
        method=flow.method,
        until=None if newest.last >= as_at else periods[-1].last,
        last_sent=max(days, default=None),
        times=len(sent),
        periods=periods,
        partly=_partly(flow.items, spans, ran),
        names_before=names_between(recipient, periods[0].first, newest.last),
        bases_before=_before(spans, lambda each: each.basis.lawful_basis),
        cycles_before=_before(spans, lambda each: each.cycle),
    )


def _partly(
    items: tuple[Code, ...], spans: Spans, whole: tuple[Interval, ...]
) -> tuple[tuple[Code, tuple[Interval, ...]], ...]:
    """Return the items that went in part of the line's days only, with the days they went."""
    if len({flow.items for _, flow in spans}) == 1:
        return ()
    found = [(item, joined(each for each, flow in spans if item in flow.items)) for item in items]
    return tuple((item, days) for item, days in found if days != whole)


def _before(spans: Spans, said: Callable[[Flow], Code]) -> tuple[Before, ...]:
    """Return what the versions said before the newest; a version that said nothing is no change."""
    if len({said(flow) for _, flow in spans}) == 1:
        return ()
    runs: list[Before] = []
    for each, flow in spans:
        value = said(flow)
        if not value:
            continue
        if runs and runs[-1].value == value:
            runs.pop()
        runs.append(Before(value, each.last))
    return tuple(runs[:-1])
