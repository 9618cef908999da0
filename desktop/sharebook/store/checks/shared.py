"""Whether what records share is what its digest says."""

import hashlib
from collections.abc import Iterator

from sharebook.domain.cohorts import Cohort
from sharebook.domain.findings import Finding
from sharebook.store.checks.stop import stop
from sharebook.store.item_sets import items_digest
from sharebook.store.sqlite import Connection


def item_sets(connection: Connection) -> Iterator[Finding]:
    """Yield lists of items that were changed."""
    for number, digest, text in connection.execute("SELECT number, digest, items FROM item_set"):
        if items_digest(text) != digest:
            yield stop("check_items_changed", number=number)


def cohorts(connection: Connection) -> Iterator[Finding]:
    """Yield cohorts whose pupils, span or size were changed."""
    sql = "SELECT number, digest, base, top, bits, n FROM cohort"
    for number, digest, base, top, bits, n in connection.execute(sql):
        cohort = Cohort(max(base, 0), bits)
        if (cohort.digest, cohort.base, cohort.top, len(cohort)) != (digest, base, top, n):
            yield stop("check_cohort_changed", number=number)


def strays(connection: Connection) -> Iterator[Finding]:
    """Yield single pupils written beside a disclosure whose pupils stand in a shared cohort."""
    sql = (
        "SELECT DISTINCT d.seq FROM disclosure d JOIN disclosure_pupil p ON p.disclosure = d.seq"
        " WHERE d.cohort IS NOT NULL"
    )
    for (seq,) in connection.execute(sql).fetchall():
        yield stop("check_member_stray", seq=seq)


def attached_files(connection: Connection) -> Iterator[Finding]:
    """Yield attached files that were changed, are missing, or that no attachment names."""
    kept = set()
    for digest, content in connection.execute("SELECT digest, content FROM attached_file"):
        kept.add(digest)
        if hashlib.sha256(content).hexdigest() != digest:
            yield stop("check_file_changed", digest=digest)
    named = connection.execute("SELECT DISTINCT digest FROM attachment WHERE digest <> ''")
    wanted = {str(row[0]) for row in named.fetchall()}
    for digest in sorted(wanted - kept):
        yield stop("check_file_missing", digest=digest)
    for digest in sorted(kept - wanted):
        yield stop("check_file_stray", digest=digest)
