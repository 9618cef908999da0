"""Fields side by side in two columns, under each other where there is little room."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from sharebook.ui.look import look
from sharebook.ui.room import HUGE_TEXT
from sharebook.ui.widgets.combo import Combo


def in_two(
    page: QWidget, parts: Iterable[QWidget], wide: Collection[QWidget] = (), size: int = HUGE_TEXT
) -> QGridLayout:
    """Lay `parts` on `page`, those in `wide` across both columns; return the grid."""
    grid = QGridLayout(page)
    grid.setContentsMargins(0, 0, look().px(8), 0)
    grid.setHorizontalSpacing(look().px(14))
    grid.setVerticalSpacing(look().px(10))
    columns = 1 if look().size >= size else 2
    _fill(grid, columns, parts, wide)
    for column in range(columns):
        grid.setColumnStretch(column, 1)
    return grid


def again(grid: QGridLayout, parts: Iterable[QWidget]) -> None:
    """Lay `parts` anew, so that what is out of sight leaves no hole."""
    columns = grid.columnCount()  # the stretch of a column that is not there would be anything
    while grid.takeAt(0) is not None:
        pass  # the widgets themselves stay on their page
    for line in range(grid.rowCount()):
        grid.setRowStretch(line, 0)
    _fill(grid, columns, parts, ())


def _fill(
    grid: QGridLayout, columns: int, parts: Iterable[QWidget], wide: Collection[QWidget]
) -> None:
    line = place = 0
    for part in parts:
        across = columns if part in wide else 1
        if place and place + across > columns:
            line, place = line + 1, 0
        grid.addWidget(part, line, place, 1, across, Qt.AlignmentFlag.AlignTop)
        place += across
        if place >= columns:
            line, place = line + 1, 0
    grid.setRowStretch(line + 1, 1)


def narrow(*combos: Combo) -> None:
    """Let long choices not widen the dialog."""
    for combo in combos:
        combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(8)
