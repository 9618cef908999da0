"""A chip as a widget."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sharebook.ui.chips import Chip, chip_size, paint_chip


class ChipLabel(QWidget):
    """A chip as a widget, with its words for screen readers."""

    def __init__(self, chip: Chip) -> None:
        super().__init__()
        self._chip = chip
        self.setAccessibleName(chip.words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Take the room the words need."""
        return chip_size(self._chip)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the chip."""
        paint_chip(QPainter(self), self.rect(), self._chip)
