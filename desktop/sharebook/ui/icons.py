"""Icons: SVG by name, drawn in a token's colour at whatever size and ratio the screen asks."""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from sharebook import assets
from sharebook.ui.look import look

_cache: dict[tuple[str, int, int, str], QPixmap] = {}


@cache
def _drawing(name: str) -> str:
    return assets.read_text("icons", f"{name}.svg")


def names() -> list[str]:
    """Return the names of all icons."""
    return [name.removesuffix(".svg") for name in assets.names("icons")]


def forget() -> None:
    """Drop drawn icons; the theme calls it when colours change."""
    _cache.clear()


def pixmap(name: str, size: QSize, token: str) -> QPixmap:
    """Return the icon `name` in `size` device pixels, in the colour of `token`."""
    colour = look().colour(token).name()
    key = (name, size.width(), size.height(), colour)
    if key not in _cache:
        _cache[key] = _rendered(_drawing(name).replace("currentColor", colour), size)
    return _cache[key]


def _rendered(drawing: str, size: QSize) -> QPixmap:
    drawn = QPixmap(size)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(drawing.encode())).render(
        painter, QRectF(0, 0, size.width(), size.height())
    )
    painter.end()
    return drawn


def paint(painter: QPainter, name: str, where: QRect, token: str) -> None:
    """Draw the icon into `where`, sharp at the painter's device pixel ratio."""
    ratio = painter.device().devicePixelRatio()
    size = QSize(round(where.width() * ratio), round(where.height() * ratio))
    drawn = QPixmap(pixmap(name, size, token))
    drawn.setDevicePixelRatio(ratio)
    painter.drawPixmap(where.topLeft(), drawn)


class _Engine(QIconEngine):
    """Draws by token at paint time, so that an icon follows the theme by itself."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def _colour(self, mode: QIcon.Mode) -> str:
        return "muted" if mode == QIcon.Mode.Disabled else self._token

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002 - Qt's signature
        paint(painter, self._name, rect, self._colour(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:  # noqa: ARG002 - Qt's signature
        return pixmap(self._name, size, self._colour(mode))

    def scaledPixmap(  # noqa: N802 - Qt's name
        self,
        size: QSize,
        mode: QIcon.Mode,
        state: QIcon.State,
        scale: float,  # noqa: ARG002 - Qt's signature
    ) -> QPixmap:
        return self.pixmap(size, mode, state)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token)


def icon(name: str, ink: str = "accent") -> QIcon:
    """Return an icon for a button or an action, in the colour of token `ink`."""
    return QIcon(_Engine(name, ink))
