"""One box for everything: type, arrow down, Enter."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.finding.found import Found, find
from sharebook.ui.icons import icon
from sharebook.ui.look import look
from sharebook.ui.models.rows import Column
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.table import TWO_LINES, Table

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

_COLUMNS: list[Column[Found]] = [
    Column("What", lambda it: it.words, second=lambda it: it.second, bold=True, middle=True),
    Column("", lambda it: it.kind, width=110, muted=True),
]
_HINT = "A child, a recipient, a page, or an entry’s number"
_AROUND = 180  # the box, the foot and the edges
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


class FindDialog(SheetDialog):
    """The quick palette.

    Attributes:
        chosen: what the person went for, once accepted.
    """

    def __init__(self, window: QWidget, desk: "Desk") -> None:
        super().__init__(window, "Find anything", 640)
        self._desk = desk
        self.chosen: Found | None = None
        self.box = QLineEdit(placeholderText=_HINT)
        self.box.setProperty("big", "1")
        self.box.setAccessibleName("Find anything")
        self.box.setAccessibleDescription(_HINT)
        self.box.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.table: Table[Found] = Table(_COLUMNS, "What was found", TWO_LINES)
        self.table.horizontalHeader().hide()
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room = window.height() - look().px(_AROUND)
        self.table.setMinimumHeight(min(look().px(8 * TWO_LINES), max(room, look().px(TWO_LINES))))
        self._foot = label("", "small")
        self.column.addWidget(self.box)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self._foot)
        self.box.textEdited.connect(self.show_found)
        self.table.clicked.connect(self._take)
        self.show_found("")
        self.box.setFocus()

    def show_found(self, typed: str) -> None:
        """List what fits `typed`; the first one is marked."""
        found = find(self._desk, typed)
        self.table.show_rows(found)
        self.table.pick_first()
        nothing = f"Nothing is called “{typed}”. Try fewer letters."
        self._foot.setText("Enter opens, Esc closes." if found else nothing)

    def _take(self) -> None:
        self.chosen = self.table.record
        if self.chosen is not None:
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move the mark; Enter goes there; Esc closes, whatever is typed."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step:
            row = self.table.currentIndex().row() + step
            last = self.table.sorting.rowCount() - 1
            index = self.table.sorting.index(max(0, min(row, last)), 0)
            self.table.setCurrentIndex(index)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
        else:
            super().keyPressEvent(event)
