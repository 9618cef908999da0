"""Labels in the program's type sizes (look.md, Type), and icons that stand beside words."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from sharebook.ui import icons
from sharebook.ui.look import look


def label(words: str, kind: str = "", *, wrap: bool = False) -> QLabel:
    """Return a plain-text label.

    Args:
        words: what it says; never read as mark-up.
        kind: h1, h2, h3, b, lead, muted, small, smallb, eyebrow, num, link, bad, gap, ok, strike,
            key; "" for body text.
        wrap: whether long words go on the next line.
    """
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(words)
    made.setProperty("t", kind)
    if wrap:
        made.setWordWrap(True)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return made


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a dynamic property and let the style sheet look again, if it says something else now."""
    if (widget.property(name) or "") == (value or ""):
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class IconLabel(QWidget):
    """One icon; silent to screen readers unless it is given a name."""

    def __init__(self, name: str, size: int = 18, ink: str = "muted", said: str = "") -> None:
        super().__init__()
        self._name = name
        self._size = size
        self._token = ink
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if said:
            self.setToolTip(said)
            self.setAccessibleName(said)

    def show_icon(self, name: str, token: str) -> None:
        """Show another icon or colour."""
        self._name, self._token = name, token
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Grow with the text."""
        side = look().px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002 - Qt's name
        """Draw the icon in the colour of the look."""
        side = look().px(self._size)
        icons.paint(QPainter(self), self._name, QRect(0, 0, side, side), self._token)


def beside(icon: QWidget, *rest: QWidget, gap: int = 8, left: int = 0) -> QWidget:
    """Return `icon` and words in one line, the words taking what is left, `left` px in."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(look().px(left), 0, look().px(left) // 2, 0)
    row.setSpacing(look().px(gap))
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
    for place, widget in enumerate(rest):
        row.addWidget(widget, 1 if place == len(rest) - 1 else 0)
    return line
