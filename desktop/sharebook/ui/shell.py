"""The open register: rail, pages by name, status line, and the keys that work everywhere."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from sharebook.ui import actions
from sharebook.ui.ask import Ask
from sharebook.ui.background import Background
from sharebook.ui.changed import Changed
from sharebook.ui.help_panel import HelpPanel
from sharebook.ui.look import look
from sharebook.ui.looking_again import LookingAgain
from sharebook.ui.panels import move_on
from sharebook.ui.people_words import role_words
from sharebook.ui.rail import Rail
from sharebook.ui.screens import register
from sharebook.ui.screens.base import Office, Screen
from sharebook.ui.status_line import StatusLine
from sharebook.ui.telling import Telling
from sharebook.ui.widgets.following import Following
from sharebook.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

SMALL = 1180
_SMALL_DRAWN = 850  # at 175 % and more this is the larger of the two
_BETWEEN = 250  # milliseconds between two pages loaded or made ahead
_AHEAD = ("record", "answer", "pupils", "recipients", "log")  # the slow ones, likeliest first
_PAGES = (
    "today",
    "answer",
    "record",
    "pupils",
    "recipients",
    "log",
    "requests",
    "notice",
    "reports",
    "bring_in",
    "care",
)
_CARE = frozenset({"law", "people", "backups", "disposal", "calendar"})  # pages behind The register


class Shell(QWidget):
    """Knows screens by name only.

    Signals:
        lock: the person wants to lock now.
        settings: the person wants the settings.
        restore: the file of a backup, or the folder of a register put aside, to put in place.
        reopen: the Access from now on, and what the page is handed.
    """

    lock = Signal()
    settings = Signal()
    restore = Signal(object)
    reopen = Signal(object, object)

    def __init__(
        self, desk: "Desk", background: Background, ask: Ask, telling: Telling, toast: Toast
    ) -> None:
        super().__init__()
        self.changed = Changed(self)
        self.office = Office(desk, background, ask, telling, self.changed, toast, self.go)
        self.rail = Rail(desk.school().name, desk.person, role_words(desk.role))
        self.status = StatusLine()
        self.pages = QStackedWidget()
        self.help = HelpPanel()
        self._screens: dict[str, Screen] = {}
        self._been: list[str] = []
        self._stale: set[str] = set()
        self._small = False
        self._deeds: dict[str, Callable[..., object]] = {
            "find": self._find,
            "settings": self.settings.emit,
            "lock": self.lock.emit,
            "keys": self._show_keys,
            "help": self._on_help,
            "restore": self._restore,
            "reopen": self._reopen,
        }
        self._cold = [name for name in _PAGES if register.exists(name)]
        self._unmade = [name for name in _AHEAD if register.exists(name)]
        self._warm = QTimer(self, interval=_BETWEEN)
        self._lay_out()
        self._connect()
        self.again = LookingAgain(self, self.office, self.status, self.renew, self._reopen)
        self._warm.start()
        self.status.seal(desk.checking.seal().code)
        for name, button in self.rail.buttons.items():
            button.setVisible(register.exists(name))

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self.pages, 1)
        across.addWidget(self.help)
        right.addLayout(across, 1)
        right.addWidget(self.status)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.rail)
        whole.addLayout(right, 1)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.go)
        self._warm.timeout.connect(self._on_quiet)
        self.rail.lock.connect(self.lock)
        self.rail.person.connect(self.settings)
        self.changed.happened.connect(self._on_changed)
        for name in _PAGES:
            if register.exists(name):
                actions.bind(self, name, partial(self.go, name))
        actions.bind(self, "print", lambda: self._ask_page(Screen.print_what_is_shown))
        actions.bind(self, "primary", lambda: self._ask_page(Screen.primary))
        actions.bind(self, "search", lambda: self._ask_page(Screen.search))
        actions.bind(self, "find", self._find)
        actions.bind(self, "lock", self.lock.emit)
        actions.bind(self, "settings", self.settings.emit)
        actions.bind(self, "undo", self.office.toast.undo_last)
        actions.bind(self, "back", self.back)
        actions.bind(self, "panel", self.next_panel)
        actions.bind(self, "keys", self._show_keys)
        actions.bind(self, "help", self._on_help)
        self.help.keys.connect(self._show_keys)
        self.help.opened.connect(self._fit_pages)
        self.help.closed.connect(self._on_help_closed)

    def stop(self) -> None:
        """Let nothing begin any more: the register is about to close."""
        for timer in self.findChildren(QTimer):
            timer.stop()

    def put_away(self) -> bool:
        """Keep what is half-typed on any page; False if some of it cannot be kept."""
        kept = [screen.put_away() for screen in self._screens.values()]  # each of them is asked
        return all(kept)

    @property
    def here(self) -> Screen | None:
        """The screen on top."""
        return self._screens.get(self._been[-1]) if self._been else None

    def go(self, name: str, /, **wanted: Any) -> None:
        """Open the screen `name`, making it at its first visit; "find" and the like act at once."""
        if name in self._deeds:
            self._deeds[name](**wanted)
            return
        if self._warm.isActive():
            self._warm.start()  # somebody is at work: wait anew
        if name not in self._screens:
            self._open_first(name)
        if not self._been or self._been[-1] != name:
            self._been.append(name)
        screen = self._screens[name]
        if name in self._stale:
            self._stale.discard(name)
            screen.refresh(frozenset({"*"}))
        self.pages.setCurrentIndex(list(self._screens).index(name))
        self.rail.mark("care" if name in _CARE else name)
        if self.help.isVisible():
            self.help.show_help(name)
        screen.arrive(**wanted)

    def _on_quiet(self) -> None:
        """Load, then make, the next page while nobody waits, so that its first visit is quick."""
        if self.office.background.busy:
            return
        self._unmade = [name for name in self._unmade if name not in self._screens]
        if self._cold:
            register.factory(self._cold.pop(0))
        elif self._unmade:
            self._open_first(self._unmade.pop(0))
        else:
            self._warm.stop()

    def _open_first(self, name: str) -> None:
        screen = register.factory(name)(self.office)
        if name in self.rail.buttons:
            screen.overdue.connect(self.rail.buttons[name].show_figure)
        page = Following()
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        page.setWidget(screen)
        screen.narrow(small=True)  # or parts never seen would keep the width of a large window
        self.pages.addWidget(page)
        screen.narrow(small=self._small)  # now that it stands in its window
        self._screens[name] = screen

    def _ask_page(self, verb: Callable[[Screen], None]) -> None:
        if self.here is not None:
            getattr(self.here, verb.__name__)()

    def back(self) -> None:
        """Go to the screen before this one."""
        if len(self._been) > 1:
            self._been.pop()
            self.go(self._been.pop())

    def next_panel(self) -> None:
        """Move the keyboard through the page's panels, the help beside it, and the rail."""
        if self.here is not None:
            beside = [self.help] if self.help.isVisible() else []
            move_on([*self.here.panels(), *beside, self.rail])

    def _on_changed(self, nouns: frozenset[str]) -> None:
        clock = self.office.desk.clock
        self.status.saved(clock.now(), clock.today())
        self.status.seal(self.office.desk.checking.seal().code)
        self.renew(nouns)

    def renew(self, nouns: frozenset[str]) -> None:
        """Let every page that shows one of `nouns` read it anew, or when it is next seen."""
        for name, screen in self._screens.items():
            if not screen.wants(nouns):
                continue
            if screen is self.here:
                screen.refresh(nouns)
            else:
                self._stale.add(name)

    def _show_keys(self) -> None:
        from sharebook.ui.dialogs.keys import KeysDialog

        KeysDialog(self.window()).exec()

    def _find(self) -> None:
        from sharebook.ui.finding.dialog import FindDialog

        dialog = FindDialog(self.window(), self.office.desk)
        if dialog.exec() and dialog.chosen is not None:
            self.go(dialog.chosen.name, **dialog.chosen.wanted)

    def _restore(self, file: object) -> None:
        """Ask for a restore once what called has returned: the register closes for it."""
        QTimer.singleShot(0, self, lambda: self.restore.emit(file))

    def _reopen(self, access: object, **wanted: Any) -> None:
        """Ask for the register to be opened anew, its keys being others now; the page stays."""
        QTimer.singleShot(0, self, lambda: self.reopen.emit(access, wanted))

    def _on_help(self) -> None:
        if self.help.isVisible():
            self.help.put_away()
        elif self.here is not None:
            self.help.show_help(self.here.name)

    def _on_help_closed(self) -> None:
        self._fit_pages()
        if self.here is not None:
            self.here.setFocus()
            self.here.focusNextChild()

    def keyPressEvent(self, event: Any) -> None:  # noqa: N802 - Qt's name
        """Esc closes what is open in the page, else goes back."""
        if event.key() == Qt.Key.Key_Escape and self.help.isVisible():
            self.help.put_away()
            return
        if event.key() == Qt.Key.Key_Escape and self.here:
            if not self.here.leave():
                self.back()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fold the rail on a small window."""
        super().resizeEvent(event)
        self.rail.fit(small=self.width() < _folds())
        self._fit_pages()

    def _fit_pages(self) -> None:
        """Let pages fold where the window, or the help in it, leaves them little room."""
        helped = self.help.width() if self.help.isVisible() else 0
        self._small = self.width() - helped < _folds()
        for screen in self._screens.values():
            screen.narrow(small=self._small)

    def minimumSizeHint(self) -> Any:  # noqa: N802 - Qt's name
        """Let the window be as small as it may; pages scroll."""
        hint = super().minimumSizeHint()
        hint.setWidth(look().px(300))
        hint.setHeight(200)
        return hint


def _folds() -> int:
    """Return the width below which the rail is icons only; large text needs more room."""
    return max(SMALL, look().px(_SMALL_DRAWN))
