"""Whether each entry of the log follows from the one before, and speaks of a record."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sharebook.domain.chain import Link, next_hash
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.names import Seq
from sharebook.store.chaining import beginning, register_id
from sharebook.store.checks.stop import stop
from sharebook.store.families.every import EVERY
from sharebook.store.sqlite import Connection

LOG = "SELECT seq, at, person, operation, entity, entity_id, commitment, hash FROM log ORDER BY seq"
_CLOCKS_DIFFER = timedelta(days=1)  # between two computers that nobody looks after


def links(connection: Connection) -> Iterator[Finding]:
    """Yield entries whose hash does not fit, gaps in the numbering, and clocks that went back."""
    previous, expected, before = beginning(register_id(connection)), 1, ""
    for seq, at, person, operation, entity, entity_id, commitment, found in connection.execute(LOG):
        if seq != expected:
            yield stop("check_entries_missing", first=expected, last=seq - 1)
        link = Link(Seq(seq), at, person, operation, entity, entity_id, commitment)
        if next_hash(previous, link) != found:
            yield stop("check_chain_broken", seq=seq)
        if at < before and (days := _days_back(before, at)):
            yield Finding("check_clock_went_back", Severity.GAP, facts={"seq": seq, "days": days})
        previous, expected, before = found, seq + 1, at


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
