"""Tables as XLSX or CSV, every cell as plain text so that nothing in it can run.

XLSX goes through `write_string` only: `write` would turn "=..." into a live formula. In CSV a
cell whose first visible character could start a formula is given a leading apostrophe.
"""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

import xlsxwriter

from sharebook.domain.errors import Refused

_LONGEST_CELL = 32_767  # Excel's limit; longer text would be lost without a word
_RISKY = tuple("=+-@|%\t\r＝＋－＠")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: a title, one heading a column, rows of text."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def written(sheet: Sheet, form: str) -> bytes:
    """Return the sheet as a file of `form`: "xlsx" or "csv".

    Raises:
        Refused: there is no such form.
    """
    if form == "csv":
        return _csv(sheet)
    if form == "xlsx":
        return _xlsx(sheet)
    raise Refused("sheet_form_unknown", "file", form=form)


def _csv(sheet: Sheet) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(sheet.headings)
    writer.writerows([[_harmless(cell) for cell in row] for row in sheet.rows])
    return out.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    text = _UNPRINTABLE.sub("", cell)
    return f"'{text}" if text.lstrip().startswith(_RISKY) or text.startswith(_RISKY) else text


def _xlsx(sheet: Sheet) -> bytes:
    out = io.BytesIO()
    options = {"constant_memory": True, "in_memory": True}
    with xlsxwriter.Workbook(out, options) as book:
        page = book.add_worksheet(sheet.title[:31])
        bold = book.add_format({"bold": True})
        page.freeze_panes(1, 0)
        page.set_column(0, max(len(sheet.headings) - 1, 0), 24)
        for row, cells in enumerate((sheet.headings, *sheet.rows)):
            _write_row(page, row, cells, bold if row == 0 else None)
    return out.getvalue()


def _write_row(
    page: xlsxwriter.worksheet.Worksheet, row: int, cells: Sequence[str], look: object
) -> None:
    for column, cell in enumerate(cells):
        text = _UNPRINTABLE.sub("", cell)[:_LONGEST_CELL]
        if page.write_string(row, column, text, look) != 0:
            message = f"cell {row}, {column} was not written"
            raise RuntimeError(message)
