"""What is typed about pupils: words to find, "not" for leaving out, "on roll on 1 October"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sharebook.domain.day_words import read_day
from sharebook.domain.errors import Refused
from sharebook.ui.folding import folded

_OUT = frozenset({"except", "not", "minus", "without", "but"})
_ON = re.compile(
    r"^(?:(?:everyone|everybody|all|who was|whole|the|school)\s+)*"
    r"(?:on\s+)?(?:the\s+)?roll\s+(?:as\s+)?(?:on|at)\s+(?P<day>.+)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """What the typed letters ask for.

    Attributes:
        words: folded, every one of them is looked for.
        out: whoever is found is to be left out.
        day: the day of the roll that is asked for, if it is one that has come.
    """

    words: Sequence[str] = field(default=())
    out: bool = False
    day: date | None = None


def said(typed: str, today: date) -> Said:
    """Read what stands in the field."""
    text = typed.strip()
    minus = text.startswith(("-", "–", "−"))
    words = folded(text.lstrip("-–− ")).split()
    left = [word for word in words if word not in _OUT]
    return Said(left, minus or len(left) < len(words), _day(text, today))


def _day(text: str, today: date) -> date | None:
    found = _ON.match(text)
    if found is None:
        return None
    try:
        day = read_day(found["day"], today)
    except Refused:
        return None  # half a day typed so far
    return day if day <= today else None
