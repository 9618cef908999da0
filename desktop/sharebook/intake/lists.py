"""A pasted or saved list of pupils in any common shape, told apart line by line; nobody is found.

With headings (as a management information system or a spreadsheet copies it) each column says what
it is. Without, a line is cut into parts and its numbers and dates are taken out of it.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date

from sharebook.domain import upn
from sharebook.domain.errors import Refused
from sharebook.domain.listed import Listed
from sharebook.intake.columns import Field, field_of
from sharebook.intake.dates import DateOrder, prove_order, read_day
from sharebook.intake.folding import bare, tidy
from sharebook.intake.text import decode
from sharebook.intake.workbook import is_workbook, rows_of_workbook

MOST_LINES = 5_000
_MOST_BYTES = 10_000_000
_SHOWN = 160
_LONGEST = 1_000  # characters of a line that can still be one about pupils
_FEW = 10  # lines above the headings
_WHOLE = frozenset(
    map(bare, ("name", "pupil", "pupil name", "full name", "child", "child's name", "student"))
) | {"pupils", "children", "names", "studentname", "childname", "preferredname", "nameofchild"}
_UPN = re.compile(r"(?<![A-Z0-9])[A-Z](?:[\s-]?\d){11}[\s-]?[0-9A-Z](?![A-Z0-9])", re.IGNORECASE)
_DAY = re.compile(
    r"(?<![\w/])(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})"
    r"|\d{1,2}(?:st|nd|rd|th)?[-/. ][a-z]{3,9}[-/. ,]+(?:\d{4}|\d{2}))(?![\w/])",
    re.IGNORECASE | re.ASCII,
)
_BULLET = re.compile(r"^\s*(?:[-–—*•·▪◦‣]+|\(?\d{1,4}[.)])\s+")
_TOLD = re.compile(r"\b(?:upn|dob|d\.o\.b\.?|born|date of birth)\b\s*:?", re.IGNORECASE)
_CUT = re.compile(r"[\t,;|()\[\]:/\"]+|\s+[-–—]\s+")
_AND = re.compile(r"\s+(?:and|&)\s+|;", re.IGNORECASE)
_SURNAMES = (Field.LEGAL_SURNAME, Field.SURNAME, Field.PREFERRED_SURNAME)
_FORENAMES = (Field.LEGAL_FORENAME, Field.FORENAME, Field.KNOWN_AS)


def read_list(name: str, text: str, today: date) -> tuple[Listed, ...]:
    """Return the lines of a list of pupils.

    Args:
        name: what to call it in sentences: a file's own name, or "the list".
        text: what was typed, pasted or read.
        today: today's date at the school, to judge years of two digits.

    Raises:
        Refused: list_empty, list_too_long.
    """
    lines = text.replace("\f", "\n").splitlines()
    return _read(name, [_cells(line) for line in lines], lines, today)


def read_list_file(name: str, data: bytes, today: date) -> tuple[Listed, ...]:
    """Return the lines of a list kept in a file: .csv, .txt or the first sheet of .xlsx.

    Raises:
        Refused: as `read_list`; list_workbook_broken; not text, or far too long.
    """
    if not is_workbook(data):
        return read_list(name, decode(name, data, _MOST_BYTES).text, today)
    if len(data) > _MOST_BYTES:
        raise Refused("file_too_long", "file", file=name, most=f"{_MOST_BYTES // 1_000_000} MB")
    rows = rows_of_workbook(name, data)
    return _read(name, rows, ["\t".join(row) for row in rows], today)


def _read(
    name: str, rows: Sequence[tuple[str, ...]], lines: Sequence[str], today: date
) -> tuple[Listed, ...]:
    filled = [place for place, row in enumerate(rows) if any(map(str.strip, row))]
    if not filled:
        raise Refused("list_empty", "list", file=name)
    if len(filled) > MOST_LINES:
        raise Refused("list_too_long", "list", file=name, most=f"{MOST_LINES:,}")
    order = prove_order(found for line in lines for found in _DAY.findall(line[:_LONGEST]))
    known = None if order.mixed else order.order or DateOrder.DAY_FIRST
    heads, places = _headings(rows, filled)
    body = [place for place in filled if place > heads]
    if places:
        under = _Under(places, known, today)
        return tuple(under.read(place, rows[place]) for place in body)
    return tuple(each for place in body for each in _free(place, lines[place], known, today))


def _cells(line: str) -> tuple[str, ...]:
    line = line[:_LONGEST]
    if "\t" in line:
        return tuple(line.split("\t"))
    separator = ";" if line.count(";") > line.count(",") else ","
    try:
        return tuple(next(csv.reader([line], delimiter=separator, skipinitialspace=True), ()))
    except csv.Error:
        return (line,)


def _headings(
    rows: Sequence[tuple[str, ...]], filled: Sequence[int]
) -> tuple[int, dict[Field | str, int]]:
    """Return the place of the row of headings and of each column; -1 and none without."""
    for place in filled[:_FEW]:
        found = [_meant(cell) for cell in rows[place]]
        told = [each for each in rows[place] if each.strip()]
        if sum(each is not None for each in found) * 2 > len(told):
            places: dict[Field | str, int] = {}
            for column, meant in enumerate(found):
                if meant is not None:
                    places.setdefault(meant, column)
            return place, places
    return -1, {}


def _meant(cell: str) -> Field | str | None:
    return "name" if bare(cell) in _WHOLE else field_of(cell)


class _Under:
    """Reads rows under headings."""

    def __init__(
        self, places: dict[Field | str, int], order: DateOrder | None, today: date
    ) -> None:
        self._places = places
        self._order = order
        self._today = today

    def read(self, place: int, row: Sequence[str]) -> Listed:
        """Return what the row says."""
        cells = {
            field: tidy(row[column]) if column < len(row) else ""
            for field, column in self._places.items()
        }
        numbers = (upn.tidy(cells.get(field, "")) for field in (Field.UPN, Field.FORMER_UPN))
        return Listed(
            place + 1,
            _shown(", ".join(filter(None, map(tidy, row)))),
            names=_names(cells),
            about=tuple(filter(None, (cells.get(Field.YEAR), cells.get(Field.CLASS)))),
            born=_born(cells.get(Field.BORN, ""), self._order, self._today),
            upns=tuple(filter(None, numbers)),
            admission=cells.get(Field.ADMISSION_NUMBER, ""),
            table=True,
        )


def _names(cells: dict[Field | str, str]) -> tuple[str, ...]:
    lasts = [cells[field] for field in _SURNAMES if cells.get(field)]
    firsts = [cells[field] for field in _FORENAMES if cells.get(field)]
    whole = [cells["name"]] if cells.get("name") else []
    if not firsts or not lasts:
        return tuple(dict.fromkeys(whole or firsts or lasts))
    return tuple(dict.fromkeys([*whole, *(f"{one} {last}" for last in lasts for one in firsts)]))


def _free(place: int, line: str, order: DateOrder | None, today: date) -> Iterable[Listed]:
    """Yield what a line without headings says: one pupil, or several one after the other."""
    for piece in _AND.split(_BULLET.sub("", line[:_LONGEST])) if line.strip() else ():
        if not tidy(piece):
            continue
        numbers = tuple(upn.tidy(found) for found in _UPN.findall(piece))
        rest = _UPN.sub("\t", piece)
        days = _DAY.findall(rest)
        rest = _TOLD.sub("\t", _DAY.sub("\t", rest))
        born = _born(days[0], order, today) if len(days) == 1 else None
        parts = tuple(filter(None, map(tidy, _CUT.split(rest))))
        if numbers or days or parts:
            yield Listed(
                place + 1, _shown(piece), parts, born=born, upns=numbers, table="\t" in line
            )


def _born(cell: str, order: DateOrder | None, today: date) -> date | None:
    said = read_day(cell, order, today) if cell and order else None
    return said.day if said and said.day <= today else None


def _shown(line: str) -> str:
    return tidy(line.replace("\t", "   "))[:_SHOWN]
