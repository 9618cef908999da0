"""Panels: the white sheet, the quiet card, the coloured notice; and their headings and rules."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sharebook.ui.look import look
from sharebook.ui.widgets.labels import IconLabel, label


def panel(kind: str = "sheet", pad: int = 16, gap: int = 8) -> tuple[QFrame, QVBoxLayout]:
    """Return a frame and its column layout.

    Args:
        kind: sheet, card, tint, gap, bad, hold, ok, plain, toast.
        pad: room inside, in pixels at 100 %.
        gap: room between its parts.
    """
    frame = QFrame()
    frame.setProperty("f", kind)
    column = QVBoxLayout(frame)
    inside = look().px(pad)
    column.setContentsMargins(inside, inside, inside, inside)
    column.setSpacing(look().px(gap))
    return frame, column


def line(kind: str = "line") -> QFrame:
    """Return a 1 px line, or the 2 px "rule" under a heading."""
    made = QFrame()
    made.setProperty("f", kind)
    return made


def row(*parts: QWidget | int, gap: int = 8) -> QHBoxLayout:
    """Return parts side by side; an int is a stretch of that weight."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(look().px(gap))
    for part in parts:
        if isinstance(part, int):
            made.addStretch(part)
        else:
            made.addWidget(part)
    return made


def heading(words: str, second: str = "", kind: str = "h2") -> tuple[QHBoxLayout, QLabel]:
    """Return a heading with a muted note beside it, and the note's label to change later."""
    note = label(second, "small")
    made = row(label(words, kind), note, 1, gap=10)
    return made, note


_NOTICE_ICONS = {"gap": ("warn", "gap"), "bad": ("stop", "bad"), "ok": ("check", "ok")}


def notice(kind: str, words: str, more: str = "") -> QFrame:
    """Return a coloured notice with its shape, words and a second line.

    Args:
        kind: gap (a warning), bad, ok or hold.
        words: what is wrong or right.
        more: a second line.
    """
    frame, column = panel(kind, 10, 4)
    icon, token = _NOTICE_ICONS.get(kind, ("shield", "hold"))
    first = QHBoxLayout()
    first.setSpacing(look().px(10))
    first.addWidget(IconLabel(icon, 18, token))
    first.addWidget(label(words, "b", wrap=True), 1)
    column.addLayout(first)
    if more:
        column.addWidget(label(more, "small", wrap=True))
    frame.setAccessibleName(f"{words} {more}".strip())
    return frame
