"""The selected rows of a table as text, to be pasted into a letter or a spreadsheet."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QTableView

from sharebook.ui.chips import Chip
from sharebook.ui.models.rows import CHIP, SECOND

_FORMULA = ("=", "+", "-", "@")


def as_text(table: QTableView) -> str:
    """Return one line a row and a tab between columns, as the table shows them."""
    rows = sorted(table.selectionModel().selectedRows(), key=QModelIndex.row)
    shown = [
        column for column in range(table.model().columnCount()) if not table.isColumnHidden(column)
    ]
    return "\n".join(
        "\t".join(_cell(row.siblingAtColumn(column)) for column in shown) for row in rows
    )


def _cell(index: QModelIndex) -> str:
    chip = index.data(CHIP)
    parts = (index.data(), index.data(SECOND), chip.words if isinstance(chip, Chip) else "")
    said = " ".join(", ".join(str(part) for part in parts if part).split())
    return f"'{said}" if said.startswith(_FORMULA) else said  # a spreadsheet would calculate it
