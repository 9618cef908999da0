"""The list of ready-made purposes; Space, Enter or a click ticks a row."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter

from sharebook.domain.flows import Standing
from sharebook.ui.chips import Chip
from sharebook.ui.look import look
from sharebook.ui.models.rows import Column
from sharebook.ui.starters.offers import Starter
from sharebook.ui.starters.ticks import Ticks
from sharebook.ui.style import draw_check
from sharebook.ui.widgets.cells import Cells
from sharebook.ui.widgets.table import TWO_LINES, Table

Index = QModelIndex | QPersistentModelIndex
_SIDE = 20
_CHIPS = {
    Standing.CONDITIONAL: Chip("Only if needed", "fact", "clock"),
    Standing.RESERVED: Chip("Not yet agreed", "hold"),
}


def _mark(starter: Starter) -> Chip | None:
    standing = _CHIPS.get(starter.standing)
    if standing is not None:
        return standing
    return Chip("Ask your DPO", "ask") if starter.confirm else None


def _because(starter: Starter) -> str:
    return starter.because


_COLUMNS: tuple[Column[Starter], ...] = (
    Column("", lambda _it: "", width=44),
    Column(
        "Recipient, and what for",
        lambda it: it.name,
        second=lambda it: it.purpose,
        bold=True,
    ),
    Column("Lawful basis", lambda it: it.basis, second=_because, width=236, folds=720),
    Column("", lambda _it: "", chip=_mark, width=140, folds=500),
)


class _Tick(Cells):
    def _words(self, painter: QPainter, where: QRect, index: Index) -> None:
        side = look().px(_SIDE)
        box = QRectF(where.center().x() - side / 2, where.center().y() - side / 2, side, side)
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        draw_check(painter, box, on)


class StarterTable(Table[Starter]):
    """Ready-made purposes that can be ticked."""

    def __init__(self) -> None:
        super().__init__(_COLUMNS, "Ready-made purposes", TWO_LINES)
        self.ticks = Ticks(_COLUMNS, self)
        self.rows_model = self.ticks
        self.sorting.setSourceModel(self.ticks)
        self._size_columns(_COLUMNS)
        self.setItemDelegateForColumn(0, _Tick(self))
        self.clicked.connect(self._flip)
        self.opened.connect(self.ticks.flip)

    def _flip(self) -> None:
        if self.record is not None:
            self.ticks.flip(self.record)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space ticks; it must not search for a name that begins with a space."""
        if event.key() == Qt.Key.Key_Space:
            self._flip()
            return
        super().keyPressEvent(event)
