"""One table model for every list: rows of frozen facts, columns that say how to show them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sharebook.ui.chips import Chip

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex

_FIRST = int(Qt.ItemDataRole.UserRole)
RECORD = _FIRST + 1  # the row's record itself
SORT = _FIRST + 2  # native value to sort by
SECOND = _FIRST + 3  # second line, muted
CHIP = _FIRST + 4  # a Chip, or None
STRUCK = _FIRST + 5  # whether the row is struck through
COLUMN = _FIRST + 6  # the Column


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """How one column shows a record.

    Attributes:
        heading: words over the column.
        text: first line.
        second: second line, muted, if any.
        sort: native value to sort by; `text` if None.
        chip: a chip instead of, or beside, the text.
        width: in pixels at 100 %; 0 takes what is left.
        bold: a row name.
        muted: quiet text.
        right: figures, to the right.
        middle: cut long text in the middle (both ends identify).
        folds: in a table narrower than this (pixels at 100 %) its text moves under the first column
            that takes what is left.
    """

    heading: str
    text: Callable[[T], str]
    second: Callable[[T], str] | None = None
    sort: Callable[[T], Any] | None = None
    chip: Callable[[T], Chip | None] | None = None
    width: int = 0
    bold: bool = False
    muted: bool = False
    right: bool = False
    middle: bool = False
    folds: int = 0


class RowsModel(QAbstractTableModel, Generic[T]):
    """Rows of records; every list of the program is one of these."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        rows: Sequence[T] = (),
        parent: QObject | None = None,
        struck: Callable[[T], bool | str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: list[T] = list(rows)
        self._struck = struck
        self._folded: tuple[Column[T], ...] = ()

    def fold(self, columns: Sequence[Column[T]]) -> None:
        """Let the texts of these columns, which have no room, stand under the row's name."""
        if tuple(columns) == self._folded:
            return
        self._folded = tuple(columns)
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @property
    def rows(self) -> list[T]:
        """The records shown, in the model's own order."""
        return list(self._rows)

    def show(self, rows: Sequence[T]) -> None:
        """Show these records instead."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def record(self, index: Index) -> T:
        """Return the record behind `index` of this model."""
        return self._rows[index.row()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802 - Qt's name
        """Return the number of records."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802 - Qt's name
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the words over a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self._columns[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what `role` asks of one cell."""
        if not index.isValid():
            return None
        column, row = self._columns[index.column()], self._rows[index.row()]
        if role == SECOND and self._folded and column is self._name():
            said = [*(each.text(row) for each in self._folded), _second(column, row) or ""]
            return ", ".join(part for part in said if part)
        reader = _READERS.get(role)
        if reader:
            return reader(column, row)
        if role == STRUCK:
            return bool(self._struck and self._struck(row))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(row)
        return None

    def _name(self) -> Column[T]:
        return next((each for each in self._columns if not each.width), self._columns[0])

    def _sentence(self, row: T) -> str:
        """Say the whole row, chips and second lines too: a painted delegate is silent."""
        said = []
        for column in self._columns:
            said += [column.text(row), _second(column, row) or ""]
            chip = _chip(column, row)
            said.append(chip.words if chip else "")
        struck = self._struck(row) if self._struck else False
        if struck:
            said.append(struck if isinstance(struck, str) else "put right by a later entry")
        return ", ".join(part for part in said if part)


def _alignment(column: Column[Any]) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def _second(column: Column[Any], row: Any) -> str | None:
    return column.second(row) if column.second else None


def _chip(column: Column[Any], row: Any) -> Chip | None:
    return column.chip(row) if column.chip else None


def _sort(column: Column[Any], row: Any) -> Any:
    return column.sort(row) if column.sort else column.text(row).casefold()


_READERS: dict[int, Callable[[Column[Any], Any], Any]] = {
    int(Qt.ItemDataRole.DisplayRole): lambda column, row: column.text(row),
    int(Qt.ItemDataRole.ToolTipRole): lambda column, row: column.text(row),
    int(Qt.ItemDataRole.TextAlignmentRole): lambda column, _row: _alignment(column),
    RECORD: lambda _column, row: row,
    SORT: _sort,
    SECOND: _second,
    CHIP: _chip,
    COLUMN: lambda column, _row: column,
}
