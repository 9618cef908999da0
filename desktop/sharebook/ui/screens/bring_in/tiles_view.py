"""The tiles of a preview, and under them the rows of the chosen one."""

from collections.abc import Iterable
from functools import partial
from itertools import pairwise

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sharebook.ui.look import look
from sharebook.ui.models.rows import Column
from sharebook.ui.screens.bring_in.tile_button import TileButton
from sharebook.ui.screens.bring_in.tiles import Line, Tile
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import panel
from sharebook.ui.widgets.table import TWO_LINES, Table

_COLUMNS: list[Column[Line]] = [
    Column("Row", lambda it: str(it.row or "–"), sort=lambda it: it.row, width=64, muted=True),
    Column("Who", lambda it: it.who, width=240, bold=True, middle=True),
    Column("What", lambda it: it.what, second=lambda it: it.second),
    Column("", lambda _it: "", chip=lambda it: it.chip, width=130),
]


class TilesView(QWidget):
    """Tiles that are tabs.

    Attributes:
        tiles: the buttons, in order.
        whole: the picked row in full words.
        foot: a layout under the rows, for the buttons that act on them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.tiles: list[TileButton] = []
        self._row = QHBoxLayout()
        self._row.setSpacing(look().px(12))
        self._about = label("", "h2", wrap=True)
        self.table: Table[Line] = Table(_COLUMNS, "Rows of the file", TWO_LINES)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addLayout(self._row)
        sheet, inside = panel("sheet", 14, 8)
        inside.addWidget(self._about)
        inside.addWidget(self.table, 1)
        self.whole = label("", "small", wrap=True)
        self.whole.hide()
        inside.addWidget(self.whole)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(look().px(12))
        inside.addLayout(self.foot)
        column.addWidget(sheet, 1)
        self.table.picked.connect(self._on_picked)

    def show_tiles(self, tiles: Iterable[Tile]) -> None:
        """Show these; rows a person must look at come first, else the first tile with rows."""
        for old in self.tiles:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.tiles = [TileButton(tile) for tile in tiles]
        for each in self.tiles:
            self._row.addWidget(each, 1)
            each.clicked.connect(partial(self._show_lines, each.tile))
        self._order()
        filled = [each for each in self.tiles if each.tile.lines]
        first = next((each for each in filled if each.tile.ink == "bad"), (filled or self.tiles)[0])
        first.setChecked(True)
        self._show_lines(first.tile)

    def _order(self) -> None:
        """Let Tab go through the tiles, the rows, and then the buttons under them."""
        items = [self.foot.itemAt(place) for place in range(self.foot.count())]
        foot = [widget for item in items if item and (widget := item.widget())]
        for one, next_one in pairwise([*self.tiles, self.table, *foot]):
            self.setTabOrder(one, next_one)

    def _show_lines(self, tile: Tile) -> None:
        self._about.setText(f"{tile.words}: {len(tile.lines):,}, {tile.second}")
        self.table.show_rows(tile.lines)
        self.whole.hide()

    def _on_picked(self, line: Line) -> None:
        """Say under the table, in full, what a row may have no room for."""
        self.whole.setText(f"{line.who}: {line.what} {line.second}".strip())
        self.whole.show()
