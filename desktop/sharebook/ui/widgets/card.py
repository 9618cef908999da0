"""A quiet card with the coloured edge of a heading of the notice."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from sharebook.ui.look import look
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import row

_EDGE = 4
_LARGE_TEXT = 125


class Card(QFrame):
    """Heading, purpose and count over whatever `column` holds.

    Attributes:
        column: put rows here.
    """

    def __init__(self, token: str, words: str, purpose: str = "", count: str = "") -> None:
        super().__init__()
        self._token = token
        self.setProperty("f", "card")
        self.column = QVBoxLayout(self)
        pad = look().px(12)
        self.column.setContentsMargins(pad + _EDGE, look().px(8), pad, look().px(8))
        self.column.setSpacing(look().px(6))
        if words:
            said = label(purpose, "small", wrap=True)
            under = look().size >= _LARGE_TEXT  # beside its heading it would be one word wide
            top = row(label(words, "h3"), gap=10)
            top.addWidget(label("") if under else said, 1)
            top.addWidget(label(count, "small"))
            self.column.addLayout(top)
            if under and purpose:
                self.column.addWidget(said)
        self.setAccessibleName(", ".join(part for part in (words, purpose, count) if part))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the edge over the ground."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, _EDGE, self.height()), look().colour(self._token))
