"""Pick from the catalogue: tick ready-made recipients and purposes, then add them all at once."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from sharebook.ui.chips import Chip
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.folding import fits
from sharebook.ui.look import look
from sharebook.ui.models.rows import Column
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.recipients.starters import Starter, starters
from sharebook.ui.screens.recipients.ticks import Ticks
from sharebook.ui.style import draw_check
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.cells import Cells
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.search_box import SearchBox
from sharebook.ui.widgets.sheet import line, row
from sharebook.ui.widgets.table import TWO_LINES, Table
from sharebook.words.days import count

Index = QModelIndex | QPersistentModelIndex
_SIDE = 20


def _confirm(starter: Starter) -> Chip | None:
    return Chip("Ask your DPO", "ask") if starter.confirm else None


_COLUMNS: tuple[Column[Starter], ...] = (
    Column("", lambda _it: "", width=44),
    Column(
        "Recipient, and what for",
        lambda it: it.name,
        second=lambda it: it.purpose,
        bold=True,
        middle=True,
    ),
    Column("What", lambda it: it.what),
    Column("Lawful basis", lambda it: it.basis, second=lambda it: f"under {it.heading}", width=152),
    Column("", lambda _it: "", chip=_confirm, width=124),
)


class _Tick(Cells):
    def _words(self, painter: QPainter, where: QRect, index: Index) -> None:
        side = look().px(_SIDE)
        box = QRectF(where.center().x() - side / 2, where.center().y() - side / 2, side, side)
        on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        draw_check(painter, box, on)


class StarterTable(Table[Starter]):
    """The catalogue; Space, Enter or a click ticks a row."""

    def __init__(self) -> None:
        super().__init__(_COLUMNS, "The catalogue", TWO_LINES)
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


class CatalogueDialog(SheetDialog):
    """Ticks and adds.

    Attributes:
        said: what was added, in words, once the dialog was accepted.
    """

    def __init__(self, window: QWidget, office: Office) -> None:
        super().__init__(window, "Pick from the catalogue", 960)
        self._office = office
        self._all = starters(office.desk)
        self.said = ""
        self.search = SearchBox("Find in the catalogue")
        self.table = StarterTable()
        self.table.setMinimumHeight(min(look().px(420), window.height() - look().px(250)))
        self.counted = label("", "small")
        self.add = button("Add", "go", "plus")
        self.cancel = button("Cancel", key="Esc")
        self._lay_out()
        self.search.searched.connect(self._sift)
        self.search.went_down.connect(self._to_table)
        self.table.ticks.ticked.connect(self._say)
        self.add.clicked.connect(self._on_add)
        self.cancel.clicked.connect(self.reject)
        self._sift("")
        self._say(0)
        self.search.setFocus()

    def _lay_out(self) -> None:
        self.column.addWidget(label("Pick from the catalogue", "h2"))
        words = "Each comes with its purpose, lawful basis and heading. You can change all of it."
        self.column.addWidget(label(words, "muted", wrap=True))
        self.column.addWidget(self.search)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(line())
        self.column.addLayout(row(self.counted, 1, self.cancel, self.add))

    def _sift(self, words: str) -> None:
        self.table.show_rows([each for each in self._all if fits(words, each.searched)])
        self.table.pick_first()

    def _say(self, ticked: int) -> None:
        self.add.setEnabled(ticked > 0)
        self.add.setText(f" Add {ticked}" if ticked else " Add")
        offered = count(len(self._all), "purpose")
        self.counted.setText(f"{ticked} ticked of {offered}. Space ticks.")

    def _to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self) -> None:
        desk = self._office.desk
        chosen = [each.row for each in self.table.ticks.chosen]
        added = desk.arranging.adopt(chosen, desk.clock.today(), desk.person)
        self.said = f"{count(added, 'purpose')} added"
        self.accept()
