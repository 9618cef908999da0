"""The colours and sizes in use at the moment: one frozen value that everything painted asks for."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from sharebook import assets

# Each weight registers as a family of its own; asking one family for bold would smear it.
FACES = {
    400: "Sharebook Sans Regular",
    600: "Sharebook Sans SemiBold",
    700: "Sharebook Sans Bold",
}
SIZES = (100, 125, 150, 175, 200)
BODY = 14
SEMIBOLD = 600
BOLD = 700
_ALPHA_TEXT = 9  # "#RRGGBBAA"


@cache
def tokens() -> Mapping[str, Mapping[str, str]]:
    """Return the colour tokens of every scheme, as text."""
    return tomllib.loads(assets.read_text("qss", "tokens.toml"))


@dataclass(frozen=True, slots=True)
class Look:
    """How things look now.

    Attributes:
        scheme: "light", "dark" or "contrast" (the system's own colours).
        size: text size in per cent, 100 to 200; multiplies every length but lines and rings.
        colours: token to "#RRGGBB" or "#RRGGBBAA".
    """

    scheme: str
    size: int
    colours: Mapping[str, str]

    def colour(self, token: str) -> QColor:
        """Return the colour of `token`."""
        text = self.colours[token]
        if len(text) == _ALPHA_TEXT:
            text = f"#{text[7:]}{text[1:7]}"
        return QColor(text)

    def px(self, length: float) -> int:
        """Return a drawn length in logical pixels at this text size."""
        return round(length * self.size / 100)

    def font(self, size: int = BODY, weight: int = 400) -> QFont:
        """Return the typeface at `size` pixels before scaling; `weight` is 400, 600 or 700."""
        found = QFont(FACES[weight])
        found.setPixelSize(self.px(size))
        found.setWeight(QFont.Weight(weight))
        return found


def drawn(scheme: str, size: int = 100) -> Look:
    """Return the look for `scheme` at `size` per cent."""
    if scheme == "contrast":
        return Look(scheme, size, MappingProxyType(_system_colours()))
    return Look(scheme, size, MappingProxyType(dict(tokens()[scheme])))


_ROLES = {
    "desk": QPalette.ColorRole.Window,
    "rail": QPalette.ColorRole.Window,
    "sheet": QPalette.ColorRole.Base,
    "sunk": QPalette.ColorRole.Base,
    "tint": QPalette.ColorRole.Base,
    "tint2": QPalette.ColorRole.Button,
    "accent": QPalette.ColorRole.Highlight,
    "accent_hi": QPalette.ColorRole.Highlight,
    "on_accent": QPalette.ColorRole.HighlightedText,
    "link": QPalette.ColorRole.Link,
    "strip": QPalette.ColorRole.Highlight,
    "focus": QPalette.ColorRole.WindowText,
}


def _system_colours() -> dict[str, str]:
    """Give every token a colour of the system's own palette, grounds and inks apart."""
    palette = QApplication.palette()
    found = {}
    for token in tokens()["light"]:
        ground = token.endswith("_bg")
        spare = QPalette.ColorRole.Base if ground else QPalette.ColorRole.WindowText
        found[token] = palette.color(_ROLES.get(token, spare)).name()
    return found | {"shade": "#000000AA"}


class _Now:
    look: Look | None = None


def look() -> Look:
    """Return the look in use; the light one before any theme was applied."""
    if _Now.look is None:
        _Now.look = drawn("light")
    return _Now.look


def use(chosen: Look) -> None:
    """Make `chosen` the look in use; `theme.Theme` calls it."""
    _Now.look = chosen
