"""One list of the page with its buttons, or what to say where it is empty."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from sharebook.ui.look import look
from sharebook.ui.models.rows import RECORD
from sharebook.ui.widgets.nothing import Nothing
from sharebook.ui.widgets.sheet import panel, row
from sharebook.ui.widgets.table import Table

_LEAST = 180


class Part(QWidget):
    """A table on a sheet, its buttons at the foot."""

    def __init__(self, table: Table[Any], empty: str, more: str, *buttons: QPushButton) -> None:
        super().__init__()
        self.table = table
        self._nothing = Nothing("clock", empty, more)
        self._nothing.say(empty, more)
        table.setMinimumHeight(look().px(_LEAST))  # at large text the page scrolls instead
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, column = panel("sheet", 12, 10)
        column.addWidget(table, 1)
        column.addWidget(self._nothing, 1)
        if buttons:
            column.addLayout(row(*buttons, 1))
        outer.addWidget(frame)
        self.setFocusProxy(table)
        self.show_rows(())

    @property
    def record(self) -> Any:
        """The selected record, or None."""
        return self.table.record

    @property
    def records(self) -> list[Any]:
        """Every selected record, in the order shown."""
        marked = self.table.selectionModel().selectedRows()
        rows = sorted(index.row() for index in marked)
        return [self.table.model().index(each, 0).data(RECORD) for each in rows]

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these, the first one chosen; or say that there are none."""
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        if rows and self.table.record is None:
            self.table.pick_first()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to choose from."""
        return self.table.isHidden()
