"""Alt letters: every button and field in view gets one of its own when Alt goes down.

A letter written by hand (`&`) is kept; two of the same on one page are put right. They are given
when Alt is pressed because words on a page change, and because Windows too shows them only then.
"""

from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

Lettered = QAbstractButton | QLabel
_SIDE = {"small", "smallgo", "quiet", "seg", "toast"}  # kinds of button that come last


def give(page: QWidget) -> dict[str, Lettered]:
    """Give every button and labelled field in view on `page` its letter; return who has which."""
    given: dict[str, Lettered] = {}
    waiting = []
    for each in sorted(_in_view(page), key=_rank):
        letter = _own(each.text())
        if letter and letter not in given:
            given[letter] = each
        else:
            waiting.append(each)
    for each in waiting:
        words = plain(each.text())
        place = _free(words, given)
        if place is None:
            each.setText(words.replace("&", "&&"))
            continue
        given[words[place].casefold()] = each
        before, after = words[:place].replace("&", "&&"), words[place:].replace("&", "&&")
        each.setText(f"{before}&{after}")
    return given


def plain(text: str) -> str:
    """Return the words of a button or label without the mark of its letter."""
    kept = text.replace("&&", "\0").replace("&", "")
    return kept.replace("\0", "&")


def _own(text: str) -> str:
    """Return the letter marked in `text`, or ""."""
    bare = text.replace("&&", "")
    place = bare.find("&")
    return bare[place + 1 : place + 2].casefold() if place >= 0 else ""


def _free(words: str, given: Iterable[str]) -> int | None:
    """Return where a free letter of `words` stands: first of a word, else anywhere."""
    taken = set(given)
    able = [
        place
        for place, letter in enumerate(words)
        if letter.isascii() and letter.isalpha() and letter.casefold() not in taken
    ]
    firsts = [place for place in able if not place or not words[place - 1].isalnum()]
    return next(iter(firsts or able), None)


def _in_view(page: QWidget) -> Iterator[Lettered]:
    for each in page.findChildren(QWidget):
        if isinstance(each, QAbstractButton | QLabel) and each.isVisibleTo(page) and _asks(each):
            yield each


def _asks(each: Lettered) -> bool:
    if isinstance(each, QLabel):
        return each.buddy() is not None
    return each.isEnabled() and bool(plain(each.text()).strip())


def _rank(each: Lettered) -> tuple[bool, bool]:
    """Put fields and the page's own buttons before small ones; letters run out."""
    return each.property("k") in _SIDE, isinstance(each, QAbstractButton)
