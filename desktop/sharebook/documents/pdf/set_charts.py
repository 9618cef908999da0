"""Draws charts that stay readable on a mono printer, and beside each other."""

from dataclasses import dataclass

from sharebook.documents.charts import BarChart, Chart, ColumnChart
from sharebook.documents.colours import GREY, HAIRLINE, INK, NAVY, PALE, WHITE
from sharebook.documents.model import SideBySide
from sharebook.documents.pdf.fonts import Face, width
from sharebook.documents.pdf.pen import Pen
from sharebook.documents.pdf.setting import Place, Setting, baseline
from sharebook.documents.pdf.strips import Strip
from sharebook.documents.pdf.styles import Styles
from sharebook.documents.pdf.wrapping import Style, wrapped

_BAR = 26.0
_PLOT = 105.0
_KEY = 32.0  # the names of the series, and room for the number on the highest column
_GAP = 24.0
_NAMES = 0.5  # of the chart's width, at most
_LINES = 2  # of a bar's name; all of it stands in the chart's words
_FIRST = 0.42  # twelve months need more room than a few bars
_FILLS = (NAVY, PALE)
_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class _Canvas:
    """Where one chart is drawn, and with what."""

    pen: Pen
    styles: Styles
    left: float
    room: float

    def says(
        self, x: float, top: float, text: str, *, bold: bool = False, grey: bool = False
    ) -> None:
        style = self.styles.chart
        face = Face.BOLD if bold else Face.REGULAR
        line = wrapped(text, Style(style.size, style.leading, INK, face), 10_000)[0]
        self.pen.line(x, baseline(top, style), line, style.size, GREY if grey else INK)

    def long(self, text: str, *, bold: bool = False) -> float:
        return width(text, Face.BOLD if bold else Face.REGULAR, self.styles.chart.size)


def set_chart(block: Chart, setting: Setting) -> list[Strip]:
    """Set one chart over the whole width."""
    return [_strip([(block, Place(setting.sheet.left, setting.sheet.room))], setting)]


def set_side_by_side(block: SideBySide, setting: Setting) -> list[Strip]:
    """Set two charts beside each other."""
    sheet = setting.sheet
    first = (sheet.room - _GAP) * _FIRST
    second = sheet.room - _GAP - first
    places = [Place(sheet.left, first), Place(sheet.left + first + _GAP, second)]
    return [_strip(list(zip((block.left, block.right), places, strict=True)), setting)]


def _strip(charts: list[tuple[Chart, Place]], setting: Setting) -> Strip:
    nodes = [setting.node.child("Figure", alt=chart.in_words) for chart, _ in charts]
    scale = setting.styles.scale
    height = max(_height(chart, scale) for chart, _ in charts)

    def draw(pen: Pen, top: float) -> None:
        for node, (chart, place) in zip(nodes, charts, strict=True):
            pen.reads(node)
            node.box = (place.left, top - height, place.left + place.room, top)
            _draw(chart, _Canvas(pen, setting.styles, place.left, place.room), top)

    return Strip(height=height, draw=draw, above=14.0)


def _height(chart: Chart, scale: float) -> float:
    title = 20.0 * scale
    if isinstance(chart, BarChart):
        return title + max(1, len(chart.bars)) * _BAR * scale
    return title + (_PLOT + _KEY + 24.0) * scale


def _draw(chart: Chart, canvas: _Canvas, top: float) -> None:
    style = canvas.styles.key
    line = wrapped(chart.title, style, canvas.room)[0]
    canvas.pen.line(canvas.left, baseline(top, style), line, style.size, GREY)
    top -= 20.0 * canvas.styles.scale
    if isinstance(chart, BarChart):
        _draw_bars(chart, canvas, top)
    else:
        _draw_columns(chart, canvas, top)


def _draw_bars(chart: BarChart, canvas: _Canvas, top: float) -> None:
    if not chart.bars:
        canvas.says(canvas.left, top, "No figures", grey=True)
        return
    step = _BAR * canvas.styles.scale
    most = max((number for _, number in chart.bars), default=0) or 1
    names = min(canvas.room * _NAMES, max(canvas.long(name) for name, _ in chart.bars))
    axis = canvas.left + names + 7
    room = canvas.left + canvas.room - axis - canvas.long(f"{most:,}", bold=True) - 8
    canvas.pen.rule((axis, top), (axis, top - step * len(chart.bars)), NAVY, 0.8)
    for place, (name, number) in enumerate(chart.bars):
        _draw_bar(canvas, (name, number), (axis, top - place * step), room * number / most)


def _draw_bar(
    canvas: _Canvas, bar: tuple[str, int], corner: tuple[float, float], long: float
) -> None:
    x, top = corner
    step, style = _BAR * canvas.styles.scale, canvas.styles.chart
    lines = wrapped(bar[0], style, x - 7 - canvas.left)[:_LINES]
    y = top - (step - len(lines) * style.leading) / 2
    for line in lines:
        edge = x - 7 - sum(canvas.long(text) for _, text in line)
        canvas.pen.line(edge, baseline(y, style), line, style.size, INK)
        y -= style.leading
    if long:
        canvas.pen.rect((x, top - step * 0.8, long, step * 0.6), NAVY)
    canvas.says(x + long + 5, top - (step - style.leading) / 2, f"{bar[1]:,}", bold=True)


def _draw_columns(chart: ColumnChart, canvas: _Canvas, top: float) -> None:
    scale, style = canvas.styles.scale, canvas.styles.chart
    _draw_key(chart, canvas, top)
    plot, low = _PLOT * scale, top - (_PLOT + _KEY) * scale
    highest, step = _axis(max(chart.totals, default=0))
    left = canvas.left + canvas.long(f"{highest:,}") + 6
    for mark in range(0, highest + 1, step):
        y = low + plot * mark / highest
        canvas.pen.rule((left, y), (canvas.left + canvas.room, y), HAIRLINE, 0.5)
        said = f"{mark:,}"
        canvas.says(left - 5 - canvas.long(said), y + style.leading / 2, said, grey=True)
    each = (canvas.left + canvas.room - left) / max(1, len(chart.columns))
    for place in range(len(chart.columns)):
        _draw_column(chart, place, canvas, (left + place * each, low, each, plot / highest))
    canvas.pen.rule((left, low), (canvas.left + canvas.room, low), NAVY, 0.8)


def _draw_key(chart: ColumnChart, canvas: _Canvas, top: float) -> None:
    x, style = canvas.left + 24, canvas.styles.chart
    for number, one in enumerate(chart.series):
        box = (x, top - style.leading / 2 - 3.2, 7.5, 7.5)
        canvas.pen.rect(box, _FILLS[number % len(_FILLS)])
        canvas.pen.outline(box)
        canvas.says(x + 12, top, one.name)
        x += canvas.long(one.name) + 30


def _draw_column(
    chart: ColumnChart, place: int, canvas: _Canvas, slot: tuple[float, float, float, float]
) -> None:
    left, low, each, unit = slot
    wide, y = each * 0.62, low
    x = left + (each - wide) / 2
    for number, one in enumerate(chart.series):
        high = one.numbers[place] * unit
        if high:
            canvas.pen.rect((x, y, wide, high), _FILLS[number % len(_FILLS)])
            canvas.pen.outline((x, y, wide, high))
        y += high
    total, name = f"{chart.totals[place]:,}", chart.columns[place]
    leading = canvas.styles.chart.leading
    _says_total(canvas, total, (left, y + leading, each))
    canvas.says(left + (each - canvas.long(name)) / 2, low - 2, name, grey=True)


def _says_total(canvas: _Canvas, total: str, slot: tuple[float, float, float]) -> None:
    """Write a column's total, smaller where the column is narrow."""
    left, top, each = slot
    style, long = canvas.styles.chart, canvas.long(total)
    size = style.size * min(1.0, (each - 1.5) / long)
    x = left + (each - long * size / style.size) / 2
    ground = (x - 2, baseline(top, style) - 1.5, long * size / style.size + 4, size)
    canvas.pen.rect(ground, WHITE)  # so that no line of the grid runs through the number
    canvas.pen.line(x, baseline(top, style), ((Face.REGULAR, total),), size, INK)


def _axis(most: int) -> tuple[int, int]:
    """Return the top of the axis and its step: about four round steps."""
    power = 1
    while True:
        for step in _STEPS:
            if step * power * 4 >= most:
                steps = max(1, -(-most // (step * power)))
                return steps * step * power, step * power
        power *= 10
