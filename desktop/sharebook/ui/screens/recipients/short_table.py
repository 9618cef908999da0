"""A table as tall as its rows, for a page that scrolls as a whole."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt

from sharebook.ui.models.rows import Column
from sharebook.ui.widgets.table import PLAIN, Table

T = TypeVar("T")


class ShortTable(Table[T]):
    """Shows all its rows; the page scrolls instead."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        said: str,
        row_height: int = PLAIN,
        struck: Callable[[T], bool | str] | None = None,
    ) -> None:
        super().__init__(columns, said, row_height, struck)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show these records and take their height."""
        super().show_rows(rows)
        rows_tall = len(rows) * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(self.horizontalHeader().height() + rows_tall + 2)
