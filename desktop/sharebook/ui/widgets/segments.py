"""A row of buttons of which one is chosen: "Now | On a past day", "All R 1 2 3"."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from sharebook.ui.look import SEMIBOLD, look


class Segments(QWidget):
    """One choice of a few; arrow keys move inside it.

    Signals:
        chosen: the value now chosen, by a person.
    """

    chosen = Signal(object)

    def __init__(self, choices: Iterable[tuple[str, object]], said: str = "", gap: int = 4) -> None:
        super().__init__()
        self.setAccessibleName(said)
        self._group = QButtonGroup(self)
        self._values: list[object] = []
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look().px(gap))
        for words, value in choices:
            line.addWidget(self._button(words, value))
        line.addStretch(1)
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
