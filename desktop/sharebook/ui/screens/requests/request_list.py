"""The list on the left: search, what waits and what is decided, and marks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from sharebook.ui.folding import fits
from sharebook.ui.look import look
from sharebook.ui.models.rows import Column
from sharebook.ui.screens.requests.rows import RequestRow, Tray, Which
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.mark import Mark
from sharebook.ui.widgets.nothing import Nothing
from sharebook.ui.widgets.search_box import SearchBox
from sharebook.ui.widgets.segments import Segments
from sharebook.ui.widgets.table import TWO_LINES, Table
from sharebook.words.days import count

_WAITING, _DECIDED = "waiting", "decided"
_DAY = 1
_NARROW = 340  # below this the day stands under the name
_EMPTY = (
    "When a council, the police or another school asks for a child’s information, write it down "
    "here. It waits until somebody decides, and nothing is forgotten."
)


def _shape(row: RequestRow) -> tuple[str, str] | None:
    if row.asked.late:
        return "clock", "bad"
    if row.id.sealed:
        return "eyeoff", "hold"
    return ("undo", "muted") if row.asked.put_off else None


class RequestList(QFrame):
    """Finds a request.

    Signals:
        picked, opened: the Which of the request the selection moved to, or a person opened.
    """

    picked = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("f", "sheet")
        self._tray = Tray(())
        self._narrow = False
        self.search = SearchBox("Who asked, about whom, or what")
        kinds = (("Waiting", _WAITING), ("Decided", _DECIDED), ("All", ""))
        self.kind = Segments(kinds, "Which requests?")
        columns: tuple[Column[RequestRow], ...] = (
            Column("Who asks", lambda it: it.who, second=self._second, bold=True, middle=True),
            Column(
                "Day",
                lambda it: it.when,
                second=lambda it: it.waited,
                sort=lambda it: it.asked.pressing,
                width=144,
            ),
            Column("", lambda it: it.state, width=36),
        )
        self.table: Table[RequestRow] = Table(columns, "Requests", TWO_LINES)
        self.table.setItemDelegateForColumn(2, Mark(_shape, self.table))
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self.nobody = Nothing("inbox", "")
        self.start = button("A request came", "go", "plus")
        self.nobody.offer(self.start)
        self.counted = label("", "small", wrap=True)
        self._lay_out()
        self._connect()

    def _second(self, row: RequestRow) -> str:
        return f"{row.when}. {row.about}" if self._narrow else row.about

    def _lay_out(self) -> None:
        self._middle = QStackedWidget()
        self._middle.addWidget(self.table)
        self._middle.addWidget(self.nobody)
        column = QVBoxLayout(self)
        pad = look().px(12)
        column.setContentsMargins(pad, pad, pad, look().px(8))
        column.setSpacing(look().px(8))
        for part in (self.search, self.kind):
            column.addWidget(part)
        column.addWidget(self._middle, 1)
        column.addWidget(self.counted)

    def _connect(self) -> None:
        self.search.searched.connect(self._sift)
        self.search.went_down.connect(self._to_table)
        self.kind.chosen.connect(self._sift)
        self.table.picked.connect(lambda row: self.picked.emit(row.id))
        self.table.opened.connect(lambda row: self.opened.emit(row.id))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the day under the name where both have no room side by side."""
        super().resizeEvent(event)
        self._narrow = self.width() < look().px(_NARROW)
        self.table.setColumnHidden(_DAY, self._narrow)

    def show_tray(self, tray: Tray) -> None:
        """Show these requests, keeping search and selection."""
        before = self.table.record.id if self.table.record else None
        self._tray = tray
        self._sift()
        row = self._row(before)
        if row is not None and row in self.table.shown:
            self.table.pick(row)

    def pick(self, wanted: Which) -> None:
        """Select a request, letting go of a search or a choice that hides it."""
        row = self._row(wanted)
        if row is None:
            return
        if row not in self.table.shown:
            self.search.clear()
            self.kind.choose(_WAITING if row.waits else _DECIDED)
            self._sift()
        self.table.pick(row)

    def _row(self, wanted: Which | None) -> RequestRow | None:
        return next((row for row in self._tray.rows if row.id == wanted), None)

    def _sift(self, _changed: object = None) -> None:
        words, kind, rows = self.search.text().strip(), self.kind.value, self._tray.rows
        wanted = [row for row in rows if not kind or row.waits == (kind == _WAITING)]
        shown = [row for row in wanted if fits(words, row.searched)]
        self.table.show_rows(shown)
        waiting, late = sum(row.waits for row in rows), self._tray.late
        said = f"{waiting:,} of {count(len(rows), 'request')} {'waits' if waiting == 1 else 'wait'}"
        self.counted.setText(f"{said}, {late} late" if late else said)
        self.counted.setVisible(bool(rows))
        self._middle.setCurrentWidget(self.table if shown else self.nobody)
        if not shown:
            self._say_nothing(words, any_at_all=bool(rows))

    def _say_nothing(self, words: str, *, any_at_all: bool) -> None:
        self.start.setVisible(not any_at_all)
        if not any_at_all:
            self.nobody.say("Nobody has asked for anything yet", _EMPTY)
        elif words:
            self.nobody.say(f"No request with “{words}”", "Look among all of them.")
        elif self.kind.value == _WAITING:
            self.nobody.say("Nothing waits for a decision", "Every request is decided.")
        else:
            self.nobody.say("Nothing is decided yet")

    def _to_table(self) -> None:
        if self.table.shown:
            if self.table.record is None:
                self.table.pick_first()
            self.table.setFocus()
