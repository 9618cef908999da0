"""Asks which number of a date is the day, where the file itself cannot say."""

import re
from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.services.importing import DateOrder
from sharebook.ui.look import look
from sharebook.ui.room import ACROSS, DOWN, stacks
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, beside, label
from sharebook.ui.widgets.sheet import panel, row
from sharebook.words.days import long_day
from sharebook.words.sentences import sentence

_TITLE = "Which comes first in these dates: the day or the month?"
_CHECK = (
    "Look at a child you know: compare a date in the list with the date of birth on their papers. "
    "The whole list is read the same way, and you see every row before anything is kept."
)
_NUMBERS = re.compile(r"(\d{1,2})\D(\d{1,2})\D(\d{4})", re.ASCII)


class DateQuestion(QWidget):
    """One question with two answers.

    Signals:
        answered: the DateOrder chosen.
        cancelled: the file is not to be read at all.
    """

    answered = Signal(object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = label("", "", wrap=True)
        self.readings = label("", "b", wrap=True)
        self.day_first = button("The &day comes first", "go")
        self.month_first = button("The &month comes first")
        self.cancel = button("Cancel", "quiet")
        frame, inside = panel("sheet", 20, 12)
        icon = IconLabel("today", 24, "accent")
        inside.addWidget(beside(icon, label(_TITLE, "h2", wrap=True), gap=12))
        inside.addWidget(self._words)
        inside.addWidget(self.readings)
        inside.addWidget(label(_CHECK, "muted", wrap=True))
        self._answers = row(self.day_first, self.month_first, 1, self.cancel, gap=12)
        inside.addLayout(self._answers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addWidget(frame)
        column.addStretch(1)
        self.day_first.clicked.connect(lambda: self.answered.emit(DateOrder.DAY_FIRST))
        self.month_first.clicked.connect(lambda: self.answered.emit(DateOrder.MONTH_FIRST))
        self.cancel.clicked.connect(self.cancelled)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Put the answers under each other where the text is large."""
        self._answers.setDirection(DOWN if stacks(self) else ACROSS)
        super().showEvent(event)

    def ask(self, reason: str, facts: Mapping[str, object]) -> None:
        """Show the question with the file's own examples.

        Args:
            reason: the sentence code of what cannot be told.
            facts: what the sentence mentions; `examples` are dates of the file.
        """
        self._words.setText(sentence(reason, facts))
        said = [both_ways(each) for each in str(facts.get("examples", "")).split(", ")]
        self.readings.setText("\n".join(each for each in said if each))
        self.readings.setVisible(any(said))
        self.day_first.setFocus()


def both_ways(example: str) -> str:
    """Return what `example` means either way round; "" where it has only one way."""
    found = _NUMBERS.match(example)
    if found is None:
        return ""
    first, second, year = (int(part) for part in found.groups())
    try:
        day_first, month_first = date(year, second, first), date(year, first, second)
    except ValueError:
        return ""
    if day_first == month_first:
        return ""
    return (
        f"{example} is {long_day(day_first)} with the day first, "
        f"and {long_day(month_first)} with the month first."
    )
