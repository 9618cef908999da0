"""What stands round the text on every page: strip, head, marking, foot. None of it is read out."""

from dataclasses import dataclass
from itertools import groupby

from sharebook.documents.colours import GREY, HAIRLINE, NAVY
from sharebook.documents.model import Document
from sharebook.documents.pdf.fonts import Face, printable, width
from sharebook.documents.pdf.pen import Pen
from sharebook.documents.pdf.strips import Page, Placed
from sharebook.documents.pdf.wrapping import Line, Style, line_width, wrapped

_STRIP = 6.5
_HEAD = 31.0
_FOOT = 33.0
_SIZE = 8.6
_EDGE = 3.2
_TOP = "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC"
_BOTTOM = "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC"


@dataclass(frozen=True, slots=True)
class Number:
    """Page `this` of `all`."""

    this: int
    all: int


def draw_head(pen: Pen, document: Document, page: Page, number: Number) -> None:
    """Draw the navy strip, the school, the running title from page 2 on, and the marking."""
    sheet = page.sheet
    pen.decorates(_TOP)
    pen.rect((0, sheet.high - _STRIP, sheet.wide, _STRIP), NAVY)
    room = sheet.room - _draw_marking(pen, document.marking, page)
    line: Line = ((Face.BOLD, printable(document.school, Face.BOLD)),)
    if number.this > 1:
        title = printable(document.title, Face.REGULAR)
        line = (*line, (Face.REGULAR, f"   ·   {title}"))
    pen.line(sheet.left, sheet.high - _HEAD, _cut(line, room), _SIZE, NAVY)


def _draw_marking(pen: Pen, marking: str, page: Page) -> float:
    """Draw the outlined box at the right; return the width it takes from the line."""
    if not marking:
        return 0.0
    sheet, said = page.sheet, printable(marking, Face.BOLD)
    wide = width(said, Face.BOLD, _SIZE) + 14
    box = (sheet.right - wide, sheet.high - _HEAD - 5.4, wide, 15.5)
    pen.outline(box, NAVY, 3)
    pen.line(box[0] + 7, sheet.high - _HEAD - 0.6, ((Face.BOLD, said),), _SIZE, NAVY)
    return wide + 12


def draw_foot(pen: Pen, document: Document, page: Page, number: Number) -> None:
    """Draw the hairline, the seal, the date of printing and the page."""
    sheet = page.sheet
    pen.decorates(_BOTTOM)
    pen.rule((sheet.left, _FOOT + 11), (sheet.right, _FOOT + 11), HAIRLINE)
    if document.seal:
        number_part, _, code = document.seal.rpartition(" ")
        said = printable(f"Register seal {number_part}".rstrip(), Face.REGULAR)
        seal = ((Face.REGULAR, f"{said} "), (Face.MONO, printable(code, Face.MONO)))
        pen.line(sheet.left, _FOOT, seal, _SIZE, GREY)
    printed = f"Printed {document.printed_on}      " if document.printed_on else ""
    said = f"{printed}Page {number.this} of {number.all}"
    line = wrapped_line(said.replace(" ", "\u00a0"))
    pen.line(sheet.right - line_width(line, _SIZE), _FOOT, line, _SIZE, GREY)


def draw_grounds(pen: Pen, page: Page) -> None:
    """Draw the panels that lie behind cards, one for the part of each card on this page."""
    for ground, group in groupby(page.placed, key=lambda placed: placed.strip.ground):
        if ground is None:
            continue
        part: list[Placed] = list(group)
        top, bottom, left = part[0].top, part[-1].bottom, page.sheet.left
        pen.decorates()
        pen.rect((left + 1, bottom, page.sheet.room - 1, top - bottom), ground.fill)
        pen.rect((left - _EDGE / 2, bottom, _EDGE, top - bottom), ground.edge, _EDGE / 2)


def wrapped_line(text: str) -> Line:
    """Return `text` as one line in the face of the foot."""
    return wrapped(text, Style(_SIZE, _SIZE, GREY), 10_000)[0]


def _cut(line: Line, room: float) -> Line:
    """Return `line`, shortened at its end until it fits."""
    while line_width(line, _SIZE) > room and line:
        *before, (face, text) = line
        shorter = text.removesuffix("…")[:-1].rstrip()
        line = (*before, (face, f"{shorter}…")) if shorter else tuple(before)
    return line
