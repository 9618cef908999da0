"""Every shortcut, once (look.md, Keys)."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A key and what it does.

    Attributes:
        name: how code calls it.
        keys: as Qt reads it and as a person does ("Ctrl+K").
        words: what it does, for the card of all keys.
    """

    name: str
    keys: str
    words: str

    @property
    def said(self) -> str:
        """The key as buttons show it: "Ctrl Enter"."""
        return self.keys.replace("Return", "Enter").replace("+", " ")


SHORTCUTS = (
    Shortcut("help", "F1", "Help for this screen"),
    Shortcut("keys", "Shift+F1", "All keys on one card"),
    Shortcut("answer", "F2", "Answer a parent"),
    Shortcut("record", "F3", "Record a disclosure"),
    Shortcut("print", "F4", "Print what is shown"),
    Shortcut("again", "F5", "Look again: read everything anew"),
    Shortcut("panel", "F6", "Next panel"),
    Shortcut("today", "Ctrl+0", "Today"),
    Shortcut("pupils", "Ctrl+1", "Pupils"),
    Shortcut("recipients", "Ctrl+2", "Recipients"),
    Shortcut("log", "Ctrl+3", "The log"),
    Shortcut("requests", "Ctrl+4", "Requests"),
    Shortcut("notice", "Ctrl+5", "Privacy notice"),
    Shortcut("reports", "Ctrl+6", "Reports"),
    Shortcut("bring_in", "Ctrl+7", "Bring in pupils"),
    Shortcut("care", "Ctrl+8", "The register: people, backups, health"),
    Shortcut("find", "Ctrl+K", "Find anything"),
    Shortcut("search", "Ctrl+F", "Search this list"),
    Shortcut("primary", "Ctrl+Return", "The page's main filled button"),
    Shortcut("list", "Ctrl+Shift+V", "Paste a list of pupils, while recording"),
    Shortcut("undo", "Ctrl+Z", "Undo"),
    Shortcut("lock", "Ctrl+L", "Lock now"),
    Shortcut("settings", "Ctrl+,", "Settings"),
    Shortcut("back", "Alt+Left", "Back"),
)
_BY_NAME = {shortcut.name: shortcut for shortcut in SHORTCUTS}


def said(name: str) -> str:
    """Return the key of `name` as a button shows it, or "" if it has none."""
    return _BY_NAME[name].said if name in _BY_NAME else ""


def bind(window: QWidget, name: str, do: Callable[[], object]) -> QAction:
    """Give `window` the shortcut `name`; it calls `do`."""
    shortcut = _BY_NAME[name]
    action = QAction(shortcut.words, window)
    action.setObjectName(f"do_{name}")
    action.setShortcut(QKeySequence(shortcut.keys))
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.triggered.connect(lambda _checked: do())
    window.addAction(action)
    return action
