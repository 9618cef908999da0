"""The lines of what was sent on particular occasions: one for each recipient and purpose."""

from collections.abc import Iterable
from dataclasses import replace

from sharebook.domain.answer_line import AnswerLine, PupilFacts, names_between
from sharebook.domain.disclosures import Disclosure


def occasion_lines(facts: PupilFacts, events: Iterable[Disclosure]) -> list[AnswerLine]:
    """Return the lines of these events.

    Args:
        facts: of the pupil.
        events: oldest first.
    """
    lines: dict[object, AnswerLine] = {}
    for event in events:
        basis = event.basis.lawful_basis
        key = (event.recipient, event.unit, event.heading, event.purpose, basis)
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
    recipient = facts.recipients[event.recipient]
    words = filter(None, (*line.description.split("; "), event.description))
    return replace(
        line,
        name=recipient.labelled(event.unit, event.day),
        items=tuple(dict.fromkeys((*line.items, *event.items))),
        description="; ".join(dict.fromkeys(words)),
        last_sent=event.day,
        times=line.times + 1,
        basis=event.basis,
        names_before=names_between(recipient, line.since, event.day),
    )
