"""A row of buttons of which one is chosen: "Now | On a past day", "All R 1 2 3"."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLayout, QPushButton, QWidget

from sharebook.ui.look import SEMIBOLD, look
from sharebook.ui.widgets.flow import FlowLayout


class Segments(QWidget):
    """One choice of a few; arrow keys move inside it.

    Args:
        wraps: goes on in a second line where there is no room.

    Signals:
        chosen: the value now chosen, by a person.
    """

    chosen = Signal(object)

    def __init__(
        self,
        choices: Iterable[tuple[str, object]],
        said: str = "",
        gap: int = 4,
        *,
        wraps: bool = False,
    ) -> None:
        super().__init__()
        self.setAccessibleName(said)
        self._group = QButtonGroup(self)
        self._values: list[object] = []
        buttons = [self._button(words, value) for words, value in choices]
        self.setLayout(_wrapping(buttons, gap) if wraps else _in_line(buttons, gap))
        self.choose(self._values[0])
        self._group.idClicked.connect(self._on_clicked)

    def _button(self, words: str, value: object) -> QPushButton:
        made = QPushButton(words)
        made.setCheckable(True)
        made.setProperty("k", "seg")
        made.setAutoDefault(True)
        chosen = QFontMetrics(look().font(13, SEMIBOLD)).horizontalAdvance(words)
        made.setMinimumWidth(chosen + look().px(26))  # the chosen one is bolder, and must not jump
        self._group.addButton(made, len(self._values))
        self._values.append(value)
        return made

    @property
    def value(self) -> object:
        """What is chosen."""
        return self._values[self._group.checkedId()]

    def choose(self, value: object) -> None:
        """Choose `value` without telling anyone."""
        self._group.button(self._values.index(value)).setChecked(True)
        for button in self._group.buttons():
            ours = button.isChecked()
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if ours else Qt.FocusPolicy.ClickFocus)

    def _on_clicked(self, place: int) -> None:
        self.choose(self._values[place])
        self.chosen.emit(self._values[place])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Left and Right choose the neighbour."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        place = self._group.checkedId() + step
        if step and 0 <= place < len(self._values):
            self._on_clicked(place)
            self._group.button(place).setFocus(Qt.FocusReason.TabFocusReason)
        elif not step:
            super().keyPressEvent(event)


def _in_line(buttons: Iterable[QWidget], gap: int) -> QLayout:
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(look().px(gap))
    for button in buttons:
        line.addWidget(button)
    line.addStretch(1)
    return line


def _wrapping(buttons: Iterable[QWidget], gap: int) -> QLayout:
    lines = FlowLayout(look().px(gap))
    for button in buttons:
        lines.addWidget(button)
    lines.addWidget(QWidget())  # takes what is left of the last line
    return lines
