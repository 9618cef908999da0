"""Whether each entry of the log follows from the one before, and speaks of a record."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256

from sharebook.domain.chain import framed
from sharebook.domain.findings import Finding, Severity
from sharebook.store.chaining import beginning, register_id
from sharebook.store.checks.stop import stop
from sharebook.store.families.every import EVERY
from sharebook.store.sqlite import Connection

LOG = "SELECT seq, at, person, operation, entity, entity_id, commitment, hash FROM log ORDER BY seq"
_DIGITS = tuple(length.to_bytes(4, "big") for length in range(24))  # of a number, its length
_CLOCKS_DIFFER = timedelta(days=1)  # between two computers that nobody looks after


def links(connection: Connection) -> Iterator[Finding]:
    """Yield entries whose hash does not fit, gaps in the numbering, and clocks that went back.

    An entry's hash is that of `domain.chain.next_hash`; what many entries have alike is framed
    only once, because this runs over every entry there is.
    """
    previous, expected, before = beginning(register_id(connection)), 1, ""
    moment = framed(before)
    known: dict[tuple[str, str, str], bytes] = {}
    for seq, at, person, operation, entity, entity_id, commitment, found in connection.execute(LOG):
        if seq != expected:
            yield stop("check_entries_missing", first=expected, last=seq - 1)
        what = person, operation, entity
        if (told := known.get(what)) is None:
            told = known[what] = framed(*what)
        if at != before:
            if at < before and (days := _days_back(before, at)):
                yield Finding("check_clock_went_back", Severity.GAP, facts=_facts(seq, days))
            before, moment = at, framed(at)
        place, number = b"%d" % seq, b"%d" % entity_id
        link = _DIGITS[len(place)] + place + moment + told + _DIGITS[len(number)] + number
        if sha256(previous + link + commitment).digest() != found:
            yield stop("check_chain_broken", seq=seq)
        previous, expected = found, seq + 1


def _facts(seq: int, days: int) -> dict[str, object]:
    return {"seq": seq, "days": days}


def _days_back(before: str, at: str) -> int:
    """Return by how many days `at` lies before `before`; 0 where clocks may differ as much."""
    try:
        back = datetime.fromisoformat(before) - datetime.fromisoformat(at)
    except (ValueError, TypeError):  # the chain tells of it
        return 0
    return back.days if back > _CLOCKS_DIFFER else 0


def strangers(connection: Connection) -> Iterator[Finding]:
    """Yield entries of the log whose record is not there."""
    sources = [
        "SELECT seq, entity FROM log",
        *(f"SELECT seq, '{each.entity}' FROM \"{each.entity}\"" for each in EVERY),  # noqa: S608 - our own names
    ]
    sql = " EXCEPT ".join(sources)
    for seq, entity in sorted(connection.execute(sql).fetchall()):
        yield stop("check_record_missing", seq=seq, entity=entity)
