"""Everything one request says, as pairs of a label and words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sharebook.bootstrap.sealed_log import log_of
from sharebook.domain.requests import Asked
from sharebook.domain.sealed import said_number
from sharebook.services.wording import Wording
from sharebook.ui.screens.requests.rows import Which
from sharebook.words.days import count, long_day
from sharebook.words.moments import day_and_time

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """One request in full.

    Attributes:
        came: when it came, and who wrote it down.
        state: kind of notice ("bad", "gap", "ok", "hold", "tint"), its words, and a second line.
        facts: (label, words), in reading order; nothing empty.
        versions: how often it was written; more than once has a history.
    """

    id: Which
    asked: Asked
    who: str
    came: str
    state: tuple[str, str, str]
    facts: tuple[tuple[str, str], ...]
    versions: int = 1

    @property
    def said(self) -> str:
        """Its number as a person says it."""
        return said_number(self.id.number, sealed=self.id.sealed)


def read_request(desk: "Desk", wanted: Which) -> RequestFacts:
    """Return one request in full.

    Raises:
        Refused: there is no such request.
    """
    log = log_of(desk, sealed=wanted.sealed)
    asked = log.asking.one(wanted.number)
    versions = log.asking.versions(wanted.number)
    first = versions[0]
    request = asked.request
    return RequestFacts(
        wanted,
        asked,
        request.whose(desk.book.recipients()),
        f"Came on {long_day(request.received_on)}. Written down by {first.by}, "
        f"{day_and_time(first.at)}.",
        _state(asked, sealed=wanted.sealed),
        tuple(pair for pair in _facts(desk, asked) if pair[1]),
        len(versions),
    )


def _state(asked: Asked, *, sealed: bool) -> tuple[str, str, str]:
    request = asked.request
    waited = count(asked.school_days, "school day")
    entry = f"entry {said_number(request.entry or 0, sealed=sealed)}"
    if request.closed_on is not None:
        took = f"{long_day(request.closed_on)}, after {waited}."
        if request.entry is not None:
            return "ok", f"Decided in {entry}", took
        return "hold", request.outcome or "Closed without an entry", took
    day = long_day(asked.day) if asked.day else ""
    if asked.put_off:
        more = f"It has waited {waited}."
        return "bad" if asked.late else "gap", f"Put off in {entry}. Look again on {day}", more
    if asked.late:
        return "bad", f"It was wanted by {day}", f"It has waited {waited}."
    more = f"Wanted by {day}." if day else "Nobody named a day."
    since = f"It has waited {waited} for a decision" if asked.school_days else "It came just now"
    return "tint", since, more


def _facts(desk: "Desk", asked: Asked) -> Iterator[tuple[str, str]]:
    request = asked.request
    asker, lists = request.asker, desk.catalogues
    person = ", ".join(part for part in (asker.name, asker.post) if part)
    way = lists.methods.get(request.method)
    words = Wording(lists, desk.book.headings())
    yield "Asked by", "" if person == request.whose(desk.book.recipients()) else person
    yield "About", ", ".join(desk.choosing.names(request.pupils))
    yield "They ask for", request.asked_for
    yield "Kinds of data", words.items(request.items) if request.items else ""
    yield "Why", request.purpose
    yield "The law or task they rely on", request.power
    yield "Wanted by", long_day(request.wanted_by) if request.wanted_by else ""
    yield "How it came", way.words if way else ""
    yield "Their reference", request.tracking
    yield "Note", request.note
