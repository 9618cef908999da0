"""Every way in which a child of the register may stand on somebody's list."""

from collections.abc import Iterable
from difflib import get_close_matches

from sharebook.domain.names import PupilId
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.upn import tidy
from sharebook.services.choosing import OnRoll
from sharebook.store.folding import folded, folded_words

Some = frozenset[PupilId]
NONE: Some = frozenset()
_ALIKE = 0.8  # of two words, 1 the same: one letter wrong in five
_MOST_SLIPS = 1_000  # looked for in one list: it is slow, and a list of strangers has no end


class NameIndex:
    """Names in both orders, each word of them, numbers; folded, so that accents do not matter.

    Attributes:
        classes: what a year or class may be called, folded.
    """

    def __init__(self, roll: Iterable[OnRoll]) -> None:
        """Take in everybody, leavers too, each with the class of the day."""
        self._whole: dict[str, set[PupilId]] = {}
        self._words: dict[str, set[PupilId]] = {}
        self._upns: dict[str, set[PupilId]] = {}
        self._admissions: dict[str, set[PupilId]] = {}
        self._rooms: dict[PupilId, frozenset[str]] = {}
        self.pupils: dict[PupilId, OnRoll] = {}
        for each in roll:
            self.pupils[each.pupil.id] = each
            self._take_in(each.pupil)
            self._rooms[each.pupil.id] = _rooms(each.spell)
        self._slips: dict[str, str] = {}
        self._shelves: dict[tuple[str, int], list[str]] = {}
        for word in self._words:
            self._shelves.setdefault((word[0], len(word)), []).append(word)
        self.classes = frozenset(word for rooms in self._rooms.values() for word in rooms)

    def called(self, name: str) -> Some:
        """Return whom a whole name means, in either order, now or formerly."""
        return frozenset(self._whole.get(folded(name), NONE))

    def joined(self, words: str) -> Some:
        """Return whom words mean that are folded and joined already."""
        return frozenset(self._whole.get(words, NONE))

    def numbered(self, upn: str) -> Some:
        """Return who has, or had, this tidied UPN."""
        return frozenset(self._upns.get(upn, NONE))

    def admitted(self, number: str) -> Some:
        """Return who has this admission number, with or without leading zeros."""
        return frozenset(self._admissions.get(folded(number).lstrip("0"), NONE))

    def knows(self, word: str) -> bool:
        """Say whether a folded word is part of anybody's name."""
        return word in self._words

    def like(self, words: Iterable[str]) -> Some:
        """Return who has each of these folded words, or a beginning of one letter, in the name."""
        found: Some | None = None
        for word in words:
            fits = self._beginning(word) if len(word) == 1 else frozenset(self._words.get(word, ()))
            found = fits if found is None else found & fits
        return found or NONE

    def near(self, word: str) -> str:
        """Return the word of somebody's name that a folded word is a slip of, or ""."""
        if word not in self._slips and len(self._slips) < _MOST_SLIPS:
            lengths = range(len(word) - 1, len(word) + 2)
            like = [each for size in lengths for each in self._shelves.get((word[0], size), ())]
            self._slips[word] = next(iter(get_close_matches(word, like, 1, _ALIKE)), "")
        return self._slips.get(word, "")

    def rooms(self, pupil: PupilId) -> frozenset[str]:
        """Return what the class and year of a child may be called, folded."""
        return self._rooms[pupil]

    def _beginning(self, letter: str) -> Some:
        return frozenset(
            pupil for word, some in self._words.items() if word[0] == letter for pupil in some
        )

    def _take_in(self, pupil: Pupil) -> None:
        firsts = dict.fromkeys(filter(None, (pupil.forename, pupil.known_as)))
        lasts = dict.fromkeys(filter(None, (pupil.surname, *pupil.former_names)))
        whole = {folded(one + last) for one in firsts for last in lasts}
        whole |= {folded(last + one) for one in firsts for last in lasts}
        # a former name may be kept as a whole; one word alone is only part of it
        whole |= {folded(name) for name in pupil.former_names if len(name.split()) > 1}
        if not pupil.forename or not pupil.surname:
            whole.add(folded(pupil.forename + pupil.surname))
        _add(self._whole, whole, pupil.id)
        _add(self._words, (w for name in (*firsts, *lasts) for w in _words(name)), pupil.id)
        _add(self._upns, map(tidy, (pupil.upn, *pupil.former_upns)), pupil.id)
        _add(self._admissions, (folded(pupil.admission_number).lstrip("0"),), pupil.id)


def _words(name: str) -> list[str]:
    return [*folded_words(name), folded(name)]


def _add(index: dict[str, set[PupilId]], keys: Iterable[str], pupil: PupilId) -> None:
    for key in keys:
        if key:
            index.setdefault(key, set()).add(pupil)


def _rooms(spell: Spell | None) -> frozenset[str]:
    """Return "kingfisher", "4", "year4", "y4", "4kingfisher" for a child in Kingfisher, Year 4."""
    if spell is None:
        return frozenset()
    year, room = folded(spell.year), folded(spell.class_name)
    said = {
        room,
        year,
        f"year{year}",
        f"y{year}",
        f"yr{year}",
        f"{year}{room}",
        f"{year}{room[:1]}",
    }
    if year == "r":
        said |= {"reception", "yearr"}
    if year.startswith("n"):
        said |= {"nursery"}
    return frozenset(word for word in said if word)
