"""The table of the log; what has no room beside the recipient moves under it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent

from sharebook.domain.disclosures import Decision
from sharebook.domain.sealed import said_number
from sharebook.ui.chips import Chip
from sharebook.ui.look import look
from sharebook.ui.models.rows import Column
from sharebook.ui.screens.log.lines import LogLine
from sharebook.ui.widgets.table import Table
from sharebook.words.days import count, short_day

_ROW = 40
_PUPILS, _BASIS, _HOW, _FILES = 3, 5, 6, 8
_TIGHT = 1000  # below this, basis and way of sending move under what was sent
_NARROW = 740  # below this, the pupils move under the recipient
_TINY = 480  # below this, the number is left to the entry itself


@dataclass(slots=True)
class Room:
    """How much room the table has; columns ask it as they are drawn."""

    tight: bool = False
    narrow: bool = False


def _columns(room: Room) -> tuple[Column[LogLine], ...]:
    return (
        Column("No.", lambda it: it.said, sort=lambda it: it.number, width=62, muted=True),
        Column(
            "When",
            lambda it: short_day(it.day),
            second=lambda it: it.time,
            sort=lambda it: (it.day, it.time, it.number),
            width=108,
        ),
        Column(
            "Recipient",
            lambda it: it.recipient.partition(": ")[0],
            second=lambda it: _under(it, room),
            sort=lambda it: it.recipient.casefold(),
            bold=True,
            middle=True,
        ),
        Column("Pupils", lambda it: it.pupils, width=136, middle=True),
        Column(
            "What",
            lambda it: it.what,
            second=lambda it: _beneath(it) if room.tight else "",
        ),
        Column("Basis", lambda it: it.basis, width=122),
        Column("How, by whom", lambda it: it.how, second=lambda it: it.by, width=150),
        Column("State", lambda _it: "", sort=_state, chip=lambda it: it.chip, width=122),
        Column("Files", lambda _it: "", sort=lambda it: -it.files, chip=_clip, width=84),
    )


def _beneath(line: LogLine) -> str:
    files = count(line.files, "file") if line.files else ""
    return ", ".join(part for part in (files, line.basis, line.how) if part)


def _clip(line: LogLine) -> Chip | None:
    return Chip(count(line.files, "file"), "fact", "clip") if line.files else None


def _under(line: LogLine, room: Room) -> str:
    pupils = line.pupils if room.narrow else ""
    if line.puts_right:
        other = said_number(line.puts_right, sealed=line.sealed)
        return ", ".join(part for part in (pupils, f"puts right entry {other}") if part)
    unit = line.recipient.partition(": ")[2]
    return ", ".join(part for part in (pupils, unit) if part)


def _struck(line: LogLine) -> str:
    """Say why a line is struck through; nothing for one that stands."""
    if line.decision is Decision.MISTAKE:
        return "struck out as recorded by mistake"
    return "put right by a later entry" if line.struck else ""


def _state(line: LogLine) -> str:
    return line.chip.words if line.chip else "~"  # in order comes last


class LogTable(Table[LogLine]):
    """Thousands of entries at once; superseded ones struck through.

    It sorts its records itself: comparing them cell by cell would take a second for eight thousand.

    Signals:
        scrolled: which rows are in view now, in words.
    """

    scrolled = Signal(str)

    def __init__(self) -> None:
        self._room = Room()
        self._columns = _columns(self._room)
        self._given: Sequence[LogLine] = ()
        super().__init__(self._columns, "The log", _ROW, struck=_struck)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorShown(True)
        header.sortIndicatorChanged.connect(lambda: self.show_rows(self._given))
        for moved in (self.verticalScrollBar().valueChanged, self.verticalScrollBar().rangeChanged):
            moved.connect(lambda *_: self.scrolled.emit(self.in_view))

    def show_rows(self, rows: Sequence[LogLine]) -> None:
        """Show these entries in the order a person chose, else as they come."""
        self._given = rows
        header = self.horizontalHeader()
        place = header.sortIndicatorSection()
        if not 0 <= place < len(self._columns):
            super().show_rows(rows)
            return
        column = self._columns[place]
        key = column.sort or (lambda line: column.text(line).casefold())
        down = header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        super().show_rows(sorted(rows, key=key, reverse=down))

    @property
    def in_view(self) -> str:
        """Which rows are in view, of how many: "Rows 1–12 of 4,812"."""
        total = self.model().rowCount()
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        last = total - 1 if last < 0 else last
        return f"Rows {first + 1:,}–{last + 1:,} of {total:,}" if total else ""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Move basis, way of sending and files under what was sent, where there is no room."""
        self._room.tight = self.width() < look().px(_TIGHT)
        self._room.narrow = self.width() < look().px(_NARROW)
        for column in (_BASIS, _HOW, _FILES):
            self.setColumnHidden(column, self._room.tight)
        self.setColumnHidden(_PUPILS, self._room.narrow)
        self.setColumnHidden(0, self.width() < look().px(_TINY))
        super().resizeEvent(event)
