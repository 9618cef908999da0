"""Year groups as schools write them, into one spelling: "R", "1" to "14", "N1" (intake.md 4)."""

import re

from sharebook.intake.folding import bare

_HIGHEST = 14
_LEADING = re.compile(r"^(?:ncyear|yeargroup|year|yr|y)(?=.)")
_WORDS = {
    "reception": "R",
    "rec": "R",
    "r": "R",
    "nursery": "N",
    "nur": "N",
    "n": "N",
    "n1": "N1",
    "n2": "N2",
    "nursery1": "N1",
    "nursery2": "N2",
    "e1": "E1",
    "e2": "E2",
    "m": "M",
    "x": "X",
}


def year_of(text: str) -> str | None:
    """Return the year group in our spelling, "" for an empty cell, None for words unknown."""
    plain = bare(text)
    if not plain:
        return ""
    short = _LEADING.sub("", plain)
    if short in _WORDS:
        return _WORDS[short]
    if short.isascii() and short.isdigit() and len(short) <= len(str(_HIGHEST)):
        number = int(short)
        return str(number) if 1 <= number <= _HIGHEST else "R" if number == 0 else None
    return None
