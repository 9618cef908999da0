"""The year buttons, made from the year groups the register holds."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.ui.screens.pupils.roll import LEFT
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.segments import Segments

_MOST_BUTTONS = 9


class YearChoice(QWidget):
    """All, each year, Left: as buttons, or as a list to open where there are many years.

    Signals:
        chosen: the year group, "" for all, "left" for leavers; by a person.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._offered: list[tuple[str, object]] = []
        self._inner: Segments | Combo = Segments([("All", "")], "Year group")
        self._column.addWidget(self._inner)

    @property
    def value(self) -> str:
        """The year group chosen, "" for all, "left" for leavers."""
        found = (
            self._inner.value if isinstance(self._inner, Segments) else self._inner.currentData()
        )
        return str(found or "")

    def choose(self, value: str) -> None:
        """Choose `value` without telling anyone; all, where it is not offered any more."""
        known = [each for _words, each in self._offered]
        self._inner.choose(value if value in known else "")

    def offer(self, years: Sequence[str], *, leavers: bool) -> None:
        """Offer these year groups, keeping the one chosen."""
        choices: list[tuple[str, object]] = [("All", ""), *((year, year) for year in years)]
        choices += [("Left", LEFT)] if leavers else []
        if choices == self._offered:
            return
        before, self._offered = self.value, choices
        self._replace(choices)
        self.choose(before)

    def _replace(self, choices: list[tuple[str, object]]) -> None:
        self._column.removeWidget(self._inner)
        self._inner.hide()
        self._inner.deleteLater()
        if len(choices) <= _MOST_BUTTONS:
            self._inner = Segments(choices, "Year group")
            self._inner.chosen.connect(self.chosen)
        else:
            words = {"": "Every year", LEFT: "Leavers"}
            named = [(words.get(str(each), f"Year {text}"), each) for text, each in choices]
            self._inner = Combo(named, "Year group")
            self._inner.activated.connect(lambda: self.chosen.emit(self.value))
        self._column.addWidget(self._inner)
