"""What the register says about one pupil: who has the data, what, why, since when.

Regular sharing is computed from flows; single acts come from disclosures. The caller brings the
facts as known at a moment (`recorded.known_at`); `as_at` is the day in the world asked about.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from sharebook.domain.bases import BasisChain
from sharebook.domain.catalogue import Cycle, DataItem
from sharebook.domain.coverage import coverage
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.flows import Exclusion, Flow
from sharebook.domain.intervals import Interval
from sharebook.domain.names import NO_CODE, Code, DisclosureId, RecipientId
from sharebook.domain.pupils import Pupil, Spell, spell_on
from sharebook.domain.recipients import Recipient


@dataclass(frozen=True, slots=True)
class PupilFacts:
    """Everything known about one pupil's sharing at one moment."""

    pupil: Pupil
    spells: tuple[Spell, ...]
    flows: tuple[Flow, ...]
    exclusions: tuple[Exclusion, ...]
    disclosures: tuple[Disclosure, ...]
    recipients: Mapping[RecipientId, Recipient]


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One line of an answer: one recipient, one purpose.

    Attributes:
        regular: runs by itself; otherwise it was sent on particular occasions.
        since: the first day the recipient had data under this line.
        until: the last day, where it has ended; None while it runs.
        last_sent: the newest recorded sending, or None where none is recorded singly.
        times: recorded sendings.
    """

    recipient: RecipientId
    name: str
    purpose: str
    items: tuple[Code, ...]
    heading: Code
    basis: BasisChain
    regular: bool
    since: date
    description: str = ""
    cycle: Code = NO_CODE
    method: Code = NO_CODE
    until: date | None = None
    last_sent: date | None = None
    times: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole answer for one pupil on one day.

    Attributes:
        lines: in no particular order of headings; regular ones first, then by name.
        events: the single acts behind it, oldest first, as a log lists them.
    """

    pupil: Pupil
    spell: Spell | None
    as_at: date
    lines: tuple[AnswerLine, ...]
    events: tuple[Disclosure, ...]

    @property
    def regular(self) -> tuple[AnswerLine, ...]:
        """Lines that still run."""
        return tuple(line for line in self.lines if line.regular and line.until is None)

    @property
    def once(self) -> tuple[AnswerLine, ...]:
        """Lines of particular occasions, and of regular sharing that has ended."""
        return tuple(line for line in self.lines if not line.regular or line.until is not None)

    def under(self, heading: Code) -> tuple[AnswerLine, ...]:
        """Return the lines under one heading."""
        return tuple(line for line in self.lines if line.heading == heading)


_Spans: TypeAlias = list[tuple[Interval, Flow]]  # of one flow, with the version that ran


@dataclass(frozen=True, slots=True)
class Lists:
    """The two catalogues an answer needs."""

    cycles: Mapping[Code, Cycle]
    items: Mapping[Code, DataItem]


def answer(facts: PupilFacts, lists: Lists, as_at: date, since: date | None = None) -> Answer:
    """Return what was shared about the pupil up to and including `as_at`.

    Args:
        facts: as known at the moment that is asked about.
        lists: the cycles and data items catalogues.
        as_at: the last day that counts.
        since: the first day that counts, for a log of a period; None for everything.
    """
    events = tuple(
        event
        for event in sorted(facts.disclosures, key=lambda event: (event.day, event.time, event.id))
        if event.gave_data
        and facts.pupil.id in event.cohort
        and event.day <= as_at
        and (since is None or since <= event.day)
    )
    lines: list[AnswerLine] = []
    told: set[DisclosureId] = set()
    sendings = _by_flow(events)
    for key, spans in _standing_spans(facts, lists, as_at, since).items():
        sent = _under(sendings.get(key, ()), spans)
        told.update(event.id for event in sent)
        lines += _standing_lines(facts, spans, sent, as_at)
    lines += _occasion_lines(facts, [event for event in events if event.id not in told])
    lines.sort(key=lambda line: (not line.regular, line.name.casefold(), line.since))
    shown = tuple(_unlocked(line, lists.items) for line in lines)
    return Answer(facts.pupil, spell_on(facts.spells, as_at), as_at, shown, events)


def _standing_spans(
    facts: PupilFacts, lists: Lists, as_at: date, since: date | None
) -> dict[object, _Spans]:
    """Return when each flow took in the pupil; a flow that went elsewhere counts as another."""
    found: dict[object, _Spans] = {}
    for flow in facts.flows:
        cycle = lists.cycles.get(flow.cycle)
        if cycle is None or not cycle.standing:
            continue
        for each in coverage(flow, facts.pupil, facts.spells, facts.exclusions, as_at):
            if since is None or each.last >= since:
                key = (flow.id, flow.recipient, flow.unit, flow.purpose)
                found.setdefault(key, []).append((each, flow))
    return found


def _by_flow(events: Iterable[Disclosure]) -> Mapping[object, list[Disclosure]]:
    """Gather the events under the keys of `_standing_spans`."""
    found: dict[object, list[Disclosure]] = {}
    for event in events:
        key = (event.flow, event.recipient, event.unit, event.purpose)
        found.setdefault(key, []).append(event)
    return found


def _under(events: Iterable[Disclosure], spans: _Spans) -> list[Disclosure]:
    """Return those of a flow's sendings of which its line tells all there is to tell."""
    versions = {None, *(flow.version for _, flow in spans)}
    items = {item for _, flow in spans for item in flow.items}
    return [
        event
        for event in events
        if event.flow_version in versions
        and items.issuperset(event.items)
        and bool(event.items or not event.description)
    ]


def _standing_lines(
    facts: PupilFacts, spans: _Spans, sent: list[Disclosure], as_at: date
) -> list[AnswerLine]:
    """Return the flow's line and, if it once carried more, an ended line of what it dropped."""
    line = _standing_line(facts, spans, sent, as_at)
    dropped = [pair for pair in spans if not set(line.items).issuperset(pair[1].items)]
    if not dropped:
        return [line]
    items = dict.fromkeys(item for _, flow in dropped for item in flow.items)
    once = _standing_line(facts, dropped, [], as_at)
    return [line, replace(once, items=tuple(item for item in items if item not in line.items))]


def _standing_line(
    facts: PupilFacts, spans: _Spans, sent: list[Disclosure], as_at: date
) -> AnswerLine:
    newest, flow = max(spans, key=lambda pair: (pair[0].last, pair[1].version))
    days = [event.day for event in sent]
    recipient = facts.recipients[flow.recipient]
    return AnswerLine(
        recipient=flow.recipient,
        name=recipient.labelled(flow.unit, newest.last),
        purpose=flow.purpose,
        items=flow.items,
        heading=flow.heading,
        basis=flow.basis,
        regular=True,
        since=min([*(each.first for each, _ in spans), *days]),
        cycle=flow.cycle,
        method=flow.method,
        until=None if newest.last >= as_at else max([newest.last, *days]),
        last_sent=max(days, default=None),
        times=len(sent),
    )


def _occasion_lines(facts: PupilFacts, events: Iterable[Disclosure]) -> list[AnswerLine]:
    lines: dict[object, AnswerLine] = {}
    for event in events:
        key = (event.recipient, event.unit, event.heading, event.purpose)
        before = lines.get(key)
        lines[key] = _first_time(facts, event) if before is None else _again(facts, before, event)
    return list(lines.values())


def _first_time(facts: PupilFacts, event: Disclosure) -> AnswerLine:
    recipient = facts.recipients[event.recipient]
    return AnswerLine(
        recipient=event.recipient,
        name=recipient.labelled(event.unit, event.day),
        purpose=event.purpose,
        items=event.items,
        heading=event.heading,
        basis=event.basis,
        regular=False,
        since=event.day,
        description=event.description,
        method=event.method,
        last_sent=event.day,
        times=1,
    )


def _again(facts: PupilFacts, line: AnswerLine, event: Disclosure) -> AnswerLine:
    items = tuple(dict.fromkeys((*line.items, *event.items)))
    return replace(
        line,
        name=facts.recipients[event.recipient].labelled(event.unit, event.day),
        items=items,
        last_sent=event.day,
        times=line.times + 1,
        basis=event.basis,
    )


def _unlocked(line: AnswerLine, items: Mapping[Code, DataItem]) -> AnswerLine:
    """Leave out items that could betray where a protected child is."""
    safe = tuple(code for code in line.items if code not in items or not items[code].locked)
    return replace(line, items=safe)
