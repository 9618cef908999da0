"""A narrow state column: the shape alone, with its words in the tooltip and for screen readers."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect
from PySide6.QtGui import QPainter

from sharebook.ui import icons
from sharebook.ui.look import look
from sharebook.ui.models.rows import RECORD
from sharebook.ui.widgets.cells import Cells

Index = QModelIndex | QPersistentModelIndex
_SIDE = 16


class Mark(Cells):
    """Draws the icon that `shape` gives for a record: (icon, token), or None for no mark."""

    def __init__(self, shape: Callable[[Any], tuple[str, str] | None], parent: QObject) -> None:
        super().__init__(parent)
        self._shape = shape

    def _words(self, painter: QPainter, where: QRect, index: Index) -> None:
        found = self._shape(index.data(RECORD))
        if found is None:
            return
        side = look().px(_SIDE)
        spot = QRect(where.center().x() - side // 2, where.center().y() - side // 2, side, side)
        icons.paint(painter, found[0], spot, found[1])
