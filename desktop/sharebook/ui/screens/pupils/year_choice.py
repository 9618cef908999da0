"""The year buttons, made from the year groups the register holds."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sharebook.ui.look import look
from sharebook.ui.screens.pupils.roll import LEFT
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.segments import Segments

_WORDS = {"": "Every year", LEFT: "Leavers", "R": "Reception"}


class YearChoice(QWidget):
    """All, each year, Left: as buttons, or as a list to open where they have no room.

    Signals:
        chosen: the year group, "" for all, "left" for leavers; by a person.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._value = ""
        self._offered: list[str] = []
        self.buttons = Segments([("All", "")], "Year group")
        self.combo = Combo((), "Year group")
        self._line.addWidget(self.buttons)
        self._line.addWidget(self.combo, 1)
        self.combo.activated.connect(lambda: self._on_chosen(self.combo.currentData()))
        self.offer((), leavers=False)

    @property
    def value(self) -> str:
        """The year group chosen, "" for all, "left" for leavers."""
        return self._value

    def choose(self, value: str) -> None:
        """Choose `value` without telling anyone; all, where it is not offered any more."""
        self._value = value if value in self._offered else ""
        self.buttons.choose(self._value)
        self.combo.choose(self._value)

    def offer(self, years: Sequence[str], *, leavers: bool) -> None:
        """Offer these year groups, keeping the one chosen."""
        offered = ["", *years, *([LEFT] if leavers else [])]
        if offered == self._offered:
            return
        self._offered = offered
        self.combo.offer([(_WORDS.get(each, f"Year {each}"), each) for each in offered])
        self._line.removeWidget(self.buttons)
        self.buttons.hide()
        self.buttons.deleteLater()
        short = {"": "All", LEFT: "Left"}
        self.buttons = Segments([(short.get(each, each), each) for each in offered], "Year group")
        self.buttons.chosen.connect(self._on_chosen)
        self._line.insertWidget(0, self.buttons)
        self.choose(self._value)
        self._fit()

    def _on_chosen(self, value: object) -> None:
        self.choose(str(value))
        self.chosen.emit(self._value)

    def _fit(self) -> None:
        room = self.buttons.sizeHint().width() <= self.width()
        self.buttons.setVisible(room)
        self.combo.setVisible(not room)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never make the list wider than it wants to be."""
        return QSize(look().px(120), self.buttons.minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show the buttons if they have room."""
        super().resizeEvent(event)
        self._fit()
