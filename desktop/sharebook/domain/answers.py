"""What the register says about one pupil: who has the data, what, why, since when.

Regular sharing is computed from flows; single acts come from disclosures. The caller brings the
facts as known at a moment (`recorded.known_at`); `as_at` is the day in the world asked about.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sharebook.domain.bases import BasisChain
from sharebook.domain.catalogue import Cycle, DataItem
from sharebook.domain.coverage import coverage
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.flows import Exclusion, Flow
from sharebook.domain.intervals import Interval
from sharebook.domain.names import NO_CODE, Code, FlowId, RecipientId
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
    standing = _standing_lines(facts, lists, events, as_at, since)
    told = {line_flow for line_flow, _ in standing}
    rest = [event for event in events if event.flow is None or event.flow not in told]
    lines = [line for _, line in standing] + _occasion_lines(facts, rest)
    lines.sort(key=lambda line: (not line.regular, line.name.casefold(), line.since))
    shown = tuple(_unlocked(line, lists.items) for line in lines)
    return Answer(facts.pupil, spell_on(facts.spells, as_at), as_at, shown, events)


def _standing_lines(
    facts: PupilFacts,
    lists: Lists,
    events: Iterable[Disclosure],
    as_at: date,
    since: date | None,
) -> list[tuple[FlowId, AnswerLine]]:
    lines = []
    for flow_id in dict.fromkeys(flow.id for flow in facts.flows):
        versions = [flow for flow in facts.flows if flow.id == flow_id]
        spans = [
            (each, version)
            for version in versions
            if (cycle := lists.cycles.get(version.cycle)) is not None and cycle.standing
            for each in coverage(version, facts.pupil, facts.spells, facts.exclusions, as_at)
            if since is None or each.last >= since
        ]
        if spans:
            sent = [event for event in events if event.flow == flow_id]
            lines.append((flow_id, _standing_line(facts, spans, sent, as_at)))
    return lines


def _standing_line(
    facts: PupilFacts, spans: list[tuple[Interval, Flow]], sent: list[Disclosure], as_at: date
) -> AnswerLine:
    newest, flow = max(spans, key=lambda pair: pair[0].last)
    first = min(each.first for each, _ in spans)
    recipient = facts.recipients[flow.recipient]
    return AnswerLine(
        recipient=flow.recipient,
        name=recipient.labelled(flow.unit, newest.last),
        purpose=flow.purpose,
        items=flow.items,
        heading=flow.heading,
        basis=flow.basis,
        regular=True,
        since=min([first, *(event.day for event in sent)]),
        cycle=flow.cycle,
        method=flow.method,
        until=None if newest.last >= as_at else newest.last,
        last_sent=max((event.day for event in sent), default=None),
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
