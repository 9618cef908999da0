"""The model as plain text: for the command line, for reading a notice back, for comparing."""

from collections.abc import Callable, Iterator
from typing import Any

from sharebook.documents import charts, model
from sharebook.documents.charts import Chart
from sharebook.documents.cleaning import cleaned
from sharebook.documents.model import Block, Document, words

BULLET = "· "
_BETWEEN = " | "


def as_text(document: Document) -> str:
    """Return `document` with what the page's head and foot say, ended by a line feed."""
    head = [document.school, *([document.marking] if document.marking else []), ""]
    foot = [""]
    if document.seal:
        foot.append(f"Register seal {document.seal}")
    if document.printed_on:
        foot.append(f"Printed {document.printed_on}")
    lines = [*map(cleaned, head), body(document), *map(cleaned, foot)]
    return "\n".join(lines).rstrip() + "\n"


def body(document: Document) -> str:
    """Return what the document itself says, without head and foot."""
    lines = [*([document.eyebrow] if document.eyebrow else []), document.title, ""]
    for block in document.blocks:
        lines += [*_lines(block), ""]
    return cleaned("\n".join(lines))


def _lines(block: Block) -> Iterator[str]:
    yield from _TELLERS[type(block)](block)


def _heading(block: model.Heading) -> Iterator[str]:
    yield block.text


def _paragraph(block: model.Paragraph) -> Iterator[str]:
    yield words(block.text)


def _lead(block: model.Lead) -> Iterator[str]:
    yield block.text


def _bullets(block: model.Bullets) -> Iterator[str]:
    yield from (f"{BULLET}{item}" for item in block.items)


def _card(block: model.Card) -> Iterator[str]:
    yield block.title
    if block.subtitle:
        yield block.subtitle
    if block.label:
        yield block.label
    yield from (f"{BULLET}{item}" for item in block.items)
    if not block.items:
        yield block.empty or "None."


def _keys(block: model.KeyValues) -> Iterator[str]:
    wide = max(len(name) for name, _ in block.rows) + 2
    for name, value in block.rows:
        yield (name.ljust(wide) + value.replace("\n", "\n" + " " * wide)).rstrip()


def _table(block: model.Table) -> Iterator[str]:
    if not block.rows:
        yield block.empty or "None."
        return
    if block.caption:
        yield block.caption
    yield _BETWEEN.join(column.title for column in block.columns)
    for row in block.rows:
        yield _BETWEEN.join(_cell(cell) for cell in row)


def _cell(cell: model.Cell) -> str:
    if isinstance(cell, model.Bulleted):
        return " ".join(f"{BULLET}{item}" for item in cell.items)
    return words(cell).replace("\n", " ")


def _figures(block: model.Figures) -> Iterator[str]:
    wide = max((len(tile.number) for tile in block.tiles), default=0) + 2
    yield from (tile.number.ljust(wide) + tile.label for tile in block.tiles)


def _chart(block: Chart) -> Iterator[str]:
    yield block.in_words


def _side(block: model.SideBySide) -> Iterator[str]:
    yield block.left.in_words
    yield block.right.in_words


def _code(block: model.Code) -> Iterator[str]:
    for start in range(0, len(block.groups), block.in_a_row):
        yield " ".join(block.groups[start : start + block.in_a_row])


def _cut(block: model.CutLine) -> Iterator[str]:
    yield block.text


def _break(_: model.PageBreak) -> Iterator[str]:
    yield from ()


def _section(block: model.Section) -> Iterator[str]:
    for number, inner in enumerate(block.blocks):
        if number:
            yield ""
        yield from _lines(inner)


# each teller takes its own kind of block; the key says which
_TELLERS: dict[type[object], Callable[[Any], Iterator[str]]] = {
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
