"""Every row in one run."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sharebook.bootstrap.benching import papers, reads, starts, writes
from sharebook.bootstrap.benching.making import PASSPHRASE, PERSON, PassingClock, last_day, made
from sharebook.bootstrap.benching.row import Row
from sharebook.bootstrap.benching.sides import Place, Side, encrypted, plain, side
from sharebook.bootstrap.benching.sizes import SIZES, Size
from sharebook.bootstrap.opening import access
from sharebook.catalogues.loading import load
from sharebook.services.ports import Progress
from sharebook.store.measuring import busiest, facts, plain_copy

_SIZE_RATIO, _MEGABYTES = 1.03, 80.0
_MEGABYTE = 10**6


@dataclass(frozen=True, slots=True)
class Bench:
    """What came out.

    Attributes:
        facts: how often a pupil stands in an entry.
        entries: of the log.
    """

    size: str
    facts: int
    entries: int
    rows: tuple[Row, ...]

    @property
    def missed(self) -> tuple[Row, ...]:
        """The rows whose target is missed."""
        return tuple(row for row in self.rows if row.met is False)


def bench(size: str, folder: Path, progress: Progress) -> Bench:
    """Measure at `size` ("small" or "full") on the register kept in `folder`.

    Raises:
        Refused, Trouble: the register cannot be made there or opened.
    """
    wanted, catalogues = SIZES[size], load()
    register = made(folder, wanted, catalogues, progress)
    day = last_day(wanted)
    clock = PassingClock(datetime(day.year, day.month, day.day, 9, tzinfo=UTC))
    with tempfile.TemporaryDirectory(dir=folder) as scratch, ExitStack() as stack:
        found = access(register, PERSON, PASSPHRASE)
        place = Place(found, Path(scratch) / "plain.db", Path(scratch), catalogues, clock)
        connection = encrypted(place)
        plain_copy(connection, place.plain)
        pupil, recipient = busiest(connection)
        ours = stack.enter_context(side(place, connection, pupil, recipient))
        peer = stack.enter_context(side(place, plain(place), pupil, recipient))
        rows: list[Row] = []
        for row in _rows(register, place, (ours, peer), wanted):
            progress.report(len(rows), len(rows) + 1, f"Measured: {row.name}")
            rows.append(row)
        progress.report(len(rows), len(rows), "Measured")
        return Bench(size, facts(connection), ours.register.head().seq, tuple(rows))


def _rows(register: Path, place: Place, sides: tuple[Side, Side], size: Size) -> Iterator[Row]:
    ours, peer = sides
    yield from _bytes(place)
    yield from reads.hot(ours, peer, size.pairs)
    yield from reads.anew(place, ours, size.pairs)
    yield from reads.phone(ours)
    yield from reads.letters(ours, size.pairs)
    yield from reads.screens(ours)
    yield from writes.large_event(place, ours, size, size.pairs)
    yield from writes.chain(place, ours, size.pairs)
    yield from writes.check(ours)
    yield from writes.copies(place, ours, peer, size.pairs)
    yield from papers.documents(ours)
    yield from papers.preview(ours, size)
    yield from starts.unlock(register)
    yield from starts.first_paint(register, place.scratch)


def _bytes(place: Place) -> Iterator[Row]:
    held = place.access.database.stat().st_size
    ratio = held / place.plain.stat().st_size
    yield Row("file on the disk", held / _MEGABYTE, "MB", _MEGABYTES, "none")
    yield Row("file on the disk, of the same facts", ratio, "×", _SIZE_RATIO, "without a key")
