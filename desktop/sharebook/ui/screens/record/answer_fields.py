"""What the further questions are answered in: a line, a day, a time, a list."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.domain.catalogue import Row
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused
from sharebook.domain.names import NO_CODE, Code
from sharebook.domain.time_words import read_time
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.date_field import DateField
from sharebook.words.sentences import told

_LONG = 64  # letters of a row's words in the list
_SHORT = 10  # letters a closed list shows at least


class TimeField(QLineEdit):
    """A time of day; says on leaving what cannot be read, and keeps it.

    Signals:
        complained: the sentence to put under the field; "" when all is well.
    """

    complained = Signal(str)

    def __init__(self) -> None:
        super().__init__(placeholderText="The time of then: 9.40")
        self.editingFinished.connect(self._on_left)

    @property
    def time(self) -> str:
        """The time as "HH:MM"; what cannot be read stays as typed, and saving says so."""
        try:
            return read_time(self.text())
        except Refused:
            return self.text().strip()

    def _on_left(self) -> None:
        try:
            self.setText(read_time(self.text()))
        except Refused as refusal:
            self.complained.emit(told(refusal))
            return
        self.complained.emit("")


class RowCombo(Combo):
    """A list of a catalogue's rows; a row no longer offered stays where it was chosen before."""

    def __init__(self, rows: Mapping[Code, Row], all_rows: Mapping[Code, Row]) -> None:
        super().__init__([("Choose", NO_CODE)])
        self._all = all_rows
        for code, row in rows.items():
            self._add(code, row.words)
        policy = Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumContentsLength(_SHORT)

    def _add(self, code: Code, words: str) -> None:
        self.addItem(words if len(words) <= _LONG else f"{words[: _LONG - 1]}…", code)
        self.setItemData(self.count() - 1, words, 3)  # Qt.ItemDataRole.ToolTipRole

    def show_code(self, code: Code) -> None:
        """Choose the row of `code`."""
        if self.findData(code) < 0 and code in self._all:
            self._add(code, self._all[code].words)
        self.choose(code)


def made_for(kind: str, clock: Clock, rows: Callable[[str], tuple[Any, Any]]) -> QWidget:
    """Return the widget for a kind of answer (`asks.Ask.kind`)."""
    if kind == "text":
        return QLineEdit()
    if kind in {"day", "ahead"}:
        return DateField(clock, ahead=kind == "ahead")
    if kind == "time":
        return TimeField()
    return RowCombo(*rows(kind))


def value_in(field: QWidget) -> Any:
    """Return the answer that stands in a field."""
    if isinstance(field, DateField):
        return field.day
    if isinstance(field, TimeField):
        return field.time
    if isinstance(field, Combo):
        return Code(str(field.currentData() or NO_CODE))
    return field.text() if isinstance(field, QLineEdit) else ""


def show_in(field: QWidget, value: Any) -> None:
    """Show an answer in its field."""
    if isinstance(field, DateField):
        field.show_day(value if isinstance(value, date) else None)
    elif isinstance(field, RowCombo):
        field.show_code(value)
    elif isinstance(field, QLineEdit):
        field.setText(str(value or ""))
        field.setCursorPosition(0)


def is_answered(field: QWidget) -> bool:
    """Say whether anything stands in it."""
    return bool(field.text().strip()) if isinstance(field, QLineEdit) else bool(value_in(field))
