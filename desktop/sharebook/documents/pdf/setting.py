"""What every part of a document is set with, and plain runs of lines."""

from dataclasses import dataclass

from sharebook.documents.model import Text
from sharebook.documents.pdf.pen import Pen
from sharebook.documents.pdf.strips import Draw, Ground, Strip
from sharebook.documents.pdf.styles import Sheet, Styles
from sharebook.documents.pdf.tree import Node
from sharebook.documents.pdf.wrapping import Line, Style, line_width, wrapped

_TOGETHER = 2  # lines of a paragraph that may not stand alone at a page's foot or top


@dataclass(frozen=True, slots=True)
class Setting:
    """The styles, the sheet, and the structure element that takes in what is set."""

    styles: Styles
    sheet: Sheet
    node: Node


@dataclass(frozen=True, slots=True)
class Place:
    """A column of text: its left edge and its width, in points."""

    left: float
    room: float


def baseline(top: float, style: Style) -> float:
    """Return where letters of `style` stand in a line whose upper edge is `top`."""
    return top - style.leading / 2 - style.size * 0.345


def draws_line(node: Node, line: Line, style: Style, x: float) -> Draw:
    """Return what draws one line of `node`."""

    def draw(pen: Pen, top: float) -> None:
        pen.reads(node)
        pen.line(x, baseline(top, style), line, style.size, style.colour)

    return draw


def text_strips(
    text: Text, style: Style, place: Place, node: Node, ground: Ground | None = None
) -> list[Strip]:
    """Return a strip a line; the first two lines stay together, and the last two."""
    lines = wrapped(text, style, place.room)
    count = len(lines)
    return [
        Strip(
            height=style.leading,
            draw=draws_line(node, line, style, place.left),
            keep=number + 1 < count and (number < _TOGETHER - 1 or number >= count - _TOGETHER),
            ground=ground,
        )
        for number, line in enumerate(lines)
    ]


def tied(strips: list[Strip]) -> list[Strip]:
    """Return `strips` with each kept beside the next."""
    for strip in strips[:-1]:
        strip.keep = True
    return strips


def right_of(line: Line, style: Style, edge: float) -> float:
    """Return where `line` begins so that it ends at `edge`."""
    *before, (face, text) = line
    return edge - line_width((*before, (face, text.rstrip(" "))), style.size)
