"""From blocks to pages."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sharebook.documents import charts, model
from sharebook.documents.pdf import set_card, set_charts, set_keys, set_table, set_text
from sharebook.documents.pdf.fitting import fitted
from sharebook.documents.pdf.setting import Setting
from sharebook.documents.pdf.strips import Page, Strip
from sharebook.documents.pdf.styles import LYING, UPRIGHT, styles
from sharebook.documents.pdf.tree import Node

# each setter takes its own kind of block; the key says which
_SETTERS: dict[type[object], Callable[[Any, Setting], list[Strip]]] = {
    model.Heading: set_text.set_heading,
    model.Paragraph: set_text.set_paragraph,
    model.Lead: set_text.set_lead,
    model.Bullets: set_text.set_bullets,
    model.Card: set_card.set_card,
    model.KeyValues: set_keys.set_keys,
    model.Table: set_table.set_table,
    model.Figures: set_keys.set_figures,
    charts.BarChart: set_charts.set_chart,
    charts.ColumnChart: set_charts.set_chart,
    model.SideBySide: set_charts.set_side_by_side,
    model.Code: set_keys.set_code,
    model.CutLine: set_keys.set_cut,
}


@dataclass(frozen=True, slots=True)
class Composed:
    """The pages of a document and the tree of what they say."""

    pages: list[Page]
    tree: Node


def composed(document: model.Document) -> Composed:
    """Set every block of `document` and fill pages with them."""
    tree = Node("Document")
    face = styles(document.text_scale)
    pages: list[Page] = []
    for number, (landscape, blocks) in enumerate(_parts(document.blocks)):
        sheet = LYING if landscape else UPRIGHT
        setting = Setting(face, sheet, tree)
        opening = (
            set_text.set_opening(document.eyebrow, document.title, setting) if not number else []
        )
        pages += fitted([*opening, *_strips(blocks, setting)], sheet)
    return Composed(pages, tree)


def _parts(blocks: Iterable[model.Block]) -> Iterator[tuple[bool, list[model.Block]]]:
    """Yield what stands on sheets of one direction; a section begins a page unless it is first."""
    flat = list(_flat(blocks, (0, False)))
    if not flat:
        yield False, []
    for (_, landscape), part in groupby(flat, key=lambda one: one[0]):
        yield landscape, [block for _, block in part]


def _flat(
    blocks: Iterable[model.Block], where: tuple[int, bool]
) -> Iterator[tuple[tuple[int, bool], model.Block]]:
    for number, block in enumerate(blocks, start=1):
        if isinstance(block, model.Section):
            for inner in block.blocks:
                yield (number, block.landscape), inner
        else:
            yield where, block


def _strips(blocks: Iterable[model.Block], setting: Setting) -> list[Strip]:
    strips: list[Strip] = []
    breaks = False
    for block in blocks:
        if isinstance(block, model.PageBreak):
            breaks = True
            continue
        made = _SETTERS[type(block)](block, setting)
        if made and breaks:
            made[0].breaks, breaks = True, False
        if strips and isinstance(block, model.Paragraph) and block.clings:
            strips[-1].keep = True
        strips += made
    return strips
