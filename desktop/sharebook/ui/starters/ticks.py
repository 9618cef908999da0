"""Which rows of the catalogue are ticked: the list's model with a check box in its first column."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from sharebook.ui.models.rows import Column, RowsModel
from sharebook.ui.starters.offers import Starter

Index = QModelIndex | QPersistentModelIndex
_CHECK = Qt.ItemDataRole.CheckStateRole


class Ticks(RowsModel[Starter]):
    """Rows that can be ticked; ticks stay while the list is searched.

    Signals:
        ticked: how many are ticked now.
    """

    ticked = Signal(int)

    def __init__(self, columns: tuple[Column[Starter], ...], parent: QObject) -> None:
        super().__init__(columns, parent=parent)
        self._chosen: dict[str, Starter] = {}

    @property
    def chosen(self) -> list[Starter]:
        """What is ticked, in the order of ticking."""
        return list(self._chosen.values())

    def flip(self, starter: Starter) -> None:
        """Tick a row, or take its tick away."""
        if self._chosen.pop(starter.row.code, None) is None:
            self._chosen[starter.row.code] = starter
        place = self.rows.index(starter)
        self.dataChanged.emit(self.index(place, 0), self.index(place, self.columnCount() - 1))
        self.ticked.emit(len(self._chosen))

    def set(self, starters: Iterable[Starter], *, on: bool) -> None:
        """Tick all of these, or take their ticks away."""
        for starter in starters:
            if on:
                self._chosen.setdefault(starter.row.code, starter)
            else:
                self._chosen.pop(starter.row.code, None)
        if self.rows:
            last = self.index(len(self.rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.ticked.emit(len(self._chosen))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Say whether a row is ticked, in words too."""
        if index.isValid() and role == _CHECK and index.column() == 0:
            on = self.record(index).row.code in self._chosen
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        said = super().data(index, role)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid():
            ticked = self.record(index).row.code in self._chosen
            return f"{'ticked' if ticked else 'not ticked'}, {said}"
        return said
