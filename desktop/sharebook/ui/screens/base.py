"""What every screen is given and what the window may ask of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from sharebook.ui.ask import Ask
from sharebook.ui.background import Background
from sharebook.ui.changed import Changed
from sharebook.ui.look import look
from sharebook.ui.panels import panels_of
from sharebook.ui.room import ACROSS, DOWN, stacks
from sharebook.ui.telling import Telling
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk


class Go(Protocol):
    """Opens a screen by its name, handing it what it should show."""

    def __call__(self, name: str, /, **wanted: Any) -> None:
        """Open the screen; `wanted` reaches its `arrive`."""
        ...


@dataclass(frozen=True, slots=True)
class Office:
    """Everything a screen works with.

    Attributes:
        desk: the open register and its services; stays in the window's thread.
        background: for work over a tenth of a second; use `desk.again()` inside it.
        go: opens another screen: `office.go("record", pupil=pupil.id)`.
    """

    desk: "Desk"
    background: Background
    ask: Ask
    telling: Telling
    changed: Changed
    toast: Toast
    go: Go


class Screen(QWidget):
    """A page of the window. Subclasses fill `buttons` and `body`.

    Signals:
        overdue: how much on it is overdue; the rail shows the figure.

    Attributes:
        name: how other screens call it; also its shortcut in `actions.py`.
        title: the words on top.
        shows: the nouns it shows; "*" is any.
        office: what it works with.
        buttons: the line of buttons beside the title.
        body: the column below.
    """

    overdue = Signal(int)

    name = ""
    title = ""
    shows = frozenset({"*"})

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self.setObjectName(f"screen_{self.name}")
        self.heading = label(self.title, "h1")
        self.eyebrow = label("", "eyebrow")
        self.eyebrow.hide()
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(look().px(10))
        self.body = QVBoxLayout()
        self.body.setSpacing(look().px(14))
        self._page = QVBoxLayout(self)
        self._page.setSpacing(look().px(14))
        self._page.addLayout(self._top())
        self._page.addLayout(self.body, 1)
        self.narrow(small=False)

    def _top(self) -> QBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.eyebrow)
        words.addWidget(self.heading)
        self._head = QBoxLayout(ACROSS)
        self._head.addLayout(words, 1)
        self._head.addLayout(self.buttons)
        return self._head

    def arrive(self, **wanted: Any) -> None:
        """Take what another screen handed over; called each time the page is opened."""

    def primary(self) -> None:
        """Do what the page's main filled button does (Ctrl Enter)."""

    def refresh(self, changed: frozenset[str]) -> None:
        """Read again what is shown; called when a noun in `shows` changed."""

    def panels(self) -> list[QWidget]:
        """Return the panels that F6 goes through, in order."""
        return panels_of(self)

    def print_what_is_shown(self) -> None:
        """Print this page (F4); by default the documents screen opens."""
        self.office.go("reports")

    def put_away(self) -> bool:
        """Keep what is half-typed: the register is about to close; False if that cannot be."""
        return True

    def search(self) -> None:
        """Put the caret into the page's own search (Ctrl F)."""

    def leave(self) -> bool:
        """Close what is open inside the page (Esc); False lets the window go back."""
        return False

    def narrow(self, *, small: bool) -> None:
        """Fit a window below 1180 pixels wide, or a wide one again."""
        side, top = look().px(16 if small else 28), look().px(14 if small else 18)
        self._page.setContentsMargins(side, top, side, look().px(12))
        down = stacks(self)
        self._head.setDirection(DOWN if down else ACROSS)
        over = Qt.AlignmentFlag.AlignLeft if down else Qt.AlignmentFlag(0)
        self._head.setAlignment(self.buttons, over)

    def wants(self, changed: frozenset[str]) -> bool:
        """Say whether a change concerns this page."""
        return bool({"*"} & (changed | self.shows)) or bool(changed & self.shows)


Factory = Callable[[Office], Screen]
