"""A time of day as people type it."""

import re

from sharebook.domain.errors import Refused

_TYPED = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE)
_HOURS, _MINUTES, _HALF = 24, 60, 12


def read_time(typed: str) -> str:
    """Return "9.40", "0940", "9:40 am" or "2pm" as "HH:MM"; "" for nothing.

    Raises:
        Refused: `time_unreadable`.
    """
    words = typed.strip()
    if not words:
        return ""
    found = _TYPED.fullmatch(words)
    if found is None:
        raise Refused("time_unreadable", "time", typed=words)
    hour, minute = int(found[1]), int(found[2] or 0)
    half = (found[3] or "").casefold()[:1]
    if half and not 1 <= hour <= _HALF:
        raise Refused("time_unreadable", "time", typed=words)
    if half:
        hour = hour % _HALF + (_HALF if half == "p" else 0)
    if hour >= _HOURS or minute >= _MINUTES:
        raise Refused("time_unreadable", "time", typed=words)
    return f"{hour:02d}:{minute:02d}"
