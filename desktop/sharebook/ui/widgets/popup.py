"""The list that opens under a picker; it lies in the window and never takes the caret."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sharebook.ui.look import look
from sharebook.ui.models.rows import Column
from sharebook.ui.widgets.table import Table

_MOST = 8
_ONE, _TWO = 34, 44


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to pick: its words, a muted second line, and the value behind it."""

    words: str
    value: object
    second: str = ""
    warning: bool = False


class Popup(QFrame):
    """The choices that fit what was typed.

    Signals:
        picked: the Choice clicked.
    """

    picked = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self._field = field
        self.setProperty("f", "popup")
        column: Column[Choice] = Column(
            "", lambda it: it.words, second=lambda it: it.second, bold=True
        )
        self.table: Table[Choice] = Table([column], "Choices", _TWO)
        self.table.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.table.horizontalHeader().hide()
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.clicked.connect(lambda: self.picked.emit(self.table.record))
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(1, 1, 1, 1)
        self._inside.addWidget(self.table)
        self.hide()

    def offer(self, choices: Sequence[Choice]) -> None:
        """Show `choices` under the field, the first one marked; none hides the list."""
        self.table.show_rows(choices)
        if not choices:
            self.hide()
            return
        tall = look().px(_TWO if any(choice.second for choice in choices) else _ONE)
        self.table.verticalHeader().setDefaultSectionSize(tall)
        self.table.pick_first()
        all_fit = len(choices) <= _MOST
        bar = Qt.ScrollBarPolicy
        self.table.setVerticalScrollBarPolicy(
            bar.ScrollBarAlwaysOff if all_fit else bar.ScrollBarAsNeeded
        )
        self._place(min(len(choices), _MOST) * tall + self._edges())
        self.show()
        self.raise_()

    def _edges(self) -> int:
        """Return the height of everything round the rows."""
        self.ensurePolished()
        edge, inside = self.contentsMargins(), self._inside.contentsMargins()
        return edge.top() + edge.bottom() + inside.top() + inside.bottom()

    def _place(self, height: int) -> None:
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)  # the field was put into its window after it was made
        below = self._field.mapTo(window, QPoint(0, self._field.height() + 2))
        if below.y() + height > window.height():
            above = below.y() - self._field.height() - 4 - height
            height = height if above >= 0 else window.height() - below.y()
            below.setY(above if above >= 0 else below.y())
        self.setGeometry(below.x(), below.y(), self._field.width(), height)

    def step(self, by: int) -> None:
        """Move the mark up or down."""
        row = self.table.currentIndex().row() + by
        if 0 <= row < self.table.sorting.rowCount():
            self.table.setCurrentIndex(self.table.sorting.index(row, 0))
