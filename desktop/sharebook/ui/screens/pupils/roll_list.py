"""The list on the left: search, year buttons, names and classes, and how many there are."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from sharebook.domain.names import PupilId
from sharebook.ui.folding import fits
from sharebook.ui.look import look
from sharebook.ui.models.rows import Column
from sharebook.ui.screens.pupils.nearest import nearest
from sharebook.ui.screens.pupils.roll import LEFT, RollRow, under, years
from sharebook.ui.screens.pupils.year_choice import YearChoice
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.mark import Mark
from sharebook.ui.widgets.nothing import Nothing
from sharebook.ui.widgets.search_box import SearchBox
from sharebook.ui.widgets.table import Table
from sharebook.words.days import count

_ROW, _TALL_ROW = 30, 44
_NARROW = 350  # below this the class stands under the name


def _columns(narrow: Callable[[], bool]) -> tuple[Column[RollRow], ...]:
    return (
        Column(
            "Name",
            lambda row: row.name,
            second=lambda row: row.where if narrow() else "",
            bold=True,
            middle=True,
        ),
        Column("Class", lambda row: row.where, sort=lambda row: row.place, width=148, muted=True),
        Column("", lambda row: row.state, width=36),
    )


def _shape(row: RollRow) -> tuple[str, str] | None:
    if row.barred:
        return "stop", "bad"
    if row.protected:
        return "eyeoff", "hold"
    if row.twin:
        return "warn", "gap"
    return ("clock", "muted") if row.left else None


class RollList(QFrame):
    """Finds a child.

    Signals:
        picked: the id of the child the selection moved to.
        opened: the id of the child a person opened.
    """

    picked = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("f", "sheet")
        self._rows: list[RollRow] = []
        self._like = ""
        self._narrow = False
        self.search = SearchBox("Name, class or UPN")
        self.year = YearChoice()
        self.table: Table[RollRow] = Table(_columns(lambda: self._narrow), "Pupils", _ROW)
        self.table.setItemDelegateForColumn(2, Mark(_shape, self.table))
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self.nobody = Nothing("search", "")
        self.show_nearest = button("Show the nearest", "go")
        self.every_year = button("Look in every year, and among leavers", "quiet")
        self.nobody.offer(self.show_nearest)
        self.nobody.offer(self.every_year)
        self.counted = label("", "small")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._middle = QStackedWidget()
        self._middle.addWidget(self.table)
        self._middle.addWidget(self.nobody)
        column = QVBoxLayout(self)
        pad = look().px(12)
        column.setContentsMargins(pad, pad, pad, look().px(8))
        column.setSpacing(look().px(8))
        column.addWidget(self.search)
        column.addWidget(self.year)
        column.addWidget(self._middle, 1)
        column.addWidget(self.counted)

    def _connect(self) -> None:
        self.search.searched.connect(self._sift)
        self.search.went_down.connect(self._to_table)
        self.year.chosen.connect(self._sift)
        self.table.picked.connect(lambda row: self.picked.emit(row.id))
        self.table.opened.connect(lambda row: self.opened.emit(row.id))
        self.show_nearest.clicked.connect(self._on_nearest)
        self.every_year.clicked.connect(self._on_every_year)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the class under the name where both have no room side by side."""
        super().resizeEvent(event)
        self._narrow = self.width() < look().px(_NARROW)
        self.table.setColumnHidden(1, self._narrow)
        tall = look().px(_TALL_ROW if self._narrow else _ROW)
        self.table.verticalHeader().setDefaultSectionSize(tall)

    def show_rows(self, rows: Sequence[RollRow]) -> None:
        """Show these children, keeping search, year and selection."""
        before = self.table.record.id if self.table.record else None
        self._rows = list(rows)
        self.year.offer(years(rows), leavers=any(row.left for row in rows))
        self._sift()
        if before is not None:
            self.pick(before)

    def pick(self, pupil: PupilId) -> None:
        """Select a child, letting go of a search or year that hides it."""
        row = next((row for row in self._rows if row.id == pupil), None)
        if row is None:
            return
        if row not in self.table.shown:
            self.search.clear()
            self.year.choose("")
            self._sift()
        self.table.pick(row)

    def _sift(self, _changed: object = None) -> None:
        words, year = self.search.text().strip(), self.year.value
        wanted = [row for row in under(self._rows, year) if fits(words, row.searched)]
        self.table.show_rows(wanted)
        self.counted.setText(self._count(len(wanted)))
        self._middle.setCurrentWidget(self.table if wanted else self.nobody)
        if not wanted:
            self._say_nobody(words)

    def _count(self, shown: int) -> str:
        left = len(under(self._rows, LEFT))
        here = count(len(self._rows) - left, "pupil")
        if shown < len(self._rows):
            return f"{shown:,} of {count(len(self._rows), 'pupil')}"
        return f"{here}, {count(left, 'leaver')}" if left else here

    def _say_nobody(self, words: str) -> None:
        like = nearest(words, self._rows)
        title = f"No pupil called “{words}”" if words else "No pupils yet"
        second = f"Nearest: {like.surname} ({count(like.pupils, 'pupil')})" if like else ""
        self.nobody.say(title, second)
        self.show_nearest.setVisible(like is not None)
        if like:
            words = f"Show the {_family(like.surname)}" if like.pupils > 1 else "Show this one"
            self.show_nearest.setText(words)
            self.show_nearest.setAccessibleName(words)
            self._like = like.surname
        self.every_year.setVisible(bool(self.year.value))

    def _on_nearest(self) -> None:
        self.search.setText(self._like)
        self.year.choose("")
        self._sift()
        self._to_table()

    def _on_every_year(self) -> None:
        self.year.choose("")
        self._sift()

    def _to_table(self) -> None:
        if self.table.shown:
            if self.table.record is None:
                self.table.pick_first()
            self.table.setFocus()


def _family(surname: str) -> str:
    return f"{surname}es" if surname.endswith(("s", "x", "z", "ch", "sh")) else f"{surname}s"
