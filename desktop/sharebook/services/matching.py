"""Whom a line of a list means: one child for certain, several who may be meant, or nobody."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sharebook.domain.listed import Listed
from sharebook.domain.names import PupilId
from sharebook.services.name_index import NONE, NameIndex, Some
from sharebook.store.folding import folded, folded_words

_ACROSS = 3  # a surname, a forename and what is between them
_MOST_WORDS = 24
_ROOM = re.compile(r"(?:y|yr|year)?(?:r|n|n[12]|1[0-3]|0?[1-9])[a-z]{0,2}")
_IDLE = frozenset(
    (
        *("year", "years", "yr", "class", "form", "tutor", "group", "reg", "nursery", "reception"),
        *("pupil", "child", "upn", "dob", "born", "boy", "girl", "male", "female", "m", "f"),
        *("miss", "mr", "master", "ms", "the", "of", "in", "on", "roll", "ref", "no", "number"),
    )
)


@dataclass(frozen=True, slots=True)
class Hit:
    """Whom part of a line means.

    Attributes:
        pupils: who may be meant.
        sure: it is exactly one child, and nothing speaks against it.
        said: the part, where the line is about several.
    """

    pupils: Some
    sure: bool = False
    said: str = ""

    @property
    def alone(self) -> "Hit":
        """The same where nobody else is on the line."""
        return Hit(self.pupils, self.sure)


def hits(line: Listed, index: NameIndex) -> Iterator[Hit]:
    """Yield whom `line` means, a child at a time; nobody at all is a hit without pupils."""
    named = list(_under_headings(line, index)) if line.names else list(_in_parts(line, index))
    numbered = _numbered(line, index)
    if not numbered:
        yield from (_weighed(each, line, index) for each in named or [Hit(NONE)])
        return
    about = NONE.union(*(each.pupils for each in named))
    if about and not about & numbered:  # the number is one child's and the name another's
        yield Hit(about | numbered)
    else:
        yield Hit(numbered, sure=len(numbered) == 1)


def _numbered(line: Listed, index: NameIndex) -> Some:
    for number in line.upns:
        if found := index.numbered(number):
            return found
    if line.admission:
        return index.admitted(line.admission)
    lone = line.parts[0] if len(line.parts) == 1 else ""
    # beside a name a number may be anything; alone it can only be the admission number
    if line.upns or folded(lone) in index.classes:
        return NONE
    return index.admitted(lone) if any(map(str.isdigit, lone)) else NONE


def _weighed(hit: Hit, line: Listed, index: NameIndex) -> Hit:
    """Let the date of birth, the class and the number of the line have their say."""
    pupils = hit.pupils
    if not pupils:
        return hit
    if line.born is not None:
        born = frozenset(it for it in pupils if index.pupils[it].pupil.born == line.born)
        if not born:
            return Hit(pupils, said=hit.said)  # the same name, but another child's birthday
        pupils = born
    if len(pupils) > 1:
        told = frozenset(_rooms_said(line, index))
        pupils = frozenset(it for it in pupils if told & index.rooms(it)) or pupils
        numbered = NONE.union(*(index.admitted(part) for part in line.parts))
        pupils = pupils & numbered or pupils
    if line.upns and any(index.pupils[it].pupil.upn for it in pupils):
        return Hit(pupils, said=hit.said)  # the register knows another number
    return Hit(pupils, hit.sure and len(pupils) == 1, hit.said)


def _rooms_said(line: Listed, index: NameIndex) -> Iterator[str]:
    for part in (*line.about, *line.parts):
        words = folded_words(part)
        for first in range(len(words)):
            for last in range(first + 1, min(first + _ACROSS, len(words)) + 1):
                joined = "".join(words[first:last])
                if joined in index.classes:
                    yield joined


def _under_headings(line: Listed, index: NameIndex) -> Iterator[Hit]:
    found = NONE.union(*(index.called(name) for name in line.names))
    if found:
        yield Hit(found, sure=True)
        return
    yield from (_in_words([name], index) for name in line.names[:1])


def _in_parts(line: Listed, index: NameIndex) -> Iterator[Hit]:
    """Look for whole names first, part by part; then for names within the words."""
    parts, left, about = line.parts[:_MOST_WORDS], [], NONE
    at = 0
    while at < len(parts):
        for wide in range(min(_ACROSS, len(parts) - at), 0, -1):
            said = parts[at : at + wide]
            if pupils := index.called("".join(said)):
                yield Hit(pupils, sure=True, said=" ".join(said))
                at, about = at + wide, about | pupils
                break
        else:
            left.append(parts[at])
            at += 1
    if not about and left:
        yield _in_words(left, index)
    elif about:
        yield from (hit for part in left for hit in _left_over(part, line, index, about))


def _left_over(part: str, line: Listed, index: NameIndex, about: Some) -> Iterator[Hit]:
    """Say that more stands on the line which may be a child: nobody is lost in silence."""
    words = _telling(folded_words(part), index)
    known = [word for word in words if index.knows(word)]
    if not words or folded(part) in index.classes or index.like(words) & about:
        return  # a class, or another forename of a child found on the line
    if known or (len(words) > 1 and not line.table):
        yield Hit(_in_words([part], index).pupils, sure=False, said=part)


def _in_words(parts: Iterable[str], index: NameIndex) -> Hit:
    words = [word for part in parts for word in folded_words(part)][:_MOST_WORDS]
    for wide in range(len(words), 0, -1):
        for first in range(len(words) - wide + 1):
            pupils = index.joined("".join(words[first : first + wide]))
            if pupils:
                rest = words[:first] + words[first + wide :]
                return Hit(pupils, sure=not _telling(rest, index, pupils))
    return Hit(_alike(_telling(words, index), index))


def _alike(words: list[str], index: NameIndex) -> Some:
    """Return who may be meant by words that are nobody's name: to be asked about, no more."""
    known = [word for word in words if len(word) == 1 or index.knows(word)]
    if len(known) < len(words):
        slips = [near for word in words if word not in known and (near := index.near(word))]
        if len(known) + len(slips) == 1 < len(words):
            return NONE  # one word alone of several says too little
        known += slips
    return index.like(known)


def _telling(words: list[str], index: NameIndex, about: Iterable[PupilId] = ()) -> list[str]:
    """Return the words that may be part of a name: no class, no year, no "class" and "born"."""
    own = {room for pupil in about for room in index.rooms(pupil)}
    told = []
    for place, word in enumerate(words):
        pair = word + "".join(words[place + 1 : place + 2])
        before = "".join(words[place - 1 : place]) + word if place else word
        room = {word, pair, before} & (own | index.classes) or _ROOM.fullmatch(word)
        if word not in _IDLE and not word.isdigit() and not room:
            told.append(word)
    return told
