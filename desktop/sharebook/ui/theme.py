"""Applies a look to the whole program: one style, one palette, one style sheet per window."""

import re
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from sharebook import assets
from sharebook.ui import icons
from sharebook.ui.look import FACES, Look, drawn, look, use
from sharebook.ui.style import SharebookStyle

_ROLE: Final = QPalette.ColorRole
_GROUP: Final = QPalette.ColorGroup
_TOKEN_OF = {
    _ROLE.Window: "desk",
    _ROLE.WindowText: "ink",
    _ROLE.Base: "sheet",
    _ROLE.AlternateBase: "sunk",
    _ROLE.Text: "ink",
    _ROLE.Button: "sheet",
    _ROLE.ButtonText: "accent",
    _ROLE.BrightText: "on_accent",
    _ROLE.Highlight: "accent",
    _ROLE.HighlightedText: "on_accent",
    _ROLE.Accent: "accent",
    _ROLE.Link: "link",
    _ROLE.LinkVisited: "link",
    _ROLE.ToolTipBase: "sheet",
    _ROLE.ToolTipText: "ink",
    _ROLE.PlaceholderText: "muted",
    _ROLE.Light: "sheet",
    _ROLE.Midlight: "sunk",
    _ROLE.Mid: "line",
    _ROLE.Dark: "line2",
    _ROLE.Shadow: "line2",
}
_FADED = (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText, _ROLE.HighlightedText)


def style_sheet(chosen: Look) -> str:
    """Return the style sheet with tokens and lengths put in."""
    raw = assets.read_text("qss", "sharebook.qss")
    sized = re.sub(r"(\d+)u\b", lambda hit: f"{chosen.px(int(hit[1]))}px", raw)
    faced = re.sub(
        r"font-weight:(\d+)",
        lambda hit: f'font-family:"{FACES[int(hit[1])]}";font-weight:{hit[1]}',
        sized,
    )
    return re.sub(r"@([a-z][a-z0-9_]*)", lambda hit: _css(chosen.colours[hit[1]]), faced)


def _css(colour: str) -> str:
    return f"#{colour[7:]}{colour[1:7]}" if len(colour) > 7 else colour  # noqa: PLR2004 - #RRGGBBAA


def palette(chosen: Look) -> QPalette:
    """Return a palette with every role set, the disabled group too."""
    made = QPalette()
    for role, token in _TOKEN_OF.items():
        made.setColor(role, chosen.colour(token))
    for role in _FADED:
        made.setColor(_GROUP.Disabled, role, chosen.colour("muted"))
    made.setColor(_GROUP.Disabled, _ROLE.Highlight, chosen.colour("tint2"))
    return made


def dress(window: QWidget) -> None:
    """Hang the style sheet on a window, from which all that is put into it takes it.

    On the application it would hang on loose widgets too, and Qt would style each anew whenever
    the part that holds it is put into a larger one: the form to record with took five times as
    long to open. Dialogs take the sheet from the window they belong to.
    """
    window.setStyleSheet(style_sheet(look()))


class Theme(QObject):
    """Keeps the program in the chosen colours, or in the system's.

    Signals:
        changed: another look is in use.
    """

    changed = Signal()

    def __init__(self, app: QApplication, scheme: str = "system", size: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._wanted = scheme
        self._size = size
        self._hints = app.styleHints()  # kept: PySide loses it otherwise
        app.setStyle(SharebookStyle())
        self._plain = app.palette()
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self._apply()

    @property
    def wanted(self) -> str:
        """What the person chose: "system", "light" or "dark"."""
        return self._wanted

    @property
    def size(self) -> int:
        """Text size in per cent."""
        return self._size

    def choose(self, scheme: str = "", size: int = 0) -> None:
        """Use another scheme ("system", "light", "dark") or text size; empty keeps the old."""
        self._wanted = scheme or self._wanted
        self._size = size or self._size
        self._apply()

    def _scheme(self) -> str:
        if self._strong_contrast():
            return "contrast"
        if self._wanted != "system":
            return self._wanted
        return "dark" if self._hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def _strong_contrast(self) -> bool:
        preference = self._hints.accessibility().contrastPreference()
        return bool(preference == Qt.ContrastPreference.HighContrast)

    def _apply(self) -> None:
        scheme = self._scheme()
        if scheme == "contrast":
            self._app.setPalette(self._plain)
        chosen = drawn(scheme, self._size)
        use(chosen)
        icons.forget()
        if scheme != "contrast":
            self._app.setPalette(palette(chosen))
        self._app.setFont(chosen.font())
        for window in self._app.topLevelWidgets():
            if window.styleSheet():  # it was dressed
                dress(window)
        self.changed.emit()

    def _on_system_changed(self) -> None:
        if self._scheme() != look().scheme:
            self._apply()
