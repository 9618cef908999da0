"""The list on the left: search, names with their purposes, and marks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from sharebook.domain.names import RecipientId
from sharebook.ui.folding import fits
from sharebook.ui.look import look
from sharebook.ui.models.rows import Column
from sharebook.ui.screens.recipients.rows import RecipientRow, Roster
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.mark import Mark
from sharebook.ui.widgets.nothing import Nothing
from sharebook.ui.widgets.search_box import SearchBox
from sharebook.ui.widgets.table import TWO_LINES, Table
from sharebook.words.days import count

_COLUMNS: tuple[Column[RecipientRow], ...] = (
    Column(
        "Recipient", lambda row: row.name, second=lambda row: row.purposes, bold=True, middle=True
    ),
    Column("", lambda row: row.state, width=44),
)


def _shape(row: RecipientRow) -> tuple[str, str] | None:
    if row.overdue:
        return "clock", "bad"
    return ("gap", "gap_dot") if row.gaps else None


class RecipientList(QFrame):
    """Finds a recipient.

    Signals:
        picked, opened: the id of the recipient the selection moved to, or a person opened.
    """

    picked = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("f", "sheet")
        self._roster = Roster((), 0)
        self.search = SearchBox("Find a recipient")
        self.table: Table[RecipientRow] = Table(_COLUMNS, "Recipients", TWO_LINES)
        self.table.setItemDelegateForColumn(1, Mark(_shape, self.table))
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self.nobody = Nothing("search", "")
        self.start = button("Pick from the catalogue", "go", "book")
        self.nobody.offer(self.start)
        self.counted = label("", "small", wrap=True)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.table)
        self._middle.addWidget(self.nobody)
        column = QVBoxLayout(self)
        pad = look().px(12)
        column.setContentsMargins(pad, pad, pad, look().px(8))
        column.setSpacing(look().px(8))
        column.addWidget(self.search)
        column.addWidget(self._middle, 1)
        column.addWidget(self.counted)
        self._connect()

    def _connect(self) -> None:
        self.search.searched.connect(self._sift)
        self.search.went_down.connect(self._to_table)
        self.table.picked.connect(lambda row: self.picked.emit(row.id))
        self.table.opened.connect(lambda row: self.opened.emit(row.id))

    def show_roster(self, roster: Roster) -> None:
        """Show these recipients, keeping search and selection."""
        before = self.table.record.id if self.table.record else None
        self._roster = roster
        self._sift()
        if before is not None:
            self.pick(before)

    def pick(self, recipient: RecipientId) -> None:
        """Select a recipient, letting go of a search that hides it."""
        row = next((row for row in self._roster.rows if row.id == recipient), None)
        if row is None:
            return
        if row not in self.table.shown:
            self.search.clear()
            self._sift()
        self.table.pick(row)

    def _sift(self) -> None:
        words, rows = self.search.text().strip(), self._roster.rows
        shown = [row for row in rows if fits(words, row.searched)]
        self.table.show_rows(shown)
        headings = f" under {count(self._roster.headings, 'heading')}" if not words else ""
        found = f"{len(shown):,} of " if words else ""
        self.counted.setText(f"{found}{count(len(rows), 'recipient')}{headings}")
        self.nobody.say(f"No recipient called “{words}”" if words else "No recipients yet")
        self.start.setVisible(not rows)
        self._middle.setCurrentWidget(self.table if shown else self.nobody)

    def _to_table(self) -> None:
        if self.table.shown:
            if self.table.record is None:
                self.table.pick_first()
            self.table.setFocus()
