"""What the register says about one pupil: who has the data, what, why, since when.

Regular sharing is computed from flows; single acts come from disclosures. The caller brings the
facts as known at a moment (`recorded.known_at`); `as_at` is the day in the world asked about.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from sharebook.domain.answer_line import AnswerLine, Before, PupilFacts
from sharebook.domain.catalogue import Cycle, DataItem
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.names import Code, DisclosureId
from sharebook.domain.occasion_lines import occasion_lines
from sharebook.domain.pupils import Pupil, Spell, spell_on
from sharebook.domain.standing_lines import by_flow, standing_lines, standing_spans, told_by

__all__ = ["Answer", "AnswerLine", "Before", "Lists", "PupilFacts", "answer"]

T = TypeVar("T", AnswerLine, Disclosure)


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
        return tuple(line for line in self.lines if line.regular and not line.ended)

    @property
    def ended(self) -> tuple[AnswerLine, ...]:
        """Lines of regular sharing that has ended."""
        return tuple(line for line in self.lines if line.ended)

    @property
    def once(self) -> tuple[AnswerLine, ...]:
        """Lines of particular occasions, and of regular sharing that has ended."""
        return tuple(line for line in self.lines if not line.regular or line.ended)

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
    events = _events(facts, as_at, since)
    lines: list[AnswerLine] = []
    told: set[DisclosureId] = set()
    sendings = by_flow(events)
    for key, spans in standing_spans(facts, lists.cycles, as_at, since).items():
        sent = told_by(sendings.get(key, ()), spans)
        told.update(event.id for event in sent)
        lines += standing_lines(facts, spans, sent, as_at, since)
    lines += occasion_lines(facts, [event for event in events if event.id not in told])
    lines.sort(key=lambda line: (not line.regular, line.name.casefold(), line.since))
    locked = frozenset(code for code, item in lists.items.items() if item.locked)
    shown = tuple(_unlocked(line, locked) for line in lines)
    acts = tuple(_unlocked(event, locked) for event in events)
    return Answer(facts.pupil, spell_on(facts.spells, as_at), as_at, shown, acts)


def _events(facts: PupilFacts, as_at: date, since: date | None) -> list[Disclosure]:
    """Return the acts that gave the pupil's data away in the days that count, oldest first."""
    return [
        event
        for event in sorted(facts.disclosures, key=lambda event: (event.day, event.time, event.id))
        if event.gave_data
        and facts.pupil.id in event.cohort
        and event.day <= as_at
        and (since is None or since <= event.day)
    ]


def _unlocked(told: T, locked: frozenset[Code]) -> T:
    """Leave out items that could betray where a protected child is."""
    if locked.isdisjoint(told.items):
        return told
    return replace(told, items=tuple(code for code in told.items if code not in locked))
