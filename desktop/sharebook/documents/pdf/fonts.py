"""The embedded faces, and which characters they have."""

import io
from enum import StrEnum
from functools import cache

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from sharebook import assets
from sharebook.documents.cleaning import cleaned

REPLACEMENT = "\ufffd"


class Face(StrEnum):
    """The four faces of every document, by file name."""

    REGULAR = "SharebookSans-Regular"
    SEMIBOLD = "SharebookSans-SemiBold"
    BOLD = "SharebookSans-Bold"
    MONO = "AtkinsonHyperlegibleMono-Regular"


@cache
def font(face: Face) -> TTFont:
    """Return one face, read once and known to the PDF library under its own name."""
    loaded = TTFont(face.value, io.BytesIO(assets.read_bytes("fonts", f"{face.value}.ttf")))
    registerFont(loaded)
    return loaded


@cache
def _characters(face: Face) -> frozenset[int]:
    return frozenset(font(face).face.charToGlyph)


def missing_glyphs(text: str) -> set[str]:
    """Return the characters of `text` that no document can print, as they would be printed."""
    known = _characters(Face.REGULAR)
    return {sign for sign in cleaned(text) if ord(sign) not in known and sign != "\n"}


def printable(text: str, face: Face) -> str:
    """Return `text` cleaned, with what the face lacks shown as the replacement character.

    A missing glyph is refused by PDF/A, and an empty box would hide that something stood there.
    """
    ready = cleaned(text)
    known = _characters(face)
    if all(ord(sign) in known for sign in ready):
        return ready
    stand_in = REPLACEMENT if ord(REPLACEMENT) in known else "?"
    return "".join(sign if ord(sign) in known or sign == "\n" else stand_in for sign in ready)


def width(text: str, face: Face, size: float) -> float:
    """Return how wide `text` runs, in points."""
    measured: float = font(face).stringWidth(text, size)
    return measured
