"""Sets names and values, large numbers, codes and lines to cut along."""

from sharebook.documents.colours import GREY, GROUND, HAIRLINE, KEY_GROUND, NAVY
from sharebook.documents.model import Code, CutLine, Figure, Figures, KeyValues
from sharebook.documents.pdf.cells import SetCell, set_cell
from sharebook.documents.pdf.fonts import Face, width
from sharebook.documents.pdf.pen import Pen
from sharebook.documents.pdf.setting import Place, Setting, baseline
from sharebook.documents.pdf.strips import Strip
from sharebook.documents.pdf.tree import Node
from sharebook.documents.pdf.wrapping import wrapped

_KEY_SHARE = 0.24
_ASIDE = 8.5
_ABOVE = 5.2
_ROOMY = 26.0
_IN_A_ROW = 4
_TILE_GAP = 8.0


def set_keys(block: KeyValues, setting: Setting) -> list[Strip]:
    """Set names and values as a table of two columns."""
    body = setting.node.child("Table").child("TBody")
    strips = [_key_row(row, body.child("TR"), setting, roomy=block.roomy) for row in block.rows]
    for strip in strips[:-1]:
        strip.keep = True
    strips[0].above = 4.0
    return [*strips, Strip(height=4.0)]


def _key_row(row: tuple[str, str], node: Node, setting: Setting, *, roomy: bool) -> Strip:
    key, value = _key_cells(row, node, setting)
    sheet = setting.sheet
    least = _ROOMY if roomy else 0.0
    height = max(key.height, value.height, least) + 2 * _ABOVE

    def draw(pen: Pen, top: float) -> None:
        pen.decorates()
        pen.rect((sheet.left, top - height, sheet.room * _KEY_SHARE, height), KEY_GROUND)
        for edge in (top, top - height):  # the upper one again: this row's ground covered it
            pen.rule((sheet.left, edge), (sheet.right, edge), HAIRLINE)
        key.draw(pen, top - _ABOVE)
        value.draw(pen, top - _ABOVE)

    return Strip(height=height, draw=draw)


def _key_cells(row: tuple[str, str], node: Node, setting: Setting) -> tuple[SetCell, SetCell]:
    styles, sheet = setting.styles, setting.sheet
    wide = sheet.room * _KEY_SHARE
    names = Place(sheet.left + _ASIDE, wide - 2 * _ASIDE)
    values = Place(sheet.left + wide + _ASIDE, sheet.room - wide - 2 * _ASIDE)
    return (
        set_cell(row[0], styles.key, names, node.child("TH", scope="Row")),
        set_cell(row[1], styles.value, values, node.child("TD")),
    )


def set_figures(block: Figures, setting: Setting) -> list[Strip]:
    """Set large numbers in tiles, four in a row."""
    rows = [
        block.tiles[start : start + _IN_A_ROW] for start in range(0, len(block.tiles), _IN_A_ROW)
    ]
    return [_tile_row(row, setting) for row in rows]


def _tile_row(tiles: tuple[Figure, ...], setting: Setting) -> Strip:
    count = min(_IN_A_ROW, max(len(tiles), 2))
    wide = (setting.sheet.room - _TILE_GAP * (count - 1)) / count
    inside = wide - 20
    labels = [wrapped(tile.label, setting.styles.tile, inside) for tile in tiles]
    numbers = [wrapped(tile.number, setting.styles.number, inside)[0] for tile in tiles]
    nodes = [setting.node.child("P") for _ in tiles]
    number_style, label_style = setting.styles.number, setting.styles.tile
    height = 18 + number_style.leading + max(map(len, labels)) * label_style.leading

    def draw(pen: Pen, top: float) -> None:
        for place, (number, label) in enumerate(zip(numbers, labels, strict=True)):
            x = setting.sheet.left + place * (wide + _TILE_GAP)
            pen.decorates()
            pen.rect((x, top - height, wide, height), KEY_GROUND)
            pen.rect((x, top - 2.6, wide, 2.6), NAVY)
            pen.reads(nodes[place])
            y = top - 9
            pen.line(x + 10, baseline(y, number_style), number, number_style.size, NAVY)
            y -= number_style.leading
            for line in label:
                pen.line(x + 10, baseline(y, label_style), line, label_style.size, GREY)
                y -= label_style.leading

    return Strip(height=height, draw=draw, above=8.0)


def set_code(block: Code, setting: Setting) -> list[Strip]:
    """Set groups of letters, large, in a box."""
    style, sheet = setting.styles.code, setting.sheet
    node = setting.node.child("P")
    rows = [
        " ".join(block.groups[start : start + block.in_a_row])
        for start in range(0, len(block.groups), block.in_a_row)
    ]
    height = 24 + len(rows) * style.leading
    gap = sheet.room / block.in_a_row

    def draw(pen: Pen, top: float) -> None:
        pen.decorates()
        pen.rect((sheet.left, top - height, sheet.room, height), GROUND, 4)
        pen.outline((sheet.left, top - height, sheet.room, height), NAVY, 4)
        pen.reads(node)
        for number, row in enumerate(rows):
            at = baseline(top - 12 - number * style.leading, style)
            for place, group in enumerate(row.split(" ")):
                x = sheet.left + gap * (place + 0.5) - width(group, Face.MONO, style.size) / 2
                pen.line(x, at, ((Face.MONO, f"{group} "),), style.size, NAVY)

    return [Strip(height=height, draw=draw, above=10.0), Strip(height=6.0)]


def set_cut(block: CutLine, setting: Setting) -> list[Strip]:
    """Set a dashed line with a word on it."""
    style, sheet = setting.styles.note, setting.sheet
    node = setting.node.child("P")
    line = wrapped(block.text, style, sheet.room)[0]

    def draw(pen: Pen, top: float) -> None:
        pen.reads(node)
        pen.line(sheet.left, baseline(top, style), line, style.size, GREY)
        pen.decorates()
        bottom = top - style.leading - 3
        pen.dashes((0, bottom), (sheet.wide, bottom), GREY)

    return [Strip(height=style.leading + 12, draw=draw, above=18.0, keep=True)]
