"""The orange dot, always beside a word."""

from PySide6.QtWidgets import QWidget

from sharebook.ui.widgets.labels import IconLabel, beside, label


def gap_dot(words: str = "can wait") -> QWidget:
    """Return the dot and its word."""
    return beside(IconLabel("gap", 14, "gap_dot"), label(words, "gap"), gap=6)
