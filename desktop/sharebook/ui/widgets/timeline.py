"""A child's or a recipient's story: day, mark, what happened, one line more."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from sharebook.ui import icons
from sharebook.ui.chips import Chip, chip_size, paint_chip
from sharebook.ui.look import SEMIBOLD, look
from sharebook.ui.models.rows import RECORD, Column, RowsModel

Index = QModelIndex | QPersistentModelIndex
_HEIGHT = 48
_DAY = 100
_TEXT = 132


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened.

    Attributes:
        day: as tables show it: "14 Sep 2026".
        icon, ink: its mark and the mark's colour.
        about: whatever opening it should hand on.
    """

    day: str
    title: str
    second: str = ""
    icon: str = "once"
    ink: str = "accent"
    chip: Chip | None = None
    about: object = None

    @property
    def sentence(self) -> str:
        """The whole moment in words."""
        chip = self.chip.words if self.chip else ""
        return ", ".join(part for part in (self.day, self.title, self.second, chip) if part)


class _Paint(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's
        return QSize(look().px(200), look().px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        moment: Moment = index.data(RECORD)
        where: QRect = option.rect
        painter.save()
        _mark(painter, where, moment, last=index.row() + 1 == index.model().rowCount())
        _words(painter, where, moment)
        painter.restore()


def _mark(painter: QPainter, where: QRect, moment: Moment, *, last: bool) -> None:
    now, side = look(), look().px(18)
    left, top = where.x() + now.px(_DAY + 1), where.y() + now.px(8)
    icons.paint(painter, moment.icon, QRect(left, top, side, side), moment.ink)
    if not last:
        below = QRect(left + side // 2, top + side + 4, 2, now.px(_HEIGHT) - side - 8)
        painter.fillRect(below, now.colour("line"))
    painter.setFont(now.font(13))
    painter.setPen(now.colour("muted"))
    painter.drawText(QRect(where.x(), top, now.px(_DAY), side), _MIDDLE, moment.day)


_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _words(painter: QPainter, where: QRect, moment: Moment) -> None:
    now = look()
    inside = where.adjusted(now.px(_TEXT), 0, -now.px(10), 0)
    if moment.chip:
        size = chip_size(moment.chip)
        spot = QRect(inside.right() - size.width(), where.y() + now.px(8), 0, 0)
        spot.setSize(size)
        paint_chip(painter, spot, moment.chip)
        inside.setRight(spot.left() - now.px(8))
    lines = (
        (moment.title, now.font(14, SEMIBOLD), "ink", 6),
        (moment.second, now.font(13), "muted", 25),
    )
    for text, font, token, top in lines:
        painter.setFont(font)
        painter.setPen(now.colour(token))
        spot = QRect(inside.x(), where.y() + now.px(top), inside.width(), now.px(20))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(spot, _MIDDLE, shown)


class Timeline(QListView):
    """A list of moments, newest first as given.

    Signals:
        opened: the `about` of the moment a person opened.
    """

    opened = Signal(object)

    def __init__(self, said: str) -> None:
        super().__init__()
        self._rows: RowsModel[Moment] = RowsModel([Column("", lambda it: it.sentence)], parent=self)
        self.setModel(self._rows)
        self.setItemDelegate(_Paint(self))
        self.setAccessibleName(said)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.activated.connect(lambda index: self.opened.emit(index.data(RECORD).about))

    def show_moments(self, moments: Sequence[Moment]) -> None:
        """Show these moments instead."""
        self._rows.show(moments)
