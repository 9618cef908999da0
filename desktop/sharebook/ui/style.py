"""Fusion with our marks: ticks, radio dots and combo arrows are drawn here, once."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

from sharebook.ui import icons
from sharebook.ui.look import look

_MARK = 20
_PE = QStyle.PrimitiveElement
_PM = QStyle.PixelMetric
_GROWS = {
    _PM.PM_IndicatorWidth: _MARK,
    _PM.PM_IndicatorHeight: _MARK,
    _PM.PM_ExclusiveIndicatorWidth: _MARK,
    _PM.PM_ExclusiveIndicatorHeight: _MARK,
    _PM.PM_ButtonIconSize: 16,
    _PM.PM_SmallIconSize: 16,
}


class SharebookStyle(QProxyStyle):
    """Draws check boxes and radio buttons in the colours of the look."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(  # noqa: N802 - Qt's name
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Grow the marks with the text."""
        side = _GROWS.get(metric)
        return look().px(side) if side else super().pixelMetric(metric, option, widget)

    def drawPrimitive(  # noqa: N802 - Qt's name
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the marks ourselves, leave focus to the ring, and the rest to Fusion."""
        if element in {_PE.PE_IndicatorCheckBox, _PE.PE_IndicatorItemViewItemCheck}:
            draw_check(painter, QRectF(option.rect), _on(option))
        elif element == _PE.PE_IndicatorRadioButton:
            draw_radio(painter, QRectF(option.rect), _on(option))
        elif element != _PE.PE_FrameFocusRect:
            super().drawPrimitive(element, option, painter, widget)


def _on(option: QStyleOption) -> bool:
    return bool(option.state & QStyle.StateFlag.State_On)


def _edge(on: bool) -> QColor:  # noqa: FBT001 - one fact about the mark
    return look().colour("accent" if on else "line2")


def draw_check(painter: QPainter, box: QRectF, on: bool) -> None:  # noqa: FBT001 - one fact
    """Draw a check box, ticked or not."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(_edge(on), 1.5))
    painter.setBrush(QBrush(look().colour("accent" if on else "sheet")))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
    if on:
        inner = box.adjusted(3, 3, -3, -3).toRect()
        icons.paint(painter, "tick", inner, "on_accent")
    painter.restore()


def draw_radio(painter: QPainter, box: QRectF, on: bool) -> None:  # noqa: FBT001 - one fact
    """Draw a radio button, chosen or not."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(_edge(on), 1.75))
    painter.setBrush(QBrush(look().colour("sheet")))
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour("accent"))
        reach = box.width() * 0.24
        painter.drawEllipse(QPointF(box.center()), reach, reach)
    painter.restore()
