"""The pages behind The register, as cards in as many columns as there is room for."""

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QWidget

from sharebook.ui.look import look
from sharebook.ui.room import Room, room_of, stacks
from sharebook.ui.screens import register
from sharebook.ui.screens.care.door_card import DoorCard

_SEALED = "log"  # its holders read it there
_PAGES = (  # page, name, what stands behind it, icon
    ("people", "People and keys", "Who may open the register, and the recovery sheet", "key"),
    ("backups", "Backups", "The newest one, where copies go, and putting one back", "disk"),
    ("disposal", "Keeping and disposing", "What is past its time, and what is on hold", "clock"),
    ("calendar", "School calendar", "Terms, and what falls due in each month", "today"),
    ("law", "The law’s lists", "Why the program asks, and your own word on a row", "scales"),
    (_SEALED, "Safeguarding", "The sealed log, for those who hold its key", "lock"),
)
_DEEDS = (
    ("settings", "Settings", "Text size, colours, and when it locks", "gear"),
    ("help", "Help", "What this page is for, beside it", "book"),
)
_MOST = 3
_ACROSS = {Room.WIDE: _MOST, Room.SMALL: _MOST, Room.TIGHT: 2}


class Doors(QWidget):
    """The cards; `go` opens what is behind one by its name."""

    def __init__(self, go: Callable[..., object], *, sealed: bool) -> None:
        super().__init__()
        self.cards: dict[str, DoorCard] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look().px(12))
        for name, words, second, icon in (*_PAGES, *_DEEDS):
            is_page = (name, words, second, icon) in _PAGES
            if (is_page and not register.exists(name)) or (name == _SEALED and not sealed):
                continue
            wanted = {"sealed": True} if name == _SEALED else {}
            card = self.cards[name] = DoorCard(words, second, icon)
            card.clicked.connect(lambda _=False, n=name, w=wanted: go(n, **w))
        self.fit()

    def fit(self) -> None:
        """Stand in as many columns as the window has room for."""
        across = 1 if stacks(self) else _ACROSS[room_of(self)]
        if across == _MOST and len(self.cards) % _MOST == 1:
            across += 1  # or the last card would stand alone
        for card in self.cards.values():
            self._grid.removeWidget(card)
        for place, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, place // across, place % across)
        for column in range(_MOST + 1):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
