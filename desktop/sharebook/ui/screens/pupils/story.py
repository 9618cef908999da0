"""A child's story: entries of the log, regular sharing, moves and calls, newest first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest
from types import MappingProxyType

from sharebook.domain.answers import Answer, AnswerLine
from sharebook.domain.calls import Call
from sharebook.domain.disclosures import Decision, Disclosure
from sharebook.domain.pupils import Spell
from sharebook.domain.sealed import said_number
from sharebook.services.browsing import LogRow
from sharebook.services.wording import Wording, year_and_class
from sharebook.ui.chips import Chip
from sharebook.ui.screens.pupils.details import Enrolments, registered
from sharebook.ui.widgets.timeline import Moment
from sharebook.words.days import count, short_day

DECIDED = {
    Decision.SHARED: "",
    Decision.PART: "Part",
    Decision.REFUSED: "Refused",
    Decision.DEFERRED: "Deferred",
    Decision.WITHDRAWN: "Withdrawn",
    Decision.MISTAKE: "Recorded by mistake",
}


@dataclass(frozen=True, slots=True)
class Story:
    """One moment with the day it is sorted by; `moment.about` is the entry's number or None."""

    day: date
    moment: Moment


def story(
    rows: Iterable[LogRow],
    spells: Sequence[Spell],
    calls: Iterable[Call],
    given: Answer,
    words: Wording,
    enrolments: Enrolments = MappingProxyType({}),
) -> tuple[Story, ...]:
    """Return everything that happened about one child, newest first."""
    told = [*(_entry(row, words) for row in rows), *_moves(spells, enrolments)]
    told += [*_regular(given.lines, words), *(_call(call) for call in calls)]
    return tuple(sorted(told, key=lambda each: each.day, reverse=True))


def _entry(row: LogRow, words: Wording) -> Story:
    record = row.entry.record
    decided = DECIDED[record.decision]
    refused = record.decision is Decision.REFUSED
    moment = Moment(
        short_day(record.day),
        f"{decided}: {row.recipient}" if decided else row.recipient,
        _sent(record, words),
        icon="stop" if refused else "once",
        ink="bad" if refused else "accent",
        chip=entry_chip(row),
        about=record.number,
    )
    return Story(record.day, moment)


def _sent(record: Disclosure, words: Wording) -> str:
    others = len(record.cohort) - 1
    what = words.items(record.items, record.description)
    with_others = f", with {count(others, 'other')}" if others > 0 else ""
    said = [f"{what}{with_others}"]
    if record.decision is Decision.REFUSED:
        said.append(record.reason)
    else:
        said.append(words.method(record.method))
    return " ".join(f"{part.rstrip('.')}." for part in said if part)


def entry_chip(row: LogRow, *, sealed: bool = False) -> Chip | None:
    """Return the mark of an entry: put right, a mistake, refused, its gaps; None if in order."""
    decision = row.entry.record.decision
    if row.put_right_by:
        return Chip(f"See {said_number(row.put_right_by, sealed=sealed)}", "old")
    if row.mistake:
        return Chip("By mistake", "old")
    if decision is not Decision.SHARED:
        return Chip(DECIDED[decision], "bad" if decision is Decision.REFUSED else "hold", "stop")
    if row.puts_right:
        return Chip("Correction", "change")
    return Chip(count(len(row.gaps), "gap"), "gap") if row.gaps else None


def _moves(spells: Sequence[Spell], enrolments: Enrolments) -> Iterator[Story]:
    away = True
    before: Spell | None = None
    for spell, following in zip_longest(spells, spells[1:]):
        came = "Joined in" if before is None else "Came back in"
        elsewhere = registered(spell, enrolments)
        if away or before is None or _class(before) != _class(spell):
            title = f"{came if away else 'Moved to'} {year_and_class(spell)}"
            yield _move(spell.first_day, title, elsewhere)
        else:
            now = "two schools" if elsewhere else "this school alone"
            yield _move(spell.first_day, f"Registered at {now}", elsewhere)
        away, before = _leaves(spell, following), spell
        if spell.last_day and (away or spell.left_for):
            went = f"For {spell.left_for}." if spell.left_for else ""
            yield _move(spell.last_day, "Left the school", went)


def _class(spell: Spell) -> tuple[str, str]:
    return spell.year, spell.class_name


def _leaves(spell: Spell, following: Spell | None) -> bool:
    """Say whether the child was at no class of ours on the day after a period on roll."""
    if spell.last_day is None:
        return False
    return following is None or following.first_day > spell.last_day + timedelta(days=1)


def _move(day: date, title: str, second: str) -> Story:
    return Story(day, Moment(short_day(day), title, second, icon="user", ink="muted"))


def _regular(lines: Iterable[AnswerLine], words: Wording) -> Iterator[Story]:
    for line in lines:
        if not line.regular:
            continue
        worded = words.line(line)
        what = f"{worded.how_often}: {worded.what[:1].lower()}{worded.what[1:]}."
        for place, days in enumerate(line.periods):
            began = "began again" if place else "began"
            yield _loop(days.first, f"{line.name}: regular sharing {began}", what)
            if line.ended or days != line.periods[-1]:
                yield _loop(days.last, f"{line.name}: regular sharing ended", f"{line.purpose}.")


def _loop(day: date, title: str, second: str) -> Story:
    second = second[:1].upper() + second[1:]
    return Story(day, Moment(short_day(day), title, second, icon="loop", ink="muted"))


def _call(call: Call) -> Story:
    told = count(call.organisations, "organisation")
    note = f" {call.note}" if call.note else ""
    title = f"Answered {call.caller_name}"
    second = f"Told of {told}. Call note kept.{note}"
    return Story(call.day, Moment(short_day(call.day), title, second, icon="phone", ink="muted"))
