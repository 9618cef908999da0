"""Strips: the horizontal slices a document is cut into, and how they fill pages."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from sharebook.documents.pdf.pen import Pen
from sharebook.documents.pdf.styles import Sheet

Draw = Callable[[Pen, float], None]


def nothing(pen: Pen, top: float) -> None:
    """Draw white space."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What lies behind several strips, drawn once for those that share a page."""

    fill: str
    edge: str


@dataclass(slots=True, eq=False)
class Strip:
    """A slice no page break may cut.

    Attributes:
        height: in points.
        draw: draws it, given the pen and its upper edge.
        above: white space before it, dropped at the top of a page.
        keep: stays on the page of the strip that follows.
        ground: the panel it lies on.
        head: drawn again on top of a page that begins with this strip.
        breaks: begins a page.
    """

    height: float
    draw: Draw = nothing
    above: float = 0.0
    keep: bool = False
    ground: Ground | None = None
    head: "Strip | None" = None
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A strip and its upper edge on the page."""

    strip: Strip
    top: float
    again: bool = False

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top - self.strip.height


@dataclass(slots=True)
class Page:
    """What stands on one page."""

    sheet: Sheet
    placed: list[Placed] = field(default_factory=list)

    @property
    def free(self) -> float:
        """The height still empty."""
        return self._cursor - self.sheet.bottom

    @property
    def _cursor(self) -> float:
        return self.placed[-1].bottom if self.placed else self.sheet.high - self.sheet.top

    def fits(self, strips: list[Strip]) -> bool:
        """Say whether all of `strips` go on this page."""
        return self._needed(strips) <= self.free

    def _needed(self, strips: list[Strip]) -> float:
        needed = sum(strip.above + strip.height for strip in strips)
        if self.placed or not strips:
            return needed
        head = strips[0].head
        return needed - strips[0].above + (head.height if head else 0.0)

    def add(self, strip: Strip) -> None:
        """Put `strip` under what is there."""
        if not self.placed and strip.head:
            self.placed.append(Placed(strip.head, self._cursor, again=True))
            self.placed.append(Placed(strip, self._cursor))
        else:
            above = strip.above if self.placed else 0.0
            self.placed.append(Placed(strip, self._cursor - above))


def paginated(strips: Iterable[Strip], sheet: Sheet) -> list[Page]:
    """Return the pages `strips` fill; tied strips stay together while a page holds them."""
    pages = [Page(sheet)]
    for knot in _knots(strips):
        begin = knot[0].breaks or not pages[-1].fits(knot)
        if begin and pages[-1].placed:
            pages.append(Page(sheet))
        for strip in knot:
            if not pages[-1].fits([strip]) and pages[-1].placed:
                pages.append(Page(sheet))
            pages[-1].add(strip)
    return pages


def _knots(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    knot: list[Strip] = []
    for strip in strips:
        knot.append(strip)
        if not strip.keep:
            yield knot
            knot = []
    if knot:
        yield knot
