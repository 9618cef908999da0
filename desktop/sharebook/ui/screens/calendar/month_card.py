"""One month of the year: its name, how many school days it has, and what falls due."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from sharebook.ui import icons
from sharebook.ui.look import BOLD, SEMIBOLD, look
from sharebook.ui.screens.calendar.facts import MonthFacts
from sharebook.words.days import count, month_year

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_PAD, _TALL, _WIDE = 12, 88, 118


class MonthCard(QPushButton):
    """Checked is the month whose returns are listed; a shape says how they stand."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setProperty("k", "hero")
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.month: MonthFacts | None = None

    def show_month(self, month: MonthFacts, *, now: bool) -> None:
        """Show one month; `now` marks the one that holds today."""
        self.month, self._now = month, now
        self.setAccessibleName(f"{month_year(month.first)}: {self._due()}")
        about = " (about: no terms typed)" if month.assumed else ""
        this = ", this month" if now else ""
        self.setAccessibleDescription(f"{count(month.days, 'school day')}{about}{this}")
        self.update()

    def _due(self) -> str:
        if self.month is None or not self.month.returns:
            return "Nothing due"
        if self.month.late:
            return f"{self.month.late} overdue"
        if self.month.done == len(self.month.returns):
            return f"{self.month.done} recorded"
        return f"{len(self.month.returns) - self.month.done} due"

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be as tall as three lines."""
        return QSize(look().px(_WIDE), look().px(_TALL))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Leave room for the words."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the arrows to the year: a button of Qt's would only move the focus."""
        if event.key() in _ARROWS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw over the button's ground."""
        super().paintEvent(event)
        if self.month is None:
            return
        now, painter = look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.colour("accent"))
            painter.drawRoundedRect(self.rect(), 8, 8)
        name = month_year(self.month.first)
        title = f"{name} · now" if self._now else name
        line = QFontMetrics(now.font(14, BOLD)).height()
        self._write(painter, 10, title, now.font(14, BOLD), self._ink("ink"))
        about = "about " if self.month.assumed else ""
        days = f"{about}{count(self.month.days, 'school day')}"
        self._write(painter, 10 + line * 100 // now.size, days, now.font(12), self._ink("muted"))
        self._write_due(painter)

    def _ink(self, token: str) -> str:
        return "on_accent" if self.isChecked() else token

    def _write_due(self, painter: QPainter) -> None:
        month, now = self.month, look()
        if month is None or not month.returns:
            return
        late, done = bool(month.late), month.done == len(month.returns)
        token = self._ink("bad" if late else "ok" if done else "link")
        icon = "clock" if late else "check" if done else "loop"
        side = now.px(15)
        top = self.height() - now.px(10) - side
        icons.paint(painter, icon, QRect(now.px(_PAD), top, side, side), token)
        painter.setPen(now.colour(token))
        painter.setFont(now.font(13, SEMIBOLD))
        left = now.px(_PAD + 20)
        room = QRect(left, top - now.px(2), self.width() - left, side + now.px(4))
        painter.drawText(room, _LEFT, self._due())

    def _write(self, painter: QPainter, top: int, words: str, font: QFont, token: str) -> None:
        now = look()
        painter.setPen(now.colour(token))
        painter.setFont(font)
        wide = self.width() - now.px(2 * _PAD)
        room = QRect(now.px(_PAD), now.px(top), wide, QFontMetrics(font).height())
        cut = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(room, _LEFT, cut)
