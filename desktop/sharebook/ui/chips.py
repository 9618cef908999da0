"""A small coloured word with its shape: "2 gaps", "Refused", "In force"."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from sharebook.ui import icons
from sharebook.ui.look import SEMIBOLD, look

_HEIGHT = 20
_ICON = 14
_PAD = 6


@dataclass(frozen=True, slots=True)
class Kind:
    """What a state looks like: colours, and a shape so that it never rests on colour alone."""

    ink: str
    ground: str
    icon: str
    icon_ink: str = ""


KINDS = {
    "gap": Kind("gap", "gap_bg", "gap", "gap_dot"),
    "warn": Kind("gap", "gap_bg", "warn"),
    "bad": Kind("bad", "bad_bg", "stop"),
    "overdue": Kind("bad", "bad_bg", "clock"),
    "hold": Kind("hold", "hold_bg", "eyeoff"),
    "ask": Kind("hold", "hold_bg", "shield"),
    "old": Kind("muted", "sunk", "undo"),
    "ok": Kind("ok", "ok_bg", "check"),
    "fact": Kind("link", "tint", "user"),
    "change": Kind("link", "tint", "edit"),
    "add": Kind("ok", "add_bg", "plus"),
    "remove": Kind("bad", "del_bg", "minus"),
}


@dataclass(frozen=True, slots=True)
class Chip:
    """One chip.

    Attributes:
        kind: gap, warn, bad, overdue, hold, ask, old, ok, fact, change, add or remove.
        icon: another icon than the kind's own.
    """

    words: str
    kind: str = "fact"
    icon: str = ""


def chip_size(chip: Chip) -> QSize:
    """Return the room a chip takes."""
    now = look()
    words = QFontMetrics(now.font(12, SEMIBOLD)).horizontalAdvance(chip.words)
    return QSize(words + now.px(_ICON + 3 * _PAD + 1), now.px(_HEIGHT))


def paint_chip(painter: QPainter, where: QRect, chip: Chip) -> None:
    """Draw a chip into `where`."""
    now, kind = look(), KINDS[chip.kind]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(now.colour(kind.ground))
    painter.drawRoundedRect(where, 4, 4)
    side = now.px(_ICON)
    spot = QRect(where.x() + now.px(_PAD), where.y() + (where.height() - side) // 2, side, side)
    icons.paint(painter, chip.icon or kind.icon, spot, kind.icon_ink or kind.ink)
    painter.setPen(now.colour(kind.ink))
    painter.setFont(now.font(12, SEMIBOLD))
    words = where.adjusted(side + now.px(2 * _PAD - 1), 0, 0, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, chip.words)
    painter.restore()
