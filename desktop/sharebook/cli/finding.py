"""Words typed on the command line into pupils, recipients, flows and codes of the register."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Self

from sharebook.bootstrap.desk import Desk
from sharebook.domain.catalogue import Row
from sharebook.domain.errors import Refused
from sharebook.domain.names import Code, PupilId, RecipientId
from sharebook.domain.pupils import Pupil
from sharebook.services.recording import FlowChoice

_SHOWN = 5
_EARLIEST = date(1971, 1, 1)


def pupil(desk: Desk, words: str) -> Pupil:
    """Return the one pupil meant by a UPN, a name or part of one.

    Raises:
        Refused: nobody, or more than one, matches.
    """
    found = desk.answering.find(words, limit=50)
    exact = [each for each in found if words.casefold() in _exact_names(each)]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if not found:
        raise Refused("pupil_not_found", "pupil", words=words)
    names = ", ".join(each.full_name for each in (exact or found)[:_SHOWN])
    raise Refused("pupil_ambiguous", "pupil", words=words, names=names)


def group(desk: Desk, kind: str, name: str, on: date | None = None) -> tuple[PupilId, ...]:
    """Return the pupils of a class, a year group, a flag or the whole roll on a day, or today.

    Raises:
        Refused: there is no such group.
    """
    for each in desk.choosing.groups(on or desk.clock.today()):
        if each.kind == kind and each.name.casefold() == name.casefold():
            return each.pupils
    raise Refused("group_not_found", "pupils", words=name)


def choice(desk: Desk, to: str, purpose: str, on: date) -> FlowChoice:
    """Return the flow, or the recipient alone, meant by a name and a purpose on a day.

    Raises:
        Refused: no recipient, or more than one, or none of its purposes matches.
    """
    wanted = recipient(desk, to)
    choices = [each for each in desk.recording.choices(on) if each.recipient == wanted]
    flows = [each for each in choices if each.flow is not None]
    unit = [each for each in flows if each.name.casefold() == to.casefold()]
    flows = unit or flows
    if not purpose and len(flows) == 1:
        return flows[0]
    said = purpose.casefold()
    matching = [each for each in flows if said in each.purpose.casefold()]
    if purpose and len(matching) == 1:
        return matching[0]
    if len(matching) > 1:
        known = "; ".join(each.purpose for each in matching)
        raise Refused("flow_not_found", "flow", name=to, words=purpose, known=known)
    return choices[-1]


def code(rows: Mapping[Code, Row], typed: str, what: str) -> Code:
    """Return the catalogue code meant by a code or by its plain words.

    Raises:
        Refused: the catalogue has neither.
    """
    for row in rows.values():
        if typed.casefold() in (row.code.casefold(), row.words.casefold()):
            return row.code
    known = ", ".join(row.code for row in rows.values())
    raise Refused("code_unknown", what, typed=typed, list=what, known=known)


def day(typed: str) -> date:
    """Return the day written as yyyy-mm-dd.

    Raises:
        Refused: it is not a day.
    """
    try:
        return date.fromisoformat(typed)
    except ValueError as wrong:
        raise Refused("day_unreadable", "day", typed=typed) from wrong


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days as typed; None where nothing was."""

    since: date | None
    until: date | None

    @classmethod
    def typed(cls, since: str, until: str, today: date) -> Self:
        """Return the span from one typed day to another.

        Raises:
            Refused: one is no day, the last is still to come, or they stand the wrong way round.
        """
        first, last = (day(each) if each else None for each in (since, until))
        if last is not None and last > today:
            raise Refused("answer_day_to_come", "day", typed=until)
        if first is not None and first > (last or today):
            raise Refused("period_backwards", "from", first=since, last=until or today.isoformat())
        return cls(first, last)


def end_of(known: date) -> datetime:
    """Return the last moment of a day by the clock on the school's wall, in UTC."""
    # Windows cannot place days before 1970 in its time zone, and no register is that old.
    return datetime.combine(max(known, _EARLIEST), time.max).astimezone().astimezone(UTC)


def _exact_names(each: Pupil) -> set[str]:
    legal = f"{each.forename} {each.surname}"
    names = (each.upn, each.full_name, legal, f"{each.surname}, {each.forename}")
    return {name.casefold() for name in names if name}


def recipient(desk: Desk, words: str) -> RecipientId:
    """Return the one recipient meant by a name, a former one, a unit or part of a name.

    Raises:
        Refused: nobody, or more than one, matches.
    """
    known = desk.book.recipients().values()
    said = words.casefold()
    exact = [each for each in known if each.name.casefold() == said]
    formerly = [
        each
        for each in known
        if said in {former.name.casefold() for former in each.former_names}
        or any(each.labelled(unit).casefold() == said for unit in each.units)
    ]
    part = [each for each in known if said in each.name.casefold()]
    for found in (exact, formerly, part):
        if len(found) == 1:
            return found[0].id
        if found:
            names = ", ".join(each.name for each in found[:_SHOWN])
            raise Refused("recipient_ambiguous", "recipient", words=words, names=names)
    raise Refused("recipient_not_found", "recipient", words=words)
