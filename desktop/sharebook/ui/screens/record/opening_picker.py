"""A picker that also opens at a click, with the arrow of a list at its right."""

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPainter, QPaintEvent

from sharebook.ui import icons
from sharebook.ui.look import look
from sharebook.ui.widgets.picker import Picker, Source

_ARROW, _BESIDE = 16, 10


class OpeningPicker(Picker):
    """Filters as one types; a click shows everything there is."""

    def __init__(self, source: Source, hint: str = "") -> None:
        super().__init__(source, hint)
        self.edit.setTextMargins(0, 0, look().px(_ARROW + _BESIDE), 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Open the whole list at a click."""
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.MouseButtonRelease and not self._popup.isVisible():
            self._popup.offer(self._left("" if self.choices else self.edit.text()))
        return done

    def select_all(self) -> None:
        """Mark the words, so that typing replaces what is picked."""
        self.edit.selectAll()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the arrow over the field."""
        super().paintEvent(event)
        side = look().px(_ARROW)
        spot = QRect(
            self.width() - side - look().px(_BESIDE), (self.height() - side) // 2, side, side
        )
        icons.paint(QPainter(self), "down", spot, "muted")
