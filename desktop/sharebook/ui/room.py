"""How much room the window has, counted at the size of the text."""

from enum import IntEnum

from PySide6.QtWidgets import QBoxLayout, QWidget

from sharebook.ui.look import look

LARGE_TEXT, HUGE_TEXT = 125, 175  # per cent
_WIDE, _SMALL, _STACKS = 1180, 1000, 760
DOWN, ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
ANY_WIDTH = 16_777_215  # Qt's own largest


class Room(IntEnum):
    """Wide as drawn, small as on a 1024 pixel screen, tight as with large text."""

    TIGHT = 0
    SMALL = 1
    WIDE = 2


def room_of(widget: QWidget) -> Room:
    """Return how much room `widget`'s window gives: large text leaves as little as a small one."""
    width = widget.window().width() * 100 / look().size
    return Room.WIDE if width >= _WIDE else Room.SMALL if width >= _SMALL else Room.TIGHT


def stacks(widget: QWidget) -> bool:
    """Say whether text is so large for the window that panels stand under each other."""
    return widget.window().width() * 100 / look().size < _STACKS


def pick(room: Room, tight: int, small: int, wide: int) -> int:
    """Return the length for this much room, in logical pixels."""
    return look().px((tight, small, wide)[room])
