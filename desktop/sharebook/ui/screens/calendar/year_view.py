"""Twelve months to walk through with the arrow keys."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from sharebook.ui.look import look
from sharebook.ui.room import Room, room_of, stacks
from sharebook.ui.screens.calendar.facts import MonthFacts
from sharebook.ui.screens.calendar.month_card import MonthCard

_MONTHS = 12
_ACROSS = {Room.WIDE: 6, Room.SMALL: 6, Room.TIGHT: 4}


class YearView(QWidget):
    """One month is chosen; Tab stops at it, arrows move on, Home and End go to the ends.

    Signals:
        chosen: the place of the month now chosen, from 0.
        opened: Enter was pressed on it.
    """

    chosen = Signal(int)
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("The months of the school year")
        self.place = 0
        self._across = _MONTHS // 2
        self.cards = [MonthCard() for _ in range(_MONTHS)]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look().px(8))
        for place, card in enumerate(self.cards):
            card.clicked.connect(lambda _=False, it=place: self._on_clicked(it))
        self.fit()
        self.choose(0)

    def fit(self) -> None:
        """Stand in as many columns as there is room for."""
        self._across = 3 if stacks(self) else _ACROSS[room_of(self)]
        for card in self.cards:
            self._grid.removeWidget(card)
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // self._across, place % self._across)

    def show_months(self, months: Sequence[MonthFacts], today: date) -> None:
        """Show a year."""
        for card, month in zip(self.cards, months, strict=True):
            now = (month.first.year, month.first.month) == (today.year, today.month)
            card.show_month(month, now=now)

    def choose(self, place: int) -> None:
        """Choose a month without telling anyone."""
        self.place = place
        for number, card in enumerate(self.cards):
            ours = number == place
            card.setChecked(ours)
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if ours else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.cards[place])

    def _on_clicked(self, place: int) -> None:
        before = self.place
        self.choose(place)
        if place == before:
            self.opened.emit()
        else:
            self.chosen.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move by months, and up and down by rows."""
        steps = {
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: self._across,
            Qt.Key.Key_Up: -self._across,
            Qt.Key.Key_Home: -self.place,
            Qt.Key.Key_End: _MONTHS - 1 - self.place,
        }
        key = Qt.Key(event.key())
        if key not in steps:
            super().keyPressEvent(event)
            return
        place = self.place + steps[key]
        if 0 <= place < _MONTHS and place != self.place:
            self.choose(place)
            self.cards[place].setFocus(Qt.FocusReason.TabFocusReason)
            self.chosen.emit(place)
