"""Text made comparable, and text made tidy; what is stored stays as the file has it."""

import re
import unicodedata

_SPACES = re.compile(r"[\s\u00a0\u2007\u202f]+")
_JOINERS = "\u200c\u200d"  # they shape letters in some scripts, so they stay
_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"'})
_DASHES = str.maketrans({"–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-"})


def tidy(text: str) -> str:
    """Return `text` without invisible marks, with single spaces and none at the ends."""
    if text.isascii() and text.isprintable():  # nearly every cell, and a space is its only gap
        return " ".join(text.split()) if " " in text else text
    return _SPACES.sub(" ", _visible(text)).strip()


def hides_marks(text: str) -> bool:
    """Say whether `text` holds marks nobody can see (line ends and tabs aside)."""
    plain = text.isascii() and text.isprintable()
    return not plain and any(_invisible(mark) for mark in text)


def fold(text: str) -> str:
    """Return `text` for comparing: one spelling for case, quotes, dashes, composed letters."""
    composed = unicodedata.normalize("NFC", tidy(text)).casefold()
    return composed.translate(_QUOTES).translate(_DASHES)


def bare(text: str) -> str:
    """Return the folded letters and digits of `text` alone, as column headings are compared."""
    return "".join(mark for mark in fold(text) if mark.isalnum())


def _visible(text: str) -> str:
    return "".join(mark for mark in text if not _invisible(mark))


def _invisible(mark: str) -> bool:
    if mark in _JOINERS or mark.isspace():
        return False
    return unicodedata.category(mark) in ("Cf", "Cc")
