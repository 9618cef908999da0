"""Whether every page of the file is whole and belongs where it stands."""

from collections.abc import Iterator

from sharebook.domain.findings import Finding
from sharebook.store.checks.stop import stop
from sharebook.store.sqlite import Connection


def pages(connection: Connection) -> Iterator[Finding]:
    """Yield the pages whose authentication code does not fit."""
    for row in connection.execute("PRAGMA cipher_integrity_check").fetchall():
        yield stop("check_page_changed", told=row[0])


def structure(connection: Connection) -> Iterator[Finding]:
    """Yield what is wrong between pages, tables and indexes, and references to nothing."""
    for row in connection.execute("PRAGMA integrity_check").fetchall():
        if row[0] != "ok":
            yield stop("check_structure_damaged", told=row[0])
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield stop("check_reference_missing", table=table, parent=parent)
