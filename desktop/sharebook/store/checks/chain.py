"""Whether each entry of the log follows from the one before, and speaks of a record."""

from collections.abc import Iterator

from sharebook.domain.chain import Link, next_hash
from sharebook.domain.findings import Finding
from sharebook.domain.names import Seq
from sharebook.store.chaining import beginning, register_id
from sharebook.store.checks.stop import stop
from sharebook.store.families.every import EVERY
from sharebook.store.sqlite import Connection

_LOG = (
    "SELECT seq, at, person, operation, entity, entity_id, commitment, hash FROM log ORDER BY seq"
)


def links(connection: Connection) -> Iterator[Finding]:
    """Yield entries whose hash does not fit, and gaps in the numbering."""
    previous, expected = beginning(register_id(connection)), 1
    for seq, at, person, operation, entity, entity_id, commitment, found in connection.execute(
        _LOG
    ):
        if seq != expected:
            yield stop("check_entries_missing", first=expected, last=seq - 1)
        link = Link(Seq(seq), at, person, operation, entity, entity_id, commitment)
        if next_hash(previous, link) != found:
            yield stop("check_chain_broken", seq=seq)
        previous, expected = found, seq + 1


def strangers(connection: Connection) -> Iterator[Finding]:
    """Yield entries of the log whose record is not there."""
    sources = [
        "SELECT seq, entity FROM log",
        *(f"SELECT seq, '{each.entity}' FROM \"{each.entity}\"" for each in EVERY),  # noqa: S608 - our own names
    ]
    sql = " EXCEPT ".join(sources)
    for seq, entity in sorted(connection.execute(sql).fetchall()):
        yield stop("check_record_missing", seq=seq, entity=entity)
