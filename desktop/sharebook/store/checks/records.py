"""Whether each record is the one its entry in the log is about."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sharebook.domain.chain import commitment
from sharebook.domain.disposal import skeleton
from sharebook.domain.errors import Trouble
from sharebook.domain.findings import Finding
from sharebook.store.checks.stop import stop
from sharebook.store.disposing import DISPOSABLE
from sharebook.store.family import FRONT, Family
from sharebook.store.shelves import Shelves
from sharebook.store.sqlite import Connection
from sharebook.store.writing import NO_SALT

_BATCH = 1000
_LOG = ("operation", "entity", "entity_id", "commitment")
_FRONT = slice(0, len(FRONT))
_ENTRY = slice(len(FRONT), len(FRONT) + len(_LOG))
_OWN = len(FRONT) + len(_LOG)


def step(family: Family[Any]) -> Callable[[Connection], Iterator[Finding]]:
    """Return the check of all records of `family`."""

    def check(connection: Connection) -> Iterator[Finding]:
        yield from _records(connection, family)
        yield from _superseded(connection, family)

    return check


def _records(connection: Connection, family: Family[Any]) -> Iterator[Finding]:
    shelves = Shelves.of(connection, only_look=True)
    gone = {row[0] for row in connection.execute("SELECT seq FROM disposed").fetchall()}
    names = [
        *(f"r.{name}" for name in FRONT),
        *(f"l.{name}" for name in _LOG),
        *(f'r."{name}"' for name in family.names),
    ]
    sql = (
        f'SELECT {", ".join(names)} FROM "{family.entity}" r'  # noqa: S608 - our own names
        " LEFT JOIN log l ON l.seq = r.seq ORDER BY r.seq"
    )
    cursor = connection.execute(sql)
    while rows := cursor.fetchmany(_BATCH):
        family.fetch([(row[0], row[_OWN:]) for row in rows], shelves)
        for row in rows:
            yield from _record(family, row, shelves, disposed=row[0] in gone)


def _record(
    family: Family[Any], row: Sequence[Any], shelves: Shelves, *, disposed: bool
) -> Iterator[Finding]:
    seq, identifier, supersedes, _, reason, salt = row[_FRONT]
    operation, entity, entity_id, committed = row[_ENTRY]
    facts: dict[str, Any] = {"entity": family.entity, "seq": seq}
    if committed is None:
        yield stop("check_entry_missing", **facts)
        return
    told = "add" if supersedes is None else "supersede"
    if (operation, entity, entity_id) != (told, family.entity, identifier):
        yield stop("check_entry_differs", **facts)
    try:
        record = family.from_row(seq, identifier, row[_OWN:], shelves)
    except Trouble as trouble:
        yield stop("check_record_unreadable", **trouble.facts)
        return
    # A record may be stored in one way only, or two writings of one fact would both pass.
    stored_so = family.is_stored_so(record, row[_OWN:], shelves)
    if salt == NO_SALT or disposed:
        yield from _skeleton(family, record, bare=salt == NO_SALT, disposed=disposed, facts=facts)
        stood = not reason and stored_so
    else:
        stood = stored_so and commitment(salt, record, supersedes, reason) == committed
    if not stood:
        yield stop("check_record_changed", **facts)


def _skeleton(
    family: Family[Any], record: object, *, bare: bool, disposed: bool, facts: dict[str, Any]
) -> Iterator[Finding]:
    """Yield what is wrong with a record that is bare, said to be disposed of, or both."""
    if not disposed or family not in DISPOSABLE:
        yield stop("check_disposal_unentered", **facts)
    elif not bare or record != skeleton(record):
        yield stop("check_disposal_not_done", **facts)


def _superseded(connection: Connection, family: Family[Any]) -> Iterator[Finding]:
    sql = (
        f'SELECT old.seq FROM "{family.entity}" old'  # noqa: S608 - our own name
        f' LEFT JOIN "{family.entity}" new ON new.supersedes = old.seq'
        " WHERE old.superseded_by IS NOT new.seq ORDER BY old.seq"
    )
    for (seq,) in connection.execute(sql).fetchall():
        yield stop("check_superseded_differs", entity=family.entity, seq=seq)
