"""The contents of one cell of a table, cut into lines."""

from dataclasses import dataclass

from sharebook.documents.model import Align, Bulleted, Cell
from sharebook.documents.pdf.pen import Pen
from sharebook.documents.pdf.setting import Place, baseline, right_of
from sharebook.documents.pdf.tree import Node
from sharebook.documents.pdf.wrapping import Line, Style, wrapped

_BULLET = "•"
_INDENT = 9.0


@dataclass(frozen=True, slots=True)
class CellLine:
    """One line of a cell: whose it is, and whose the bullet before it."""

    node: Node
    line: Line
    indent: float = 0.0
    bullet: Node | None = None


@dataclass(frozen=True, slots=True)
class SetCell:
    """A cell ready to draw, or a part of one that goes over to the next page."""

    lines: tuple[CellLine, ...]
    style: Style
    place: Place
    align: Align = Align.LEFT

    @property
    def height(self) -> float:
        """The height of its lines."""
        return len(self.lines) * self.style.leading

    def part(self, start: int, end: int) -> "SetCell":
        """Return the lines from `start` up to `end`."""
        return SetCell(self.lines[start:end], self.style, self.place, self.align)

    def draw(self, pen: Pen, top: float) -> None:
        """Draw the lines from `top` downwards."""
        for one in self.lines:
            self._draw_line(pen, one, top)
            top -= self.style.leading

    def _draw_line(self, pen: Pen, one: CellLine, top: float) -> None:
        style, left = self.style, self.place.left
        at = baseline(top, style)
        if one.bullet is not None:
            pen.reads(one.bullet)
            pen.line(left, at, ((style.bold, _BULLET),), style.size, style.colour)
        if not any(text for _, text in one.line):
            return
        pen.reads(one.node)
        x = left + one.indent
        if self.align is Align.RIGHT:
            x = right_of(one.line, style, left + self.place.room)
        pen.line(x, at, one.line, style.size, style.colour)


def set_cell(
    cell: Cell, style: Style, place: Place, node: Node, align: Align = Align.LEFT
) -> SetCell:
    """Cut `cell` into lines that belong to `node`."""
    if isinstance(cell, Bulleted):
        return SetCell(_listed(cell, style, place, node), style, place)
    lines = tuple(CellLine(node, line) for line in wrapped(cell, style, place.room))
    return SetCell(lines, style, place, align)


def _listed(cell: Bulleted, style: Style, place: Place, node: Node) -> tuple[CellLine, ...]:
    listed = node.child("L") if cell.items else node
    lines: list[CellLine] = []
    for text in cell.items:
        item = listed.child("LI")
        label, body = item.child("Lbl"), item.child("LBody")
        for number, line in enumerate(wrapped(text, style, place.room - _INDENT)):
            lines.append(CellLine(body, line, _INDENT, None if number else label))
    return tuple(lines)
