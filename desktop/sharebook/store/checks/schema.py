"""Whether tables, views and guards are those this program made."""

from collections.abc import Iterator
from functools import cache

from sharebook.domain.findings import Finding
from sharebook.store import migrations
from sharebook.store.checks.stop import stop
from sharebook.store.generation import meta_keys, read_generation
from sharebook.store.opening import APPLICATION_ID
from sharebook.store.sheet_proofs import proof_keys
from sharebook.store.sqlite import Connection, in_memory, number
from sharebook.store.sweeping import swept_keys

# What a planner gathers (sqlite_stat) counts as added: it may hold names, and we never ask for it.
_MADE = "SELECT type || ' ' || name, sql FROM sqlite_master"
_IDENTITY = {"register_id"}


def differences(connection: Connection) -> Iterator[Finding]:
    """Yield what is missing, added or changed beside a register made new by the same scripts."""
    expected = _expected()
    found = dict(connection.execute(_MADE).fetchall())
    for name in sorted(expected.keys() | found.keys()):
        if expected.get(name, "") != found.get(name, ""):
            yield stop("check_schema_changed", part=name)
    if number(connection, "PRAGMA application_id") != APPLICATION_ID:
        yield stop("check_schema_changed", part="application_id")


def unknown_meta(connection: Connection) -> Iterator[Finding]:
    """Yield facts about the register that are missing or nobody wrote.

    The identity itself is held by the chain, which begins with it.
    """
    found = {str(row[0]) for row in connection.execute("SELECT key FROM meta").fetchall()}
    written = _IDENTITY | meta_keys(read_generation(connection)) | proof_keys(connection)
    written |= swept_keys(connection)
    for key in sorted(found ^ written):
        yield stop("check_meta_changed", key=key)


@cache
def _expected() -> dict[str, str]:
    fresh = in_memory()
    try:
        migrations.upgrade(fresh, None)
        return dict(fresh.execute(_MADE).fetchall())
    finally:
        fresh.close()
