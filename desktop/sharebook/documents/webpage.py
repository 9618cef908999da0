"""The model as one web page: no scripts, nothing fetched, the same words in the same order."""

from collections.abc import Callable, Iterable
from typing import Any

from sharebook.documents import charts, colours, model
from sharebook.documents.charts import Chart
from sharebook.documents.cleaning import escaped
from sharebook.documents.model import Block, Document, spans

_STYLE = f"""
body{{margin:0;color:{colours.INK};font:1rem/1.5 "Atkinson Hyperlegible Next",Verdana,sans-serif}}
body>*{{max-width:48rem;margin-inline:auto;padding-inline:1.5rem}}
header,footer{{font-size:.85rem;color:{colours.GREY};padding-block:1rem}}
header{{border-top:.5rem solid {colours.NAVY};max-width:none;color:{colours.NAVY}}}
h1,h2,h3,th{{color:{colours.NAVY};line-height:1.2}}
h1{{font-size:2.1rem;margin:.2em 0}}h2{{margin-top:1.6em}}h3{{margin:.2em 0}}
.eyebrow{{color:{colours.BLUE};font-weight:600;margin:0}}.lead{{font-size:1.15rem}}
.lead,.soft,.note{{color:{colours.GREY}}}.note{{font-size:.9rem}}
.card{{background:{colours.GROUND};border-left:4px solid;padding:.8rem 1rem;margin:.8rem 0}}
.card ul{{columns:2;margin:.3rem 0}}.label{{font-weight:bold;margin:.4rem 0 0}}.soft{{margin:0}}
table{{border-collapse:collapse;width:100%;margin:.8rem 0;font-size:.95rem}}
td,th{{text-align:left;vertical-align:top;padding:.4rem;border-bottom:1px solid {colours.HAIRLINE}}}
thead th{{background:{colours.NAVY};color:#fff}}.right{{text-align:right}}
.tiles{{display:flex;gap:.6rem;flex-wrap:wrap}}.tiles p{{flex:1;background:{colours.KEY_GROUND};
border-top:3px solid {colours.NAVY};padding:.6rem;margin:0}}
.tiles b{{display:block;font-size:1.6rem}}
.code{{font:1.4rem/1.7 monospace;border:1px solid;padding:1rem}}.cut{{border-bottom:1px dashed}}
.marking{{border:1px solid;border-radius:3px;padding:.1rem .5rem;float:right;font-weight:bold}}
@media print{{header{{border:0}}.card,tr{{break-inside:avoid}}}}
"""


def as_page(document: Document) -> str:
    """Return `document` as one self-contained HTML file."""
    marking = (
        f'<span class="marking">{escaped(document.marking)}</span>' if document.marking else ""
    )
    eyebrow = f'<p class="eyebrow">{escaped(document.eyebrow)}</p>' if document.eyebrow else ""
    foot = [f"Register seal {document.seal}"] if document.seal else []
    foot += [f"Printed {document.printed_on}"] if document.printed_on else []
    return (
        f'<!DOCTYPE html>\n<html lang="{escaped(document.language)}">\n<head>\n'
        f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>{escaped(document.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<header>{escaped(document.school)}{marking}</header>\n<main>\n{eyebrow}\n"
        f"<h1>{escaped(document.title)}</h1>\n{_blocks(document.blocks)}\n</main>\n"
        f"<footer>{escaped(' · '.join(foot))}</footer>\n</body>\n</html>\n"
    )


def _blocks(blocks: Iterable[Block]) -> str:
    return "\n".join(_MAKERS[type(block)](block) for block in blocks)


def _text(text: model.Text) -> str:
    parts = []
    for span in spans(text):
        said = escaped(span.text).replace("\n", "<br>")
        parts.append(f"<b>{said}</b>" if span.bold else said)
    return "".join(parts)


def _heading(block: model.Heading) -> str:
    return f"<h{block.level}>{escaped(block.text)}</h{block.level}>"


def _paragraph(block: model.Paragraph) -> str:
    kind = ' class="note"' if block.quiet else ""
    return f"<p{kind}>{_text(block.text)}</p>"


def _lead(block: model.Lead) -> str:
    return f'<p class="lead">{escaped(block.text)}</p>'


def _list(items: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{escaped(item)}</li>" for item in items) + "</ul>"


def _bullets(block: model.Bullets) -> str:
    return _list(block.items)


def _card(block: model.Card) -> str:
    subtitle = f'<p class="soft">{escaped(block.subtitle)}</p>' if block.subtitle else ""
    label = f'<p class="label">{escaped(block.label)}</p>' if block.label else ""
    inside = _list(block.items) if block.items else f"<p>{escaped(block.empty or 'None.')}</p>"
    return (
        f'<section class="card" style="border-color:{colours.edge(block.edge)}">'
        f"<h3>{escaped(block.title)}</h3>{subtitle}{label}{inside}</section>"
    )


def _keys(block: model.KeyValues) -> str:
    rows = "".join(
        f'<tr><th scope="row">{escaped(name)}</th><td>{_text(value)}</td></tr>'
        for name, value in block.rows
    )
    return f"<table><tbody>{rows}</tbody></table>"


def _table(block: model.Table) -> str:
    if not block.rows:
        return f"<p>{escaped(block.empty or 'None.')}</p>"
    caption = f"<caption>{escaped(block.caption)}</caption>" if block.caption else ""
    heads = "".join(
        f'<th scope="col"{_side_of(column)}>{escaped(column.title)}</th>'
        for column in block.columns
    )
    rows = "".join(f"<tr>{_row(block, row)}</tr>" for row in block.rows)
    return f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _side_of(column: model.Column) -> str:
    return ' class="right"' if column.align is model.Align.RIGHT else ""


def _row(block: model.Table, row: tuple[model.Cell, ...]) -> str:
    cells = []
    for number, cell in enumerate(row):
        said = _list(cell.items) if isinstance(cell, model.Bulleted) else _text(cell)
        side = _side_of(block.columns[number])
        names = block.bold_first and number == 0
        cells.append(f'<th scope="row">{said}</th>' if names else f"<td{side}>{said}</td>")
    return "".join(cells)


def _figures(block: model.Figures) -> str:
    tiles = "".join(
        f"<p><b>{escaped(tile.number)}</b> {escaped(tile.label)}</p>" for tile in block.tiles
    )
    return f'<div class="tiles">{tiles}</div>'


def _chart(block: Chart) -> str:
    return f"<p>{escaped(block.in_words)}</p>"


def _side(block: model.SideBySide) -> str:
    return _chart(block.left) + _chart(block.right)


def _code(block: model.Code) -> str:
    return f'<p class="code">{escaped(" ".join(block.groups))}</p>'


def _cut(block: model.CutLine) -> str:
    return f'<p class="cut">{escaped(block.text)}</p>'


def _break(_: model.PageBreak) -> str:
    return ""


def _section(block: model.Section) -> str:
    return f"<section>{_blocks(block.blocks)}</section>"


# each maker takes its own kind of block; the key says which
_MAKERS: dict[type[object], Callable[[Any], str]] = {
    model.Heading: _heading,
    model.Paragraph: _paragraph,
    model.Lead: _lead,
    model.Bullets: _bullets,
    model.Card: _card,
    model.KeyValues: _keys,
    model.Table: _table,
    model.Figures: _figures,
    charts.BarChart: _chart,
    charts.ColumnChart: _chart,
    model.SideBySide: _side,
    model.Code: _code,
    model.CutLine: _cut,
    model.PageBreak: _break,
    model.Section: _section,
}
