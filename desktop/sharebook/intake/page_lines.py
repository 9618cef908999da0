"""The lines of a sharing page into headings, the text under them and their lists.

Read are a page as typed or pasted, our own notice as plain text, and its text taken out of a
PDF, where long lines are wrapped and every page has a head and a foot.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from sharebook.domain.catalogue import HeadingRow
from sharebook.intake.folding import fold, tidy

_BULLET = re.compile(
    r"(?:[·•◦▪▫●○■□‣⁃∙➢➤✓\uf0b7\uf0a7*]|[-–—](?=\s)|o(?=\t)|\(?\d{1,2}[.)](?=\s))\s*"
)
_SURE = "•·▪●■‣"  # marks that stand for nothing else within a line
_BETWEEN = " · "
_BASIS = re.compile(r"(?:legal|lawful) (?:basis|bases|ground|reason)[^:]{0,60}:\s*(.+)")
_NUMBER = re.compile(r"^(?:\d{1,2}[.)]|[a-z][.)])\s+")
_RUNNING = re.compile(r"\bpage \d+ of \d+\b|^register seal\b|^printed \d|^official\b")
_LEAD = re.compile(r"\b(?:shar(?:e|ing)|giv(?:e|ing)|send|pass|disclos(?:e|ing)|provid(?:e|ing))\b")
# Beginnings of what other notices say elsewhere; such a part names nobody we share with.
_ELSEWHERE = (
    *("your rights", "who to ask", "how to complain", "complain", "contact", "further information"),
    *("how long", "how we store", "storing", "why we", "what we", "the categories", "collecting"),
    *("requesting access", "data protection officer", "how you can", "your child's rights"),
)
_LONGEST_HEADING = 60
_MOST_WORDS = 8
_COVERS = 0.4  # how much of a short line the tell-tale phrase must be
_ENDS = ".:!?;…"
_EMPTY_LIST = ("no one at present.", "none.")


@dataclass(slots=True)
class Item:
    """One line of a list: its first row in the file, and its words."""

    row: int
    words: str


@dataclass(slots=True)
class Part:
    """What stands under one heading.

    Attributes:
        code_of: the catalogue row the heading is a wording of, or None where nobody knows it.
        before: paragraphs before the list.
        items: the list.
        led: a line that leads to a list has come; what follows may be a list without marks.
    """

    row: int
    words: str
    code_of: HeadingRow | None
    before: list[Item] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    led: bool = False

    @property
    def lead_in(self) -> str:
        """The line before the list, if it ends in a colon."""
        last = self.before[-1].words if self.before else ""
        return last if last.endswith(":") else ""

    @property
    def purpose(self) -> str:
        """The paragraphs before the lead-in."""
        told = self.before[:-1] if self.lead_in else self.before
        return " ".join(item.words for item in told)


@dataclass(slots=True)
class Pages:
    """A page taken apart; `left` are lines nobody understood, with their rows."""

    title: str = ""
    parts: list[Part] = field(default_factory=list)
    left: list[tuple[int, str]] = field(default_factory=list)


def take_apart(
    lines: list[str], rows: Iterable[HeadingRow], own: Iterable[tuple[str, str]]
) -> Pages:
    """Return the parts of a page.

    Args:
        lines: the page's lines, as read.
        rows: headings of the catalogue.
        own: words and catalogue code of the headings the school already has.
    """
    return _Taker(list(rows), own).take(lines)


class _Taker:
    """Goes through the lines once, knowing under which heading it stands."""

    def __init__(self, rows: list[HeadingRow], own: Iterable[tuple[str, str]]) -> None:
        self._rows = rows
        by_code: dict[str, HeadingRow] = {row.code: row for row in rows}
        self._own = {fold(row.words): row for row in rows}
        self._own |= {fold(words): by_code[code] for words, code in own if code in by_code}
        self._pages = Pages()
        self._elsewhere = True  # before the first heading, and in parts that list nobody
        self._listing = False  # a bullet has been seen under this heading
        self._open: Item | None = None  # a line that may go on
        self._top: set[str] = set()  # what stands above the first heading

    def take(self, lines: list[str]) -> Pages:
        """Return the page taken apart."""
        for row, line in enumerate(lines, start=1):
            said = tidy(line)
            if not said:
                self._open = None
            elif not (_RUNNING.search(said.lower()) or self._repeats_the_top(said)):
                self._line(row, line, said)
        for part in self._pages.parts:
            _list_unmarked(part)
        return self._pages

    def _repeats_the_top(self, said: str) -> bool:
        """Say whether a line only says again what stood above the first heading: a page's head."""
        return bool(self._top) and all(part in self._top for part in said.split(_BETWEEN))

    def _line(self, row: int, line: str, said: str) -> None:
        mark = _BULLET.match(line.lstrip())
        found = self._heading(said)
        if found:
            self._pages.parts.append(Part(row, found[0], found[1]))
            self._elsewhere, self._listing, self._open = False, False, None
        elif mark:
            rest = tidy(line.lstrip()[mark.end() :])
            within = f" {mark[0].strip()} " if mark[0][0] in _SURE else "\n"
            for words in rest.split(within):  # two columns on one line of a PDF
                self._bullet(row, words)
        else:
            self._text(row, said)

    def _bullet(self, row: int, said: str) -> None:
        if not said:
            return
        if self._elsewhere:
            self._pages.left.append((row, said))
            self._open = None
            return
        self._open = Item(row, said)
        self._pages.parts[-1].items.append(self._open)
        self._listing = True

    def _text(self, row: int, said: str) -> None:
        if not self._pages.parts:
            self._pages.title = self._pages.title or said
            self._top.add(said)
        elif fold(said).startswith(_ELSEWHERE) and len(said.split()) <= _MOST_WORDS:
            self._elsewhere, self._open = True, None
        elif not self._elsewhere and fold(said) not in _EMPTY_LIST:
            self._paragraph(row, said)

    def _paragraph(self, row: int, said: str) -> None:
        part = self._pages.parts[-1]
        if self._open and self._goes_on(part, self._open):
            self._open.words = f"{self._open.words} {said}"
        elif not self._listing:
            self._open = Item(row, said)
            part.before.append(self._open)
            part.led = part.led or _is_lead(said)
        elif not _is_lead(said):
            self._elsewhere = True  # text after a list: whatever follows is not part of it
            self._pages.left.append((row, said))

    def _goes_on(self, part: Part, item: Item) -> bool:
        """Say whether a line without a mark is the rest of `item`, wrapped."""
        if self._listing:
            return True
        return item.words[-1] not in _ENDS and not part.led

    def _heading(self, said: str) -> tuple[str, HeadingRow | None] | None:
        """Return the words of a heading and the row they mean, or None where it is none."""
        plain = fold(_NUMBER.sub("", said)).rstrip(": ")
        named = _BASIS.fullmatch(fold(said))
        if named:
            words = tidy(said[said.index(":") + 1 :])
            return words, self._meant(fold(words).rstrip(": "), covers=0)
        if plain in self._own:
            return _NUMBER.sub("", said).rstrip(": "), self._own[plain]
        short = len(said) <= _LONGEST_HEADING and len(said.split()) <= _MOST_WORDS
        if short and said[-1] not in ".!?;," and not (_BULLET.match(said) or _is_lead(said)):
            row = self._meant(plain, covers=_COVERS)
            return (said.rstrip(": "), row) if row else None
        return None

    def _meant(self, plain: str, covers: float) -> HeadingRow | None:
        if plain in self._own:
            return self._own[plain]
        found = [
            (len(phrase), row)
            for row in self._rows
            for phrase in row.recognise
            if phrase in plain and len(phrase) >= covers * len(plain)
        ]
        return max(found, key=lambda each: each[0])[1] if found else None


def _list_unmarked(part: Part) -> None:
    """Take a list that lost its bullets on the way: the lines after the lead-in."""
    if part.items:
        return
    leads = [place for place, item in enumerate(part.before) if _is_lead(item.words)]
    if leads:
        part.items = part.before[leads[-1] + 1 :]
        part.before = part.before[: leads[-1] + 1]


def _is_lead(words: str) -> bool:
    return words.endswith(":") and _LEAD.search(fold(words)) is not None
