"""The first sheet of an Excel workbook as rows of text; formulas by the value kept with them."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from xml.etree import ElementTree  # document types are refused before it reads

from sharebook.domain.errors import Refused

_MOST_PARTS = 2_000
_MOST_UNPACKED = 60_000_000
_MOST_PART = 40_000_000
_MOST_ROWS = 60_000
_MOST_COLUMNS = 250
_BEGAN = date(1899, 12, 30)  # day 0 of Excel's calendar, its leap day of 1900 counted in
_LATEST = 2_958_465  # the last day it knows, 31 December 9999
_DATE_FORMATS = frozenset(range(14, 18)) | {22}
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_PLACE = re.compile(r"([A-Z]{1,3})\d+")
_UNUSABLE = (
    *(zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError),
    *(ElementTree.ParseError, KeyError, ValueError, IndexError),
)
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")


def is_workbook(data: bytes) -> bool:
    """Say whether `data` begins as a workbook (or a Word file) does."""
    return data.startswith(b"PK\x03\x04")


def rows_of_workbook(name: str, data: bytes) -> list[tuple[str, ...]]:
    """Return the rows of the first sheet; empty rows are empty, so that numbers of lines hold.

    Raises:
        Refused: list_workbook_broken, it is no workbook, or one made to be unbearable.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = {part.filename: part.file_size for part in package.infolist()}
            _refuse_bombs(name, parts)
            texts = _shared_texts(package, parts)
            dates = _date_styles(package, parts)
            return _rows(package, _first_sheet(parts), texts, dates)
    except _UNUSABLE as error:
        raise Refused("list_workbook_broken", "list", file=name) from error


def _refuse_bombs(name: str, parts: dict[str, int]) -> None:
    too_much = len(parts) > _MOST_PARTS or sum(parts.values()) > _MOST_UNPACKED
    if too_much or max(parts.values(), default=0) > _MOST_PART:
        raise Refused("list_workbook_broken", "list", file=name)


def _first_sheet(parts: dict[str, int]) -> str:
    numbered = {int(found[1]): part for part in parts if (found := _SHEET.fullmatch(part))}
    return numbered[min(numbered)]


def _part(package: zipfile.ZipFile, part: str) -> bytes:
    content = package.read(part)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise ValueError(part)
    return content


def _elements(content: bytes, tag: str) -> Iterator[ElementTree.Element]:
    """Yield each whole element called `tag`, and let it go again."""
    for _, element in ElementTree.iterparse(BytesIO(content)):  # noqa: S314 - see the import
        if element.tag.rpartition("}")[2] == tag:
            yield element
            element.clear()


def _text(element: ElementTree.Element) -> str:
    """Return the text runs of a cell, without what is written over them to be read aloud."""
    parts: list[str] = []
    for child in element:
        tag = child.tag.rpartition("}")[2]
        if tag == "t":
            parts.append(child.text or "")
        elif tag == "r":
            parts.append(_text(child))
    return "".join(parts)


def _shared_texts(package: zipfile.ZipFile, parts: dict[str, int]) -> list[str]:
    if "xl/sharedStrings.xml" not in parts:
        return []
    return [_text(each) for each in _elements(_part(package, "xl/sharedStrings.xml"), "si")]


def _date_styles(package: zipfile.ZipFile, parts: dict[str, int]) -> frozenset[int]:
    """Return the numbers of the cell styles that show a number as a day."""
    if "xl/styles.xml" not in parts:
        return frozenset()
    content = _part(package, "xl/styles.xml")
    own = {
        int(each.get("numFmtId", "0"))
        for each in _elements(content, "numFmt")
        if {"d", "y"} <= set(_QUOTED.sub("", each.get("formatCode", "")).lower())
    }
    formats: list[int] = []
    for each in _elements(content, "cellXfs"):
        formats = [int(style.get("numFmtId", "0")) for style in each]
    wanted = _DATE_FORMATS | own
    return frozenset(place for place, number in enumerate(formats) if number in wanted)


def _rows(
    package: zipfile.ZipFile, sheet: str, texts: list[str], dates: frozenset[int]
) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for row in _elements(_part(package, sheet), "row"):
        number = int(row.get("r", len(rows) + 1))
        if not len(rows) < number <= _MOST_ROWS:
            raise ValueError(number)
        rows += [()] * (number - len(rows) - 1)
        cells: dict[int, str] = {}
        for cell in row:
            cells[_column(cell.get("r", ""), len(cells))] = _value(cell, texts, dates)
        wide = max(cells, default=-1) + 1
        if wide > _MOST_COLUMNS:
            raise ValueError(wide)
        rows.append(tuple(cells.get(place, "") for place in range(wide)))
    return rows


def _column(place: str, otherwise: int) -> int:
    found = _PLACE.fullmatch(place)
    if found is None:
        return otherwise
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _value(cell: ElementTree.Element, texts: list[str], dates: frozenset[int]) -> str:
    kind = cell.get("t", "n")
    inside = {child.tag.rpartition("}")[2]: child for child in cell}
    if kind == "inlineStr":
        return _text(inside["is"]) if "is" in inside else ""
    said = (inside["v"].text or "") if "v" in inside else ""
    if kind == "s" and said:
        return texts[int(said)]
    if kind != "n" or not said:
        return said
    return _number(said, as_day=int(cell.get("s", "0")) in dates)


def _number(said: str, *, as_day: bool) -> str:
    """Return a number as a person reads it: a day, or without an idle ".0"."""
    value = float(said)
    if as_day and 0 < value <= _LATEST:
        return (_BEGAN + timedelta(days=int(value))).isoformat()
    return str(int(value)) if value == int(value) else said
