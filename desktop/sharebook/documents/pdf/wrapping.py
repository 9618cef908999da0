"""Breaks text into lines of a given width."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sharebook.documents.model import Span, Text, spans
from sharebook.documents.pdf.fonts import Face, printable, width


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of text looks; sizes in points."""

    size: float
    leading: float
    colour: str
    face: Face = Face.REGULAR
    bold: Face = Face.BOLD


_JOINTS = "-/@._"

Piece = tuple[Face, str]
Line = tuple[Piece, ...]


def wrapped(text: Text, style: Style, room: float) -> tuple[Line, ...]:
    """Return the lines of `text` in `style`, none wider than `room` points; at least one line."""
    return _wrapped(spans(text), style, room)


def line_width(line: Line, size: float) -> float:
    """Return how wide `line` runs, in points."""
    return sum(width(text, face, size) for face, text in line)


@lru_cache(maxsize=20_000)
def _wrapped(runs: tuple[Span, ...], style: Style, room: float) -> tuple[Line, ...]:
    lines: list[Line] = []
    for paragraph in _paragraphs(runs, style):
        if lines:
            lines[-1] = _spaced(lines[-1])
        lines.extend(_filled(paragraph, style.size, room))
    return tuple(lines)


def _spaced(line: Line) -> Line:
    """Return `line` ended by a space, so that who reads it aloud does not join two words."""
    *before, (face, text) = line
    return (*before, (face, f"{text} "))


def _paragraphs(runs: tuple[Span, ...], style: Style) -> Iterator[list[Piece]]:
    """Yield the pieces between line breaks."""
    pieces: list[Piece] = []
    for run in runs:
        face = style.bold if run.bold else style.face
        first, *rest = printable(run.text, face).split("\n")
        pieces.append((face, first))
        for text in rest:
            yield pieces
            pieces = [(face, text)]
    yield pieces


def _words(pieces: list[Piece]) -> Iterator[Line]:
    """Yield words; a word that changes face in its middle stays one word."""
    word: list[Piece] = []
    for face, text in pieces:
        first, *rest = text.split(" ")
        if first:
            word.append((face, first))
        for part in rest:
            if word:
                yield tuple(word)
            word = [(face, part)] if part else []
    if word:
        yield tuple(word)


def _filled(pieces: list[Piece], size: float, room: float) -> Iterator[Line]:
    line: list[Piece] = []
    used = 0.0
    for whole in _words(pieces):
        for part, word in enumerate(_fitting(whole, size, room)):
            long = line_width(word, size)
            space = width(" ", line[-1][0], size) if line else 0.0
            if line and used + space + long > room:
                yield _joined(line) if part else _spaced(_joined(line))
                line, used, space = [], 0.0, 0.0
            if line:
                line.append((line[-1][0], " "))
            line.extend(word)
            used += space + long
    yield _joined(line)


def _fitting(word: Line, size: float, room: float) -> Iterator[Line]:
    """Yield `word`, cut where it is wider than the whole line."""
    if line_width(word, size) <= room:
        yield word
        return
    for face, text in word:
        start = 0
        for end in range(1, len(text) + 1):
            if end - start > 1 and width(text[start:end], face, size) > room:
                cut = _cut(text, start, end - 1)
                yield ((face, text[start:cut]),)
                start = cut
        yield ((face, text[start:]),)


def _cut(text: str, start: int, end: int) -> int:
    """Return where to cut before `end`: after a sign words are joined by, if there is one."""
    after = max(text.rfind(sign, start, end) for sign in _JOINTS) + 1
    return after if after > start else end


def _joined(line: list[Piece]) -> Line:
    """Return `line` with neighbours of one face as one piece."""
    joined: list[Piece] = []
    for face, text in line:
        if joined and joined[-1][0] == face:
            joined[-1] = (face, joined[-1][1] + text)
        else:
            joined.append((face, text))
    return tuple(joined) or ((Face.REGULAR, ""),)
