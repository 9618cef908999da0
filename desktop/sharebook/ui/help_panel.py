"""Help for the screen on top, beside it: a short text in plain words."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from sharebook import assets
from sharebook.ui.look import look
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import line, row

_WIDE = 320
_NONE = "# Help\n\nThis page has no help of its own. All keys stand on the card below."


def help_text(name: str) -> str:
    """Return the help for the screen `name` (`resources/help/<name>.md`), "" without one."""
    try:
        return assets.read_text("help", f"{name}.md")
    except FileNotFoundError:
        return ""


class HelpPanel(QFrame):
    """Stands at the right of the page until it is closed (F1 or Esc).

    Signals:
        opened: the panel stands there now.
        closed: the panel has gone; the page may take the keyboard back.
        keys: the card of all keys is wanted.
    """

    opened = Signal()
    closed = Signal()
    keys = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("f", "sheet")
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inner)
        self.close_button = button("Close help", "small", key="F1")
        self.keys_button = button("All keys", "quiet")
        column = QVBoxLayout(self)
        pad = look().px(14)
        column.setContentsMargins(pad, pad, pad, pad)
        column.addWidget(self._area, 1)
        column.addLayout(row(self.close_button, 1, self.keys_button))
        self.close_button.clicked.connect(self.put_away)
        self.keys_button.clicked.connect(self.keys)
        self.hide()

    def show_help(self, name: str) -> None:
        """Show the help of the screen `name` from its beginning."""
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
        for part in _parts(help_text(name) or _NONE):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._area.verticalScrollBar().setValue(0)
        self.setFixedWidth(min(look().px(_WIDE), self.window().width() * 2 // 5))
        self.show()
        self._area.setFocus()
        self.opened.emit()

    def put_away(self) -> None:
        """Close the panel."""
        self.hide()
        self.closed.emit()


def _parts(text: str) -> Iterator[QWidget]:
    """Read headings (#), steps and points (-), and paragraphs parted by empty lines."""
    for block in text.split("\n\n"):
        words = " ".join(block.split())
        if words.startswith("# "):
            yield label(words[2:], "h2", wrap=True)
            yield line("rule")
        elif words.startswith("## "):
            yield label(words[3:], "h3", wrap=True)
        elif words.startswith("- "):
            yield from (_point(point) for point in block.strip().split("\n"))
        elif words:
            yield label(words, wrap=True)


def _point(words: str) -> QWidget:
    point = QWidget()
    line = QHBoxLayout(point)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(label("•"), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(label(words.removeprefix("- "), wrap=True), 1)
    return point
