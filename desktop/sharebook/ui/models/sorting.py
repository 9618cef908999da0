"""Sorts and filters any RowsModel by native values, not by the words shown."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from sharebook.ui.models.rows import RECORD, SORT

Index = QModelIndex | QPersistentModelIndex


class Sorting(QSortFilterProxyModel):
    """Keeps rows in order; `keep` hides records a filter does not want."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: Callable[[Any], bool] | None = None

    def keep(self, wanted: Callable[[Any], bool] | None) -> None:
        """Show only the records `wanted` says yes to; None shows all."""
        self._wanted = wanted
        self.invalidate()

    def lessThan(self, left: Index, right: Index) -> bool:  # noqa: N802 - Qt's name
        """Compare native values; an empty one comes last going up."""
        mine, other = left.data(SORT), right.data(SORT)
        if mine is None or other is None:
            return mine is not None
        return bool(mine < other)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: N802 - Qt's name
        """Ask the filter about the record."""
        if self._wanted is None:
            return True
        return self._wanted(self.sourceModel().index(row, 0, parent).data(RECORD))
