"""The scale of type and the sheet of paper, in points."""

from dataclasses import dataclass
from functools import cache

from sharebook.documents.colours import BLUE, GREY, INK, NAVY, WHITE
from sharebook.documents.pdf.fonts import Face
from sharebook.documents.pdf.wrapping import Style

_LEADING = 1.44
_TIGHT = 1.22  # headings
_SMALL_LEADING = 1.36  # tables


@dataclass(frozen=True, slots=True)
class Styles:
    """Every style of a document, multiplied for large print."""

    scale: float
    eyebrow: Style
    title: Style
    lead: Style
    part: Style
    subpart: Style
    body: Style
    soft: Style
    label: Style
    note: Style
    key: Style
    value: Style
    head: Style
    cell: Style
    number: Style
    tile: Style
    chart: Style
    code: Style


def _style(size: float, colour: str, spacing: float = _LEADING, face: Face = Face.REGULAR) -> Style:
    return Style(size=size, leading=size * spacing, colour=colour, face=face)


@cache
def styles(scale: float) -> Styles:
    """Return the styles at `scale` (1.0: body 12 pt)."""
    return Styles(
        scale=scale,
        eyebrow=_style(10 * scale, BLUE, face=Face.SEMIBOLD),
        title=_style(25 * scale, NAVY, _TIGHT, Face.BOLD),
        lead=_style(13 * scale, GREY),
        part=_style(15.5 * scale, NAVY, _TIGHT, Face.BOLD),
        subpart=_style(12 * scale, NAVY, _TIGHT, Face.BOLD),
        body=_style(12 * scale, INK),
        soft=_style(12 * scale, GREY),
        label=_style(12 * scale, INK, face=Face.BOLD),
        note=_style(10 * scale, GREY),
        key=_style(10.2 * scale, NAVY, _SMALL_LEADING, Face.BOLD),
        value=_style(10.2 * scale, INK, _SMALL_LEADING),
        head=_style(9.2 * scale, WHITE, _SMALL_LEADING, Face.BOLD),
        cell=_style(9.2 * scale, INK, _SMALL_LEADING),
        number=_style(22 * scale, NAVY, _TIGHT, Face.BOLD),
        tile=_style(9.2 * scale, GREY, _SMALL_LEADING),
        chart=_style(8.4 * scale, INK, _SMALL_LEADING),
        code=_style(22 * scale, NAVY, 1.6, Face.MONO),
    )


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page and the room for text on it."""

    wide: float
    high: float
    left: float = 56.7  # 20 mm
    top: float = 62.0
    bottom: float = 66.0

    @property
    def room(self) -> float:
        """The width of a line."""
        return self.wide - 2 * self.left

    @property
    def depth(self) -> float:
        """The height between head and foot."""
        return self.high - self.top - self.bottom

    @property
    def right(self) -> float:
        """Where lines end."""
        return self.wide - self.left


UPRIGHT = Sheet(595.28, 841.89)
LYING = Sheet(841.89, 595.28)
