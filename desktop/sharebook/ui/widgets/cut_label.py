"""A long path on one line, cut in the middle where there is no room; never cut for the ear."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sharebook.ui.look import SEMIBOLD, look

_LEAST, _MOST = 120, 900  # pixels at 100 %


class CutLabel(QWidget):
    """Shows both ends of its words; the whole of them is in the tooltip and for screen readers."""

    def __init__(self, words: str, weight: int = SEMIBOLD) -> None:
        super().__init__()
        self._weight = weight
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.say(words)

    def say(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    @property
    def shown(self) -> str:
        """What there is room for."""
        metrics = QFontMetrics(look().font(weight=self._weight))
        return metrics.elidedText(self._words, Qt.TextElideMode.ElideMiddle, self.width())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the whole line, within reason."""
        metrics = QFontMetrics(look().font(weight=self._weight))
        wide = min(metrics.horizontalAdvance(self._words) + 2, look().px(_MOST))
        return QSize(wide, metrics.height() + look().px(4))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Get by with both ends."""
        return QSize(min(look().px(_LEAST), self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw what there is room for."""
        painter = QPainter(self)
        painter.setFont(look().font(weight=self._weight))
        painter.setPen(look().colour("ink"))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect(), int(middle), self.shown)
