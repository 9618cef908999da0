"""What a person may have meant when a search finds nobody."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from sharebook.ui.folding import folded
from sharebook.ui.screens.pupils.roll import RollRow

_LIKE = 0.6


@dataclass(frozen=True, slots=True)
class Nearest:
    """A surname like the one typed, and how many children bear it."""

    surname: str
    pupils: int


def nearest(typed: str, rows: Iterable[RollRow]) -> Nearest | None:
    """Return the surname most like one of the typed words, or None."""
    counted = Counter(row.surname for row in rows)
    by_key = {folded(surname): surname for surname in counted}
    for word in reversed(folded(typed).split()):
        found = get_close_matches(word, by_key, n=1, cutoff=_LIKE)
        if found:
            surname = by_key[found[0]]
            return Nearest(surname, counted[surname])
    return None
