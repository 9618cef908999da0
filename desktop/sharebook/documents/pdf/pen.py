"""Draws on one page and says of everything drawn what it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from sharebook.documents.colours import NAVY
from sharebook.documents.pdf.fonts import font, width
from sharebook.documents.pdf.tree import Mark, Node
from sharebook.documents.pdf.wrapping import Line


@cache
def _ink(colour: str) -> Color:
    return HexColor(colour)


class Pen:
    """One page. All distances in points from the bottom left corner.

    Whatever is drawn belongs to the node last `reads` named, or to the page's furniture.
    """

    def __init__(self, canvas: Canvas, page: int) -> None:
        self._canvas = canvas
        self._page = page
        self._next = 0
        self._open: Node | str | None = None
        self._furniture = 0
        self.marked: list[Node] = []  # by mark number: what the parent tree needs

    def reads(self, node: Node) -> None:
        """Let what is drawn next belong to `node`."""
        if self._furniture:
            self.decorates()
            return
        if self._open is node:
            return
        self._close()
        self._canvas.addLiteral(f"/{node.tag} <</MCID {self._next}>> BDC")
        node.kids.append(Mark(self._page, self._next))
        self.marked.append(node)
        self._next += 1
        self._open = node

    def decorates(self, kind: str = "/Artifact BMC") -> None:
        """Let what is drawn next be passed over by a screen reader."""
        if self._open != kind:
            self._close()
            self._canvas.addLiteral(kind)
            self._open = kind

    @contextmanager
    def as_furniture(self) -> Iterator[None]:
        """Draw the following again without its being read again: heads of tables going on."""
        self._close()
        self._furniture += 1
        yield
        self._furniture -= 1
        self._close()

    def finish(self) -> None:
        """End the page's last mark."""
        self._close()

    def _close(self) -> None:
        if self._open is not None:
            self._canvas.addLiteral("EMC")
        self._open = None

    def line(self, x: float, baseline: float, line: Line, size: float, colour: str) -> None:
        """Write one line of text from `x`."""
        self._canvas.setFillColor(_ink(colour))
        for face, text in line:
            font(face)
            self._canvas.setFont(face.value, size)
            self._canvas.drawString(x, baseline, text)
            x += width(text, face, size)

    def rect(self, box: tuple[float, float, float, float], fill: str, radius: float = 0) -> None:
        """Fill a rectangle: left, bottom, width, height."""
        self._canvas.setFillColor(_ink(fill))
        if radius:
            self._canvas.roundRect(*box, radius, stroke=0, fill=1)
        else:
            self._canvas.rect(*box, stroke=0, fill=1)

    def outline(
        self, box: tuple[float, float, float, float], colour: str = NAVY, radius: float = 0
    ) -> None:
        """Draw the edges of a rectangle."""
        self._canvas.setStrokeColor(_ink(colour))
        self._canvas.setLineWidth(0.9)
        self._canvas.roundRect(*box, radius, stroke=1, fill=0)

    def rule(
        self, start: tuple[float, float], end: tuple[float, float], colour: str, weight: float = 0.6
    ) -> None:
        """Draw a straight line."""
        self._canvas.setStrokeColor(_ink(colour))
        self._canvas.setLineWidth(weight)
        self._canvas.line(*start, *end)

    def dashes(self, start: tuple[float, float], end: tuple[float, float], colour: str) -> None:
        """Draw a dashed line."""
        self._canvas.setDash(5, 4)
        self.rule(start, end, colour, 0.8)
        self._canvas.setDash()
