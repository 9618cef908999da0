"""The three big buttons on Today."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from sharebook.ui import icons
from sharebook.ui.look import BOLD, SEMIBOLD, look

_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class HeroButton(QPushButton):
    """Icon, name, what it is for, and its key; the first one is filled."""

    def __init__(self, words: str, second: str, icon: str, key: str, *, go: bool = False) -> None:
        super().__init__()
        self._words, self._second, self._icon, self._key = words, second, icon, key
        self._ink = "on_accent" if go else "accent"
        self._quiet = "on_accent" if go else "muted"
        self.setProperty("k", "herogo" if go else "hero")
        self.setAutoDefault(True)
        self.setAccessibleName(words)
        self.setAccessibleDescription(f"{second}. {key}")
        self.setToolTip(second)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be 88 tall."""
        return QSize(look().px(200), look().px(88))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Leave room for the name."""
        name = QFontMetrics(look().font(18, BOLD)).horizontalAdvance(self._words)
        return QSize(name + look().px(80), look().px(88))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw over the button's ground."""
        super().paintEvent(event)
        now, painter = look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = now.px(28)
        spot = QRect(now.px(20), (self.height() - side) // 2, side, side)
        icons.paint(painter, self._icon, spot, self._ink)
        left, wide = now.px(64), self.width() - now.px(72)
        painter.setPen(now.colour(self._ink))
        painter.setFont(now.font(18, BOLD))
        painter.drawText(QRect(left, now.px(22), wide, now.px(26)), _MIDDLE, self._words)
        font = now.font(13)
        painter.setFont(font)
        painter.setPen(now.colour(self._quiet))
        shown = QFontMetrics(font).elidedText(self._second, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(QRect(left, now.px(47), wide, now.px(20)), _MIDDLE, shown)
        self._draw_key(painter)

    def _draw_key(self, painter: QPainter) -> None:
        now = look()
        box = QRect(self.width() - now.px(50), now.px(13), now.px(34), now.px(20))
        name = QFontMetrics(now.font(18, BOLD)).horizontalAdvance(self._words)
        if now.px(64) + name > box.left():
            return  # the name is worth more than the key
        painter.setPen(now.colour(self._quiet if self._ink == "on_accent" else "line2"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(now.colour(self._quiet))
        painter.setFont(now.font(12, SEMIBOLD))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)
