"""Reads term dates as a school's website lists them: one line, many lines, or a copied table."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sharebook.domain.months import MONTHS
from sharebook.domain.school_dates import DateKind
from sharebook.domain.school_year import school_year

_MONTH = "|".join(f"{month[:3]}[a-z]*" for month in MONTHS)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DASH = r"(?:\s*(?:[-–—]|\bto\b|\buntil\b|\btill\b)\s*)"
_DAY = re.compile(
    rf"\b{_WEEKDAY}(?:"
    r"(?P<iso>\d{4}-\d{1,2}-\d{1,2})"
    r"|(?P<figures>\d{1,2}[/.]\d{1,2}(?:[/.](?:\d{4}|\d{2}))?)"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month>{_MONTH})\b"
    r"(?:\.?,?\s+(?P<year>\d{4})\b)?"
    rf"|(?P<bare>\d{{1,2}})(?:st|nd|rd|th)?(?={_DASH}{_WEEKDAY}\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH})\b)"
    r")",
    re.IGNORECASE,
)
_SCHOOL_YEAR = re.compile(r"\b(20\d\d)\s*[-–—/]\s*(?:20)?\d\d\b")
_KINDS = (  # the first that fits; a half term is no term
    (DateKind.BREAK, re.compile(r"half[\s-]*term|holiday|\bbreak\b|vacation", re.I)),
    (DateKind.INSET, re.compile(r"inset|training|staff|professional|development day", re.I)),
    (DateKind.CLOSED, re.compile(r"clos(?:ed|ure)|\bsnow|election|polling", re.I)),
    (DateKind.TERM, re.compile(r"\bterm\b|autumn|spring|summer|michaelmas|lent|trinity", re.I)),
)
_ENDS = re.compile(r"\bends?\b|finish|break(?:s|ing)? up|last day|closes", re.I)
_BEGINS = re.compile(r"\bstarts?\b|begins?|first day|opens?|returns?", re.I)
_NAMES = {DateKind.BREAK: "Half term", DateKind.INSET: "INSET", DateKind.CLOSED: "Closed"}
_SEASON = re.compile(r"autumn|spring|summer|michaelmas|lent|trinity", re.I)
_LONGEST = 366  # days; anything longer was misread
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class ReadDate:
    """A span of days as it was understood."""

    kind: DateKind
    name: str
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class ReadDates:
    """What a text said.

    Attributes:
        found: in the order of the text.
        unread: lines that could not be understood, as they were typed.
    """

    found: tuple[ReadDate, ...]
    unread: tuple[str, ...]


@dataclass(slots=True)
class _Reading:
    """What lines before told the next: the day last read, the term last named, its open start."""

    near: date
    label: str = ""
    begun: date | None = None


def read_dates(text: str, today: date) -> ReadDates:
    """Return the terms and closures in `text`.

    A day without a year belongs to the school year last named, at first that of `today`.
    """
    reading = _Reading(today)
    found: list[ReadDate] = []
    unread: list[str] = []
    for line in text.splitlines():
        try:
            some = list(_line(line, reading))
        except ValueError:
            unread.append(line.strip())
            continue
        found += some
        if not some and reading.begun is None and not _is_heading(line, reading):
            unread.append(line.strip())
    return ReadDates(tuple(dict.fromkeys(found)), tuple(unread))


def _is_heading(line: str, reading: _Reading) -> bool:
    if year := _SCHOOL_YEAR.search(line):
        reading.near = date(int(year[1]), 9, 1)
        return True
    kind = _kind(line)
    if kind is DateKind.TERM and not re.search(r"\d", line):
        reading.label = line
        return True
    return not re.search(r"\w", line)


def _line(line: str, reading: _Reading) -> Iterator[ReadDate]:
    """Yield what one line says.

    Raises:
        ValueError: a day that is in no calendar, or an end before its beginning.
    """
    marks = list(_DAY.finditer(line))
    place, end, label = 0, 0, ""
    while place < len(marks):
        first = marks[place]
        last = _partner(line, marks, place)
        before = line[end : first.start()]
        tail = line[last.end() :] if last is marks[-1] else ""
        halves = f"{reading.label} {before}" if _begins_or_ends(before) else ""
        label = next((each for each in (before, tail, label, halves) if _kind(each)), "")
        yield from _span(label or reading.label, first, last, reading)
        end, place = last.end(), marks.index(last) + 1


def _begins_or_ends(words: str) -> bool:
    return bool(_BEGINS.search(words) or _ENDS.search(words))


def _partner(line: str, marks: list[re.Match[str]], place: int) -> re.Match[str]:
    """Return the end of the span that begins at `place`; the same mark for a single day."""
    first = marks[place]
    if place + 1 == len(marks):
        return first
    between = line[first.end() : marks[place + 1].start()]
    joined = re.fullmatch(_DASH, between, re.I) is not None
    listed = re.fullmatch(r"\s*[\t|]?\s*", between) is not None
    return marks[place + 1] if joined or listed else first


def _span(
    label: str, first: re.Match[str], last: re.Match[str], reading: _Reading
) -> Iterator[ReadDate]:
    kind = _kind(label)
    if kind is None:
        raise ValueError(label)
    until = _read(last, reading, None)
    since = until if last is first else _read(first, reading, until)
    if last is first and kind is DateKind.TERM:
        joined = _half_told(label, until, reading)
        if joined is None:
            return
        since, until = joined
    if until < since or (until - since).days > _LONGEST:
        raise ValueError(label)
    yield ReadDate(kind, _name(kind, label), since, until)


def _half_told(label: str, day: date, reading: _Reading) -> tuple[date, date] | None:
    """Keep the start of a term until its end comes, on this line or a later one."""
    if _ENDS.search(label):
        if reading.begun is None:
            raise ValueError(label)
        since, reading.begun = reading.begun, None
        return since, day
    if not _BEGINS.search(label):
        raise ValueError(label)
    reading.begun, reading.label = day, label
    return None


def _read(mark: re.Match[str], reading: _Reading, until: date | None) -> date:
    """Return the day a mark means; `until` is the end of its span, which lends month and year."""
    year, month, day = _parts(mark, until)
    if year is None and until is not None:
        year = until.year if (month, day) <= (until.month, until.day) else until.year - 1
    if year is None:
        around = school_year(reading.near)
        year = around.first.year if month >= around.first.month else around.last.year
    if not 1 <= month <= len(MONTHS) or not 1 <= day <= monthrange(year, month)[1]:
        raise ValueError(mark[0])
    reading.near = date(year, month, day)
    return reading.near


def _parts(mark: re.Match[str], until: date | None) -> tuple[int | None, int, int]:
    if mark["iso"]:
        year, month, day = (int(part) for part in mark["iso"].split("-"))
        return year, month, day
    if mark["figures"]:
        figures = [int(part) for part in re.split(r"[/.]", mark["figures"])]
        full = None if len(figures) == 2 else figures[2] % 100 + _CENTURY  # noqa: PLR2004 - no year
        return full, figures[1], figures[0]
    if mark["bare"]:
        if until is None:
            raise ValueError(mark[0])
        return until.year, until.month, int(mark["bare"])
    months = [month[:3].casefold() for month in MONTHS]
    year_typed = int(mark["year"]) if mark["year"] else None
    return year_typed, months.index(mark["month"][:3].casefold()) + 1, int(mark["day"])


def _kind(label: str) -> DateKind | None:
    return next((kind for kind, words in _KINDS if words.search(label)), None)


def _name(kind: DateKind, label: str) -> str:
    if kind is not DateKind.TERM:
        return "Holiday" if re.search(r"holiday", label, re.I) else _NAMES[kind]
    season = _SEASON.search(label)
    return f"{season[0].capitalize()} term" if season else "Term"
