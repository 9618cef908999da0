"""Comparing everything with everything: file, structure, shared parts, records and chain."""

from collections.abc import Callable, Iterator
from typing import Protocol

from sharebook.domain.errors import Trouble
from sharebook.domain.findings import Finding, Severity
from sharebook.store.checks import chain, disposals, file, records, schema, searching, shared
from sharebook.store.errors import surroundings
from sharebook.store.families.every import EVERY
from sharebook.store.sqlite import Connection, DatabaseError


class Progress(Protocol):
    """Hears how far long work has come; may stop it by raising `Cancelled`."""

    def report(self, done: int, total: int, doing: str = "") -> None:
        """Tell that `done` of `total` steps are behind us."""
        ...


Step = Callable[[Connection], Iterator[Finding]]


def verify(connection: Connection, progress: Progress) -> Iterator[Finding]:
    """Yield what does not hold; nothing is written.

    What this cannot find without a remembered head: the newest entries cut off together with
    their records, an older copy of the whole file, a chain rewritten from some entry onwards.
    Compare the head with a printed seal or the workstation's memory for these.

    Raises:
        Cancelled: the person pressed Stop.
    """
    connection.execute("PRAGMA shrink_memory")  # look at the disk, not at what was read before
    steps, well = _steps(), True
    for done, (doing, step) in enumerate(steps):
        progress.report(done, len(steps), doing)
        try:
            for finding in _findings(connection, step):
                well = False
                yield finding
        except DatabaseError as error:
            if well:  # the register is as we made it, so the fault is ours
                raise
            yield _unreadable(str(error))  # a table or a column is gone
    progress.report(len(steps), len(steps))


def _steps() -> list[tuple[str, Step]]:
    return [
        ("pages", file.pages),
        ("structure", file.structure),
        ("schema", schema.differences),
        ("meta", schema.unknown_meta),
        ("log", chain.links),
        ("item_set", shared.item_sets),
        ("cohort", shared.cohorts),
        ("member", shared.strays),
        ("attached_file", shared.attached_files),
        *((family.entity, records.step(family)) for family in EVERY),
        ("disposal", disposals.differences),
        ("coverage", chain.strangers),
        ("search", searching.differences),
    ]


def _findings(connection: Connection, step: Step) -> Iterator[Finding]:
    """Run one step; a page that cannot be read is a finding, not the end."""
    try:
        with surroundings():
            yield from step(connection)
    except Trouble as trouble:
        yield _unreadable(trouble.code)


def _unreadable(cause: str) -> Finding:
    return Finding("check_step_unreadable", Severity.STOP, facts={"cause": cause})
