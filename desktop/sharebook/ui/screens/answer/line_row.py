"""One painted line of the answer, and the headings over its columns."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sharebook.services.wording import WordedLine
from sharebook.ui import icons
from sharebook.ui.look import SEMIBOLD, look
from sharebook.ui.screens.answer.words import line_sentence, rebased

_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_BREAK = _WRAP | int(Qt.TextFlag.TextWrapAnywhere)
_GAP, _PAD, _ICON = 12, 5, 14
_WIDE = (0.27, 0.412, 0.182, 0.136)
_NARROW = (0.30, 0.50, 0.20, 0.0)
_TIGHT, _TIGHT_BELOW = (0.28, 0.44, 0.28, 0.0), 460  # as where text is large
_TALL = 10_000


def columns(width: int, *, small: bool) -> tuple[tuple[int, int], ...]:
    """Return (left, width) of with whom, what and why, how often, last sent."""
    left, found = 0, []
    narrow = _TIGHT if width < look().px(_TIGHT_BELOW) else _NARROW
    for share in narrow if small else _WIDE:
        room = round(width * share)
        found.append((left, max(room - look().px(_GAP), 1)))
        left += room
    found[-1] = (found[-1][0], width - found[-1][0])
    if small:
        found[2] = (found[2][0], width - found[2][0])
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Text:
    words: str
    font: QFont
    token: str
    icon: str = ""

    def height(self, width: int) -> int:
        room = QRect(0, 0, self._room(width), _TALL)
        return QFontMetrics(self.font).boundingRect(room, self._flags(width), self.words).height()

    def paint(self, painter: QPainter, left: int, top: int, width: int) -> int:
        tall = self.height(width)
        if self.icon:
            side = look().px(_ICON)
            spot = QRect(left, top + look().px(2), side, side)
            icons.paint(painter, self.icon, spot, self.token)
            left += width - self._room(width)
        painter.setFont(self.font)
        painter.setPen(look().colour(self.token))
        where = QRect(left, top, self._room(width), tall)
        painter.drawText(where, self._flags(width), self.words)
        return tall

    def _room(self, width: int) -> int:
        return max(width - look().px(_ICON + 5), 1) if self.icon else width

    def _flags(self, width: int) -> int:
        """Break inside a word only where one word alone is wider than its column."""
        longest = max(self.words.split(), key=len, default="")
        across = QFontMetrics(self.font).horizontalAdvance(longest)
        return _BREAK if across > self._room(width) else _WRAP


class LineRow(QWidget):
    """With whom; what, and why; how often, since when; last sent."""

    def __init__(self, line: WordedLine, *, last: bool) -> None:
        super().__init__()
        self.line = line
        self._last = last
        self._small = False
        self._tall: dict[int, int] = {}  # by width: layouts ask again and again
        self.setAccessibleName(line_sentence(line))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fit(self, *, small: bool) -> None:
        """Put "last sent" under "how often" in a small window."""
        if self._small == small:
            return
        self._small = small
        self._tall.clear()
        self.updateGeometry()
        self.update()

    def _texts(self) -> tuple[tuple[_Text, ...], ...]:
        now, line = look(), self.line
        bold, small = now.font(14, SEMIBOLD), now.font(13)
        sent = _Text(line.last_sent, bold, "ink")
        often = (
            _Text(line.how_often, small, "muted", "loop" if line.regular or line.ended else "once"),
            _Text(line.since, small, "muted"),
        )
        before = (_Text(line.formerly, small, "muted"),) if line.formerly else ()
        basis = (_Text(rebased(line), small, "muted"),) if line.rebased else ()
        return (
            (_Text(line.whom, bold, "ink"), *before),
            (_Text(line.what, now.font(14), "ink"), _Text(line.why, small, "muted"), *basis),
            (*often, sent) if self._small else often,
            () if self._small else (sent,),
        )

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that narrower means taller."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the tallest column."""
        if width not in self._tall:
            self._tall[width] = self._height(width)
        return self._tall[width]

    def _height(self, width: int) -> int:
        tall = [
            sum(text.height(room) for text in texts)
            for texts, (_, room) in zip(
                self._texts(), columns(width, small=self._small), strict=True
            )
        ]
        return max(tall) + 2 * look().px(_PAD)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for one line; the layout asks again for the height at its width."""
        return QSize(look().px(300), look().px(30))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the words, and a line under them unless this is the last."""
        painter = QPainter(self)
        places = columns(self.width(), small=self._small)
        for texts, (left, room) in zip(self._texts(), places, strict=True):
            top = look().px(_PAD)
            for text in texts:
                top += text.paint(painter, left, top, room)
        if not self._last:
            under = QRect(0, self.height() - 1, self.width(), 1)
            painter.fillRect(under, look().colour("line"))


class Headings(QWidget):
    """The words over the columns."""

    def __init__(self) -> None:
        super().__init__()
        self._small = False
        self.setFixedHeight(look().px(22))

    def fit(self, *, small: bool) -> None:
        """Follow the columns of a small window."""
        self._small = small
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the words over their columns."""
        last = ("How often, last", "") if self._small else ("How often", "Last sent")
        painter = QPainter(self)
        painter.setFont(look().font(13, SEMIBOLD))
        painter.setPen(look().colour("muted"))
        places = columns(self.width(), small=self._small)
        for word, (left, room) in zip(("With whom", "What, and why", *last), places, strict=True):
            where = QRect(left, 0, room, self.height())
            painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter), word)
