"""Text into rows of cells: separator, quoting, titles above the headings, limits."""

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import StringIO

from sharebook.domain.errors import Refused
from sharebook.intake.folding import bare, tidy

MOST_BYTES = 10_000_000
_MOST_ROWS = 60_000
_MOST_COLUMNS = 250
_LONGEST_LINE = 20_000
_LINES_IN_A_ROW = 12  # quoted line ends within one row
_LOOKED_AT = 50
_MOST_BROKEN = 500  # rows with quoting of their own; beyond it this is no such table
_SEPARATORS = (",", "\t", ";")


@dataclass(frozen=True, slots=True)
class Cells:
    """One row; `cells` is empty where the quoting is broken.

    Attributes:
        row: line of the file it begins on, from 1.
        broken: the quote marks do not pair up, or the line is far too long.
        start: the line's first characters, to show a person.
    """

    row: int
    cells: tuple[str, ...]
    broken: bool = False
    start: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its headings found; blank and repeated heading rows are gone."""

    headings: tuple[str, ...]
    heading_row: int
    rows: tuple[Cells, ...]


def read_table(name: str, text: str, score: Callable[[tuple[str, ...]], int]) -> Table:
    """Return the table in `text`.

    Args:
        name: the file's own name, for sentences.
        text: the decoded file.
        score: how many of a row's cells are headings we know; the best row wins.

    Raises:
        Refused: no row looks like headings, or there are too many rows or columns.
    """
    lines = list(StringIO(text, newline=""))
    if len(lines) > _MOST_ROWS * 2:
        raise Refused("table_too_long", file=name, most=f"{_MOST_ROWS:,}")
    rows = _limited(name, _rows(lines, _separator(lines)))
    place = _heading_place(name, rows, score)
    headings = tuple(tidy(cell) for cell in rows[place].cells)
    if len(headings) > _MOST_COLUMNS:
        raise Refused("table_too_wide", file=name, most=_MOST_COLUMNS)
    return Table(headings, rows[place].row, _body(rows[place + 1 :], headings))


def _limited(name: str, rows: Iterable[Cells]) -> list[Cells]:
    kept: list[Cells] = []
    broken = 0
    for row in rows:
        kept.append(row)
        broken += row.broken
        if len(kept) > _MOST_ROWS:
            raise Refused("table_too_long", file=name, most=f"{_MOST_ROWS:,}")
        if broken > _MOST_BROKEN:
            raise Refused("table_quotes_broken", file=name)
    return kept


def _heading_place(name: str, rows: list[Cells], score: Callable[[tuple[str, ...]], int]) -> int:
    scores = [score(row.cells) for row in rows[:_LOOKED_AT]]
    best = max(scores, default=0)
    if best == 0:
        raise Refused("table_no_headings", file=name)
    return scores.index(best)


def _body(rows: list[Cells], headings: tuple[str, ...]) -> tuple[Cells, ...]:
    again = tuple(bare(cell) for cell in headings)
    return tuple(row for row in rows if row.broken or not (_is_blank(row) or _says(row, again)))


def _says(row: Cells, again: tuple[str, ...]) -> bool:
    """Tell whether a row is the headings once more; most differ in their first cell."""
    return len(row.cells) == len(again) and all(
        bare(cell) == heading for cell, heading in zip(row.cells, again, strict=True)
    )


def _is_blank(row: Cells) -> bool:
    return not any(cell.strip() for cell in row.cells)


def _separator(lines: list[str]) -> str:
    """Return the separator that gives most of the first rows the same number of cells."""

    def agreement(separator: str) -> tuple[int, int]:
        widths = Counter(len(row.cells) for row in _rows(lines[:_LOOKED_AT], separator))
        several = [(times, width) for width, times in widths.items() if width > 1]
        return max(several, default=(0, 0))

    return max(_SEPARATORS, key=agreement)


def _rows(lines: list[str], separator: str) -> Iterator[Cells]:
    at = 0
    while at < len(lines):
        row, used = _one_row(lines, at, separator)
        yield row
        at += used


def _one_row(lines: list[str], at: int, separator: str) -> tuple[Cells, int]:
    """Read one row; a row that cannot be read costs its first line only, not its neighbours."""
    window = lines[at : at + _LINES_IN_A_ROW]
    if any(len(line) > _LONGEST_LINE for line in window[:1]):
        return _broken(lines, at), 1
    reader = csv.reader(window, delimiter=separator, strict=True)
    try:
        cells = next(reader)
    except csv.Error:
        return _broken(lines, at), 1
    return Cells(at + 1, tuple(cells)), reader.line_num


def _broken(lines: list[str], at: int) -> Cells:
    return Cells(at + 1, (), broken=True, start=tidy(lines[at][:_LOOKED_AT]))
