"""Paints a cell of any table: one or two lines, a chip, a selection bar, a line under the row."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sharebook.ui.chips import Chip, chip_size, paint_chip
from sharebook.ui.look import SEMIBOLD, look
from sharebook.ui.models.rows import CHIP, COLUMN, SECOND, STRUCK, Column

Index = QModelIndex | QPersistentModelIndex
_BAR = 4
_PAD = 10


class Cells(QStyledItemDelegate):
    """The one delegate of the program's tables."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        where: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        _ground(painter, where, index, chosen=chosen)
        self._words(painter, where, index)
        painter.restore()

    def _words(self, painter: QPainter, where: QRect, index: Index) -> None:
        now, chip = look(), index.data(CHIP)
        inside = where.adjusted(now.px(_PAD), 0, -now.px(_PAD), 0)
        text = str(index.data() or "")
        if isinstance(chip, Chip):
            inside = _chip(painter, inside, chip, alone=not text)
        column: Column[object] = index.data(COLUMN)
        second = index.data(SECOND)
        struck = bool(index.data(STRUCK))
        if not second:
            _line(painter, inside, text, _ink(column, struck=struck), column, _font(column, struck))
            return
        whole = now.px(35)
        top = inside.y() + (inside.height() - whole) // 2
        upper = QRect(inside.x(), top, inside.width(), now.px(19))
        lower = QRect(inside.x(), top + now.px(18), inside.width(), now.px(17))
        _line(painter, upper, text, _ink(column, struck=struck), column, _font(column, struck))
        small = now.font(13)
        small.setStrikeOut(struck)
        _line(painter, lower, str(second), now.colour("muted"), column, small)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the room of the words, so that columns can fit them."""
        metrics = QFontMetrics(look().font(14, SEMIBOLD))
        width = metrics.horizontalAdvance(str(index.data() or "")) + 2 * look().px(_PAD)
        return QSize(width, super().sizeHint(option, index).height())


def _ground(painter: QPainter, where: QRect, index: Index, *, chosen: bool) -> None:
    now = look()
    if chosen:
        painter.fillRect(where, now.colour("tint"))
        if index.column() == 0:
            painter.fillRect(
                QRect(where.x(), where.y(), _BAR, where.height()), now.colour("accent")
            )
    elif index.data(STRUCK):
        painter.fillRect(where, now.colour("sunk"))
    painter.fillRect(QRect(where.x(), where.bottom(), where.width(), 1), now.colour("line"))


def _chip(painter: QPainter, inside: QRect, chip: Chip, *, alone: bool) -> QRect:
    size = chip_size(chip)
    left = inside.x() if alone else inside.right() - size.width()
    spot = QRect(left, inside.y() + (inside.height() - size.height()) // 2, 0, 0)
    spot.setSize(size)
    paint_chip(painter, spot, chip)
    return inside.adjusted(0, 0, -size.width() - look().px(6), 0)


def _ink(column: Column[object], *, struck: bool) -> QColor:
    return look().colour("muted" if column.muted or struck else "ink")


def _font(column: Column[object], struck: bool) -> QFont:  # noqa: FBT001 - one fact about the row
    font = look().font(14, SEMIBOLD if column.bold and not struck else 400)
    font.setStrikeOut(struck)
    return font


def _line(
    painter: QPainter, where: QRect, text: str, ink: QColor, column: Column[object], font: QFont
) -> None:
    side = Qt.TextElideMode.ElideMiddle if column.middle else Qt.TextElideMode.ElideRight
    painter.setFont(font)
    painter.setPen(ink)
    across = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    shown = QFontMetrics(font).elidedText(text, side, where.width())
    painter.drawText(where, int(across | Qt.AlignmentFlag.AlignVCenter), shown)
