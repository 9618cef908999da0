"""The first sheet of an Excel workbook as rows of text; formulas by the value kept with them."""

import warnings
import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from io import BytesIO
from itertools import islice
from xml.etree.ElementTree import ParseError  # only its name; openpyxl reads through defusedxml

from defusedxml.common import DefusedXmlException

from sharebook.domain.errors import Refused

_MOST_PARTS = 2_000
_MOST_UNPACKED = 60_000_000
_MOST_PART = 40_000_000
_MOST_ROWS = 60_000
_MOST_COLUMNS = 250
_UNUSABLE = (
    *(zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ParseError),
    *(
        DefusedXmlException,
        KeyError,
        ValueError,
        IndexError,
        TypeError,
        AttributeError,
        OverflowError,
    ),
)


def is_workbook(data: bytes) -> bool:
    """Say whether `data` begins as a workbook (or a Word file) does."""
    return data.startswith(b"PK\x03\x04")


def rows_of_workbook(name: str, data: bytes) -> list[tuple[str, ...]]:
    """Return the rows of the first sheet; empty rows are empty, so that numbers of lines hold.

    Raises:
        Refused: list_workbook_broken, it is no workbook, or one made to be unbearable.
    """
    try:
        _refuse_bombs(data)
        return _rows(data)
    except _UNUSABLE as error:  # a broken workbook breaks its reader in as many ways
        raise Refused("list_workbook_broken", "list", file=name) from error


def _refuse_bombs(data: bytes) -> None:
    with zipfile.ZipFile(BytesIO(data)) as package:
        sizes = [part.file_size for part in package.infolist()]
    if len(sizes) > _MOST_PARTS or sum(sizes) > _MOST_UNPACKED or max(sizes) > _MOST_PART:
        message = "larger inside than any list of pupils"
        raise ValueError(message)


def _rows(data: bytes) -> list[tuple[str, ...]]:
    from openpyxl import load_workbook  # heavy, and wanted for a few files only

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of colours and styles nobody asks for
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            page = book.worksheets[0]
            page.reset_dimensions()  # what the file says of its size is not to be trusted
            found = page.iter_rows(max_col=_MOST_COLUMNS + 1, values_only=True)
            rows = [_row(cells) for cells in islice(found, _MOST_ROWS + 1)]
        finally:
            book.close()
    if len(rows) > _MOST_ROWS:
        message = "longer than any list of pupils"
        raise ValueError(message)
    return rows


def _row(cells: Iterable[object]) -> tuple[str, ...]:
    texts = [_text(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    if len(texts) > _MOST_COLUMNS:
        message = "wider than any list of pupils"
        raise ValueError(message)
    return tuple(texts)


def _text(cell: object) -> str:
    """Return a cell as a person reads it: a day, or a number without an idle ".0"."""
    match cell:
        case None:
            return ""
        case datetime():
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
        case float() if cell.is_integer():
            return str(int(cell))
        case _:
            return str(cell)
