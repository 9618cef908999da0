"""A card that opens a page behind The register."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from sharebook.ui import icons
from sharebook.ui.look import SEMIBOLD, look

_LEFT, _TOP, _SIDE = 52, 12, 22  # pixels at 100 %
_WORDS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class DoorCard(QPushButton):
    """Icon, name, and what stands behind it; the second line wraps."""

    def __init__(self, words: str, second: str, icon: str) -> None:
        super().__init__()
        self._words, self._second, self._icon = words, second, icon
        self.setProperty("k", "hero")
        self.setAutoDefault(True)
        self.setAccessibleName(words)
        self.setAccessibleDescription(second)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that a narrow card is taller."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Be as tall as its words need."""
        now = look()
        room = QRect(0, 0, max(width - now.px(_LEFT + 14), now.px(60)), 10_000)
        metrics = QFontMetrics(now.font(13))
        wrap = int(Qt.TextFlag.TextWordWrap)
        second = metrics.boundingRect(room, wrap, self._second).height()
        return now.px(2 * _TOP) + QFontMetrics(now.font(14, SEMIBOLD)).height() + now.px(2) + second

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for a card's width."""
        return QSize(look().px(230), self.heightForWidth(look().px(230)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Leave room for the name."""
        name = QFontMetrics(look().font(14, SEMIBOLD)).horizontalAdvance(self._words)
        return QSize(name + look().px(_LEFT + 14), look().px(48))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw over the button's ground."""
        super().paintEvent(event)
        now, painter = look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = now.px(_TOP) + max(0, self.height() - self.heightForWidth(self.width())) // 2
        side = now.px(_SIDE)
        icons.paint(painter, self._icon, QRect(now.px(16), top, side, side), "accent")
        left, wide = now.px(_LEFT), self.width() - now.px(_LEFT + 14)
        name = now.font(14, SEMIBOLD)
        high = QFontMetrics(name).height()
        painter.setFont(name)
        painter.setPen(now.colour("accent"))
        painter.drawText(QRect(left, top, wide, high), _WORDS, self._words)
        painter.setFont(now.font(13))
        painter.setPen(now.colour("muted"))
        below = QRect(left, top + high + now.px(2), wide, self.height())
        painter.drawText(below, _WORDS | int(Qt.TextFlag.TextWordWrap), self._second)
