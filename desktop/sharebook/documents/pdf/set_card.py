"""Sets a card: a tinted panel, a coloured edge, a list in two balanced columns."""

from dataclasses import dataclass

from sharebook.documents.colours import GROUND, edge
from sharebook.documents.model import Card
from sharebook.documents.pdf.pen import Pen
from sharebook.documents.pdf.set_text import BULLET, BULLET_INDENT
from sharebook.documents.pdf.setting import Place, Setting, baseline, text_strips, tied
from sharebook.documents.pdf.strips import Ground, Strip
from sharebook.documents.pdf.tree import Node
from sharebook.documents.pdf.wrapping import Line, Style, wrapped

_INSET = 14.0
_GAP = 16.0
_BETWEEN = 3.5
_PADDING = 9.0
_TALL = 0.8  # of a page: a taller card goes over in pieces
_PIECE = 12  # list items a piece


@dataclass(frozen=True, slots=True)
class _Item:
    label: Node
    body: Node
    lines: tuple[Line, ...]


def set_card(block: Card, setting: Setting) -> list[Strip]:
    """Set a card, kept whole unless it is taller than a page."""
    ground = Ground(fill=GROUND, edge=edge(block.edge))
    place = Place(setting.sheet.left + _INSET, setting.sheet.room - 2 * _INSET)
    strips = tied(
        [
            Strip(height=_PADDING, above=9.0, ground=ground),
            *_opening(block, setting, place, ground),
        ]
    )
    strips[-1].keep = True
    strips += _listing(block, setting, place, ground)
    strips[-1].keep = True
    strips.append(Strip(height=_PADDING, ground=ground))
    if sum(strip.height for strip in strips) <= _TALL * setting.sheet.depth:
        return tied(strips)
    return strips


def _opening(block: Card, setting: Setting, place: Place, ground: Ground) -> list[Strip]:
    styles, node = setting.styles, setting.node
    strips = text_strips(
        block.title, styles.part, place, node.child("H3", title=block.title), ground
    )
    if block.subtitle:
        lines = text_strips(block.subtitle, styles.soft, place, node.child("P"), ground)
        lines[0].above = 2.0
        strips += lines
    if block.label:
        lines = text_strips(block.label, styles.label, place, node.child("P"), ground)
        lines[0].above = 4.0
        strips += lines
    return strips


def _listing(block: Card, setting: Setting, place: Place, ground: Ground) -> list[Strip]:
    body = setting.styles.body
    if not block.items:
        said = block.empty or "None."
        return text_strips(said, setting.styles.soft, place, setting.node.child("P"), ground)
    column = Place(place.left, (place.room - _GAP) / 2)
    listed = setting.node.child("L")
    items = [_item(text, body, column, listed) for text in block.items]
    if _height(items, body) / 2 > _TALL * setting.sheet.depth:
        pieces = [items[start : start + _PIECE] for start in range(0, len(items), _PIECE)]
    else:
        pieces = [items]
    return [_two_columns(piece, body, column, ground) for piece in pieces]


def _item(text: str, style: Style, column: Place, listed: Node) -> _Item:
    node = listed.child("LI")
    label, body = node.child("Lbl"), node.child("LBody")
    return _Item(label, body, wrapped(text, style, column.room - BULLET_INDENT))


def _two_columns(items: list[_Item], style: Style, column: Place, ground: Ground) -> Strip:
    cut = _balance(items, style)
    columns = [items[:cut], items[cut:]]

    def draw(pen: Pen, top: float) -> None:
        for number, column_items in enumerate(columns):
            x = column.left + number * (column.room + _GAP)
            _draw_column(pen, column_items, style, (x, top - _BETWEEN), ground.edge)

    height = max(_height(part, style) for part in columns)
    return Strip(height=height, draw=draw, ground=ground)


def _draw_column(
    pen: Pen, items: list[_Item], style: Style, corner: tuple[float, float], colour: str
) -> None:
    x, top = corner
    for item in items:
        pen.reads(item.label)
        pen.line(x, baseline(top, style), ((style.bold, BULLET),), style.size, colour)
        pen.reads(item.body)
        for line in item.lines:
            pen.line(x + BULLET_INDENT, baseline(top, style), line, style.size, style.colour)
            top -= style.leading
        top -= _BETWEEN


def _height(items: list[_Item], style: Style) -> float:
    return sum(len(item.lines) * style.leading + _BETWEEN for item in items)


def _balance(items: list[_Item], style: Style) -> int:
    """Return how many items go left so that the taller column is least tall."""
    return min(
        range(1, len(items) + 1),
        key=lambda cut: (max(_height(items[:cut], style), _height(items[cut:], style)), cut),
    )
