"""The one table and list of the program: heading over a rule, rows, sorting, letters that jump."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from sharebook.ui import clipboard
from sharebook.ui.look import BOLD, look
from sharebook.ui.models.rows import RECORD, Column, RowsModel
from sharebook.ui.models.sorting import Sorting
from sharebook.ui.widgets.cells import Cells
from sharebook.ui.widgets.copied import as_text

T = TypeVar("T")
PLAIN, TWO_LINES = 34, 44


class Table(QTableView, Generic[T]):
    """A table of records; Enter or a double click opens one.

    Signals:
        picked: the record the selection moved to.
        opened: the record a person opened.
    """

    picked = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[T]],
        said: str,
        row_height: int = PLAIN,
        struck: Callable[[T], bool | str] | None = None,
    ) -> None:
        super().__init__()
        self._folding = [(place, each) for place, each in enumerate(columns) if each.folds]
        self.rows_model: RowsModel[T] = RowsModel(columns, parent=self, struck=struck)
        self.sorting = Sorting(self)
        self.sorting.setSourceModel(self.rows_model)
        self.setModel(self.sorting)
        self.setItemDelegate(Cells(self))
        self.setAccessibleName(said)
        self._behave()
        self._size_columns(columns)
        self.verticalHeader().setDefaultSectionSize(look().px(row_height))
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.activated.connect(self._on_activated)

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _size_columns(self, columns: Sequence[Column[T]]) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFixedHeight(look().px(34))
        header.setMinimumSectionSize(look().px(30))
        metrics = QFontMetrics(look().font(13, BOLD))
        for place, column in enumerate(columns):
            heading = metrics.horizontalAdvance(column.heading) + look().px(22)
            if column.width:
                self.setColumnWidth(place, max(look().px(column.width), heading))
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Move what has no room under the row's name."""
        folded = [it for it in self._folding if self.width() < look().px(it[1].folds)]
        for place, _column in self._folding:
            self.setColumnHidden(place, place in {at for at, _ in folded})
        self.rows_model.fold([column for _place, column in folded])
        super().resizeEvent(event)

    def show_rows(self, rows: Sequence[T]) -> None:
        """Show these records, keeping the selected one if it is still there."""
        before = self.record
        self.rows_model.show(rows)
        if before is not None and before in rows:
            self.pick(before)

    @property
    def record(self) -> T | None:
        """The selected record."""
        index = self.currentIndex()
        found: T | None = index.data(RECORD) if index.isValid() else None
        return found

    def pick(self, record: T) -> None:
        """Select `record` and bring it into view."""
        for row in range(self.sorting.rowCount()):
            index = self.sorting.index(row, 0)
            if index.data(RECORD) == record:
                self._mark(index)
                self.scrollTo(index)
                return

    def pick_first(self) -> None:
        """Select the first row, if there is one."""
        if self.sorting.rowCount():
            self._mark(self.sorting.index(0, 0))

    def _mark(self, index: QModelIndex) -> None:
        """Select this row alone, whatever key is down at the moment."""
        how = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, how.ClearAndSelect | how.Rows)

    def keep(self, wanted: Callable[[Any], bool] | None) -> None:
        """Show only the records `wanted` says yes to."""
        self.sorting.keep(wanted)

    @property
    def shown(self) -> list[T]:
        """The records on the screen, in their order."""
        return [self.sorting.index(row, 0).data(RECORD) for row in range(self.sorting.rowCount())]

    def _on_current(self, now: QModelIndex) -> None:
        if now.isValid():
            self.picked.emit(now.data(RECORD))

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(RECORD))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter opens the row on every platform; Ctrl C copies what is selected."""
        if event.matches(QKeySequence.StandardKey.Copy):
            clipboard.copy(as_text(self))
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            if self.record is not None:
                self.opened.emit(self.record)
            return
        super().keyPressEvent(event)
