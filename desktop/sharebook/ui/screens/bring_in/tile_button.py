"""A tile that is a tab: word, figure, what it means."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from sharebook.ui import icons
from sharebook.ui.look import BOLD, SEMIBOLD, look
from sharebook.ui.screens.bring_in.tiles import Tile

_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class TileButton(QPushButton):
    """One tile; the chosen one is tinted and underlined."""

    def __init__(self, tile: Tile) -> None:
        super().__init__()
        self.tile = tile
        self.setProperty("k", "tile")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(True)
        self.setAccessibleName(f"{tile.words}: {len(tile.lines):,}, {tile.second}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be 96 tall."""
        return QSize(look().px(150), look().px(96))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never be lower."""
        return QSize(look().px(120), look().px(96))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw over the button's ground."""
        super().paintEvent(event)
        now, painter = look(), QPainter(self)
        left, side, wide = now.px(16), now.px(18), self.width() - now.px(24)
        icons.paint(painter, self.tile.icon, QRect(left, now.px(10), side, side), self.tile.ink)
        lines = (
            (self.tile.words, now.font(14, SEMIBOLD), "ink", left + now.px(26), 8, 22),
            (f"{len(self.tile.lines):,}", now.font(28, BOLD), "accent", left, 30, 36),
            (self.tile.second, now.font(13), "muted", left, 66, 20),
        )
        for words, font, token, start, top, tall in lines:
            painter.setFont(font)
            painter.setPen(now.colour(token))
            painter.drawText(QRect(start, now.px(top), wide, now.px(tall)), _MIDDLE, words)
