"""Sets tables: heads that come again, rows that go over only when taller than a page."""

from collections.abc import Sequence

from sharebook.documents.colours import GROUND, HAIRLINE, NAVY, WHITE
from sharebook.documents.model import Cell, Column, Paragraph, Table
from sharebook.documents.pdf.cells import SetCell, set_cell
from sharebook.documents.pdf.pen import Pen
from sharebook.documents.pdf.set_text import set_paragraph
from sharebook.documents.pdf.setting import Place, Setting, text_strips
from sharebook.documents.pdf.strips import Strip
from sharebook.documents.pdf.styles import Sheet
from sharebook.documents.pdf.tree import Node
from sharebook.documents.pdf.wrapping import Style

_ASIDE = 6.0
_ABOVE = 5.5
_ROOMY = 40.0  # space for a signature
_TOGETHER = 3  # last rows that share a page, so that no page holds one row
_HELD = {3: 0.35, 2: 0.7}  # of a page: how tall so many rows may be to be held together
_TALL = 0.4  # of a page: a taller row may go over


def set_table(block: Table, setting: Setting) -> list[Strip]:
    """Set a table, or the sentence that stands for an empty one."""
    if not block.rows:
        return set_paragraph(Paragraph(block.empty or "None."), setting)
    strips = _caption(block, setting)
    node = setting.node.child("Table")
    places = _places(block.columns, setting.sheet)
    head = _head(block, setting, places, node.child("THead").child("TR"))
    strips.append(head)
    body = node.child("TBody")
    rows = [
        _row(block, number, setting, (places, body.child("TR")))
        for number in range(len(block.rows))
    ]
    _tie(rows, setting.sheet)
    return [*strips, *(_with_head(strip, head) for row in rows for strip in row)]


def _caption(block: Table, setting: Setting) -> list[Strip]:
    if not block.caption:
        return [Strip(height=0.0, above=4.0, keep=True)]
    place = Place(setting.sheet.left, setting.sheet.room)
    strips = text_strips(block.caption, setting.styles.key, place, setting.node.child("P"))
    strips.append(Strip(height=3.0))
    strips[0].above = 4.0
    for strip in strips:
        strip.keep = True
    return strips


def _places(columns: Sequence[Column], sheet: Sheet) -> list[Place]:
    whole = sum(column.share for column in columns)
    places: list[Place] = []
    left = sheet.left
    for column in columns:
        wide = sheet.room * column.share / whole
        places.append(Place(left + _ASIDE, wide - 2 * _ASIDE))
        left += wide
    return places


def _head(block: Table, setting: Setting, places: list[Place], row: Node) -> Strip:
    style, sheet = setting.styles.head, setting.sheet
    cells = [
        set_cell(column.title, style, place, row.child("TH", scope="Column"), column.align)
        for column, place in zip(block.columns, places, strict=True)
    ]
    height = max(cell.height for cell in cells) + 2 * _ABOVE

    def draw(pen: Pen, top: float) -> None:
        pen.decorates()
        pen.rect((sheet.left, top - height, sheet.room, height), NAVY)
        for cell in cells:
            cell.draw(pen, top - _ABOVE)

    return Strip(height=height, draw=draw, keep=True)


def _row(
    block: Table, number: int, setting: Setting, where: tuple[list[Place], Node]
) -> list[Strip]:
    places, row = where
    cells = [
        _cell(block, place_number, cell, (setting, places[place_number], row))
        for place_number, cell in enumerate(block.rows[number])
    ]
    fill = GROUND if number % 2 else WHITE
    least = _ROOMY * setting.styles.scale if block.roomy else 0.0
    return row_strips(cells, setting.sheet, fill, least)


def _cell(block: Table, number: int, cell: Cell, where: tuple[Setting, Place, Node]) -> SetCell:
    setting, place, row = where
    names = block.bold_first and number == 0
    node = row.child("TH", scope="Row") if names else row.child("TD")
    style = setting.styles.cell
    if names and isinstance(cell, str):
        style = Style(style.size, style.leading, style.colour, style.bold)
    return set_cell(cell, style, place, node, block.columns[number].align)


def row_strips(cells: list[SetCell], sheet: Sheet, fill: str, least: float = 0.0) -> list[Strip]:
    """Return a row as one strip, or as several where it is too tall for a page to spare."""
    lines = max(len(cell.lines) for cell in cells)
    leading = max(cell.style.leading for cell in cells)
    piece = lines if lines * leading <= _TALL * sheet.depth else int(_TALL * sheet.depth / leading)
    return [
        _piece([cell.part(start, start + piece) for cell in cells], sheet, fill, least)
        for start in range(0, lines, piece)
    ]


def _piece(cells: list[SetCell], sheet: Sheet, fill: str, least: float) -> Strip:
    height = max(least, *(cell.height for cell in cells)) + 2 * _ABOVE

    def draw(pen: Pen, top: float) -> None:
        pen.decorates()
        if fill != WHITE:
            pen.rect((sheet.left, top - height, sheet.room, height), fill)
        for edge in (top, top - height):  # the upper one again: this row's ground covered it
            pen.rule((sheet.left, edge), (sheet.right, edge), HAIRLINE)
        for cell in cells:
            cell.draw(pen, top - _ABOVE)

    return Strip(height=height, draw=draw)


def _tie(rows: list[list[Strip]], sheet: Sheet) -> None:
    """Keep the last rows on one page while they are small."""
    last = [strip for row in rows[-_TOGETHER:] for strip in row]
    while sum(strip.height for strip in last) > _HELD.get(len(last), 1.0) * sheet.depth:
        last = last[1:]
    for strip in last[:-1]:
        strip.keep = True


def _with_head(strip: Strip, head: Strip) -> Strip:
    strip.head = head
    return strip
