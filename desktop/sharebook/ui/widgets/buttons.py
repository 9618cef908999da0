"""Buttons of every kind, with an icon and the key that does the same."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton

from sharebook.ui.icons import icon as drawn
from sharebook.ui.look import look

_INK = {
    "go": "on_accent",
    "big": "on_accent",
    "smallgo": "on_accent",
    "toast": "on_accent",
    "danger": "bad",
    "quiet": "link",
}


def button(words: str, kind: str = "", icon: str = "", key: str = "") -> QPushButton:
    """Return a button.

    Args:
        words: a verb; `&` marks its Alt letter.
        kind: "" plain, go (filled), big, quiet, small, smallgo, danger, toast, find (like a field).
        icon: name of an icon before the words.
        key: the shortcut as said ("Ctrl Enter"), shown after the words.
    """
    made = QPushButton(f"{words}     {key}" if key else words)
    made.setProperty("k", kind)
    made.setAccessibleName(words.replace("&", ""))
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(True)  # Enter presses it, as Space does
    if icon:
        side = look().px(16 if kind.startswith("small") else 18)
        made.setIcon(drawn(icon, _INK.get(kind, "accent")))
        made.setIconSize(QSize(side, side))
        made.setText(f" {made.text()}")
    return made
