"""A day, typed as one says it; shown back in full."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from sharebook.domain.clock import Clock
from sharebook.domain.day_words import read_day
from sharebook.domain.errors import Refused
from sharebook.words.days import weekday_day
from sharebook.words.sentences import told


class DateField(QLineEdit):
    """A field that takes "today", "fri", "14/9" and dates; checks on leaving.

    Signals:
        chosen: the day (or None when emptied) a person chose.
        complained: the sentence to put under the field; "" when all is well.
    """

    chosen = Signal(object)
    complained = Signal(str)

    def __init__(
        self, clock: Clock, hint: str = "today, fri or 14/9", *, ahead: bool = False
    ) -> None:
        super().__init__()
        self._clock = clock
        self._ahead = ahead
        self._day: date | None = None
        self.setPlaceholderText(hint)
        self.editingFinished.connect(self._on_left)

    @property
    def day(self) -> date | None:
        """The day chosen, or None."""
        return self._day

    def show_day(self, day: date | None) -> None:
        """Show `day` without telling anyone."""
        self._day = day
        self.setText(weekday_day(day) if day else "")
        self.setCursorPosition(0)
        self.complained.emit("")

    def _on_left(self) -> None:
        before = self._day
        try:
            typed = self.text().strip()
            found = read_day(typed, self._clock.today(), ahead=self._ahead) if typed else None
        except Refused as refusal:
            self._day = None
            self.complained.emit(told(refusal))
            return
        self.show_day(found)
        if found != before:
            self.chosen.emit(found)
