"""The unique pupil number and its check letter (Common Basic Data Set).

Thirteen characters: a check letter, then three of the authority, four of the school, two of
the year and three of a serial. A temporary number ends in a letter instead of a digit.
"""

import re

LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"  # no I, O, S; the place of a letter is its value
_FIRST_WEIGHT = 2  # the check letter itself has no weight
_SHAPE = re.compile(f"[{LETTERS}][0-9]{{11}}[0-9{LETTERS}]")
_BODY = re.compile(f"[0-9]{{11}}[0-9{LETTERS}]")
_GAPS = re.compile(r"[\s\u00a0\u200b\ufeff-]+")

PERMANENT = "permanent"
TEMPORARY = "temporary"
UNVERIFIED = "unverified"
NONE = "none"


def tidy(text: str) -> str:
    """Return `text` in capitals without spaces or hyphens; nothing is corrected."""
    return _GAPS.sub("", text).upper()


def check_letter(body: str) -> str:
    """Return the letter that belongs before the twelve characters `body`.

    Raises:
        ValueError: `body` is not twelve digits, or eleven and one of the letters.
    """
    if not _BODY.fullmatch(body):
        raise ValueError(body)
    total = sum(_value(mark) * weight for weight, mark in enumerate(body, start=_FIRST_WEIGHT))
    return LETTERS[total % len(LETTERS)]


def is_well_formed(upn: str) -> bool:
    """Say whether a tidied number has the shape, whatever its check letter."""
    return _SHAPE.fullmatch(upn) is not None


def is_sound(upn: str) -> bool:
    """Say whether a tidied number has the shape and the right check letter."""
    return is_well_formed(upn) and check_letter(upn[1:]) == upn[0]


def state(upn: str) -> str:
    """Return "none", "unverified", "temporary" or "permanent" for a tidied number."""
    if not upn:
        return NONE
    if not is_sound(upn):
        return UNVERIFIED
    return PERMANENT if upn[-1].isdigit() else TEMPORARY


def _value(mark: str) -> int:
    return int(mark) if mark.isdigit() else LETTERS.index(mark)
