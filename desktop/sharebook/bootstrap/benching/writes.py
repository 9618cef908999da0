"""What writing costs: one large event, one small entry, the whole chain, a copy of everything."""

import itertools
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from sharebook.bootstrap.benching.file_calls import Calls, counted
from sharebook.bootstrap.benching.pairs import compare
from sharebook.bootstrap.benching.row import Row
from sharebook.bootstrap.benching.sides import Place, Side
from sharebook.bootstrap.benching.sizes import Size
from sharebook.domain.cohorts import Cohort
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.names import DisclosureId, PupilId
from sharebook.store.copies import opened
from sharebook.store.families.every import EVERY
from sharebook.store.measuring import copy_pages, follow_log, open_plain, read_log, unlogged
from sharebook.store.opening import open_database
from sharebook.store.register import SqlRegister
from sharebook.store.sqlite import Connection

_CALLS, _KILOBYTES, _BULK, _LOG, _FOLLOW, _BACKUP = 80, 60, 0.1, 1.35, 2.5, 3.0
_FEW = 3  # pairs of what takes long
KINDS = [family.kind for family in EVERY]
_ROWS = "one row for each pupil, in the same file"


@contextmanager
def _scratch(place: Place) -> Iterator[Connection]:
    """Hold a copy of the register that may be written to."""
    copy = place.scratch / "scratch.db"
    shutil.copy(place.access.database, copy)
    with closing(open_database(copy, place.access.data_key)) as connection:
        yield connection
    copy.unlink()


def large_event(place: Place, ours: Side, size: Size, pairs: int) -> Iterator[Row]:
    """Yield file calls, bytes and time of one event of very many pupils."""
    event = ours.register.last_disclosures(1)[0].record
    numbers = itertools.count(ours.register.count(Disclosure) + 1)
    with _scratch(place) as connection:
        register = SqlRegister(connection, place.clock)

        def bitmap() -> None:
            """Write an event whose cohort no other event had."""
            number = next(numbers)
            cohort = Cohort.of(PupilId(1 + number % 7 + each) for each in range(size.bulk))
            _add(register, replace(event, id=DisclosureId(number), cohort=cohort))

        def rows() -> None:
            number = next(numbers)
            with unlogged(connection) as writer:
                bare = replace(event, id=DisclosureId(number), cohort=Cohort())
                writer.add_rows(bare, range(1, size.bulk + 1))

        bitmap()
        ours_calls = counted(bitmap)
        rows_calls = counted(rows)
        got = compare(bitmap, rows, pairs, repeat=False)
    name = f"one event of {size.bulk:,} pupils"
    yield from _calls(name, ours_calls, rows_calls)
    yield Row(f"{name}: commit", got.clock, "×", _BULK, _ROWS, got.cpu)


def _calls(name: str, ours: Calls, rows: Calls) -> Iterator[Row]:
    peer = f"{_ROWS}: {rows.calls:,} calls, {rows.written / 1024:,.0f} KB"
    yield Row(f"{name}: reads and writes of files", ours.calls, "calls", _CALLS, peer)
    yield Row(f"{name}: written", ours.written / 1024, "KB", _KILOBYTES, peer)


def _add(register: SqlRegister, entry: Disclosure) -> None:
    with register.writing("Pat Inkwell") as writer:
        writer.add(entry)


def chain(place: Place, ours: Side, pairs: int) -> Iterator[Row]:
    """Yield what the chain adds to a commit, and following it against reading it."""
    event = ours.register.disclosures_about(ours.pupil)[-1].record
    numbers = itertools.count(ours.register.count(Disclosure) + 1)
    with _scratch(place) as connection:
        register = SqlRegister(connection, place.clock)

        def chained() -> None:
            _add(register, replace(event, id=DisclosureId(next(numbers))))

        def alone() -> None:
            with unlogged(connection) as writer:
                writer.add(replace(event, id=DisclosureId(next(numbers))))

        got = compare(chained, alone, pairs * 3, repeat=False)
    yield Row("commit of one entry", got.clock, "×", _LOG, "the same without a log", got.cpu)
    entries = ours.register.head().seq
    connection = ours.connection
    got = compare(lambda: follow_log(connection), lambda: read_log(connection), pairs)
    name = f"following the chain of {entries:,} entries"
    yield Row(name, got.clock, "×", _FOLLOW, "reading them", got.cpu)


def check(ours: Side) -> Iterator[Row]:
    """Yield the whole check against reading every record and the log once."""
    register, connection = ours.register, ours.connection

    def everything() -> None:
        for kind in KINDS:
            register.history(kind)
        read_log(connection)

    got = compare(lambda: list(register.verify(_Unheard())), everything, _FEW, repeat=False)
    name = "checking the whole register"
    yield Row(name, got.clock, "×", None, "reading every record once", got.cpu)
    yield Row(f"{name}: time", got.ours, "s CPU", None, "none; made in the background")


class _Unheard:
    """Hears how far the check has come, and says nothing."""

    def report(self, done: int, total: int, doing: str = "") -> None:
        """Hear."""


def copies(place: Place, ours: Side, peer: Side, pairs: int) -> Iterator[Row]:
    """Yield the copying of every page, with a key against without."""

    def with_key() -> None:
        def make(target: Path) -> None:
            with opened(target, place.access.data_key) as copy:
                copy_pages(ours.connection, copy)

        _into_new(place.scratch, make)

    def without() -> None:
        def make(target: Path) -> None:
            with closing(open_plain(target)) as copy:
                copy_pages(peer.connection, copy)

        _into_new(place.scratch, make)

    got = compare(with_key, without, pairs, repeat=False)
    yield Row(
        "copying every page, as a backup does",
        got.clock,
        "×",
        _BACKUP,
        "a file without a key",
        got.cpu,
    )


def _into_new(folder: Path, make: Callable[[Path], None]) -> None:
    with tempfile.TemporaryDirectory(dir=folder) as place:
        target = Path(place) / "copy.db"
        target.touch()
        make(target)
