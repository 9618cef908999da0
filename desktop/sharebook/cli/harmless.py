"""Register text on a terminal: letters only, nothing that steers the screen."""

import unicodedata

_KEPT = "\n\t"
_STEERING = {"Cc", "Cs"}  # control characters, halves of letters
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SHOWN_AS = "\ufffd"


def harmless(text: str) -> str:
    """Return `text` with each mark that moves the cursor or turns the line shown as "\ufffd"."""
    return "".join(_SHOWN_AS if _steers(mark) else mark for mark in text)


def _steers(mark: str) -> bool:
    if mark in _KEPT:
        return False
    return mark in _TURNING or unicodedata.category(mark) in _STEERING
