"""What locking leaves behind: nothing on the screen, nothing lost, and the way back to the page."""

import gc
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from sharebook.ui.ask import Ask, Question

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.ui.main_window import MainWindow

_SWEPT = 200  # milliseconds until what was thrown away is gone and can be swept up
_MOST_DIALOGS = 8

_STOP = Question(
    "Stop what is under way, and close?",
    "Sharebook is still working. If you close it now, the work is stopped.",
    act="Stop and close",
    safe="Go on working",
    more="Nothing is left half-done: what was not finished was not begun.",
    icon="stop",
)


@dataclass(frozen=True, slots=True)
class _Place:
    folder: Path
    person: str
    page: str


class Locking(QObject):
    """Looks after the window while a register closes."""

    def __init__(self, window: "MainWindow", parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._left: _Place | None = None

    def put_away(self) -> bool:
        """Keep what is half-typed; False if some of it cannot be kept."""
        keep = getattr(self._window.open, "put_away", None)
        return bool(keep()) if keep else True

    def may_close(self, ask: Ask, act: str) -> bool:
        """Keep what is half-typed; where that cannot be, ask whether to `act` all the same."""
        return self.put_away() or ask.agrees(_lose_half_typed(act))

    def may_stop(self, ask: Ask) -> bool:
        """Ask whether to close while work is under way."""
        return ask.agrees(_STOP)

    def note_page(self, desk: "Desk") -> None:
        """Remember where this person stands, to come back there."""
        here = getattr(self._window.open, "here", None)
        self._left = _Place(desk.folder, desk.person, here.name) if here else None

    def page_of(self, desk: "Desk") -> str:
        """Return where this person stood when the window was locked; Today for anybody else."""
        left, self._left = self._left, None
        same = left is not None and (left.folder, left.person) == (desk.folder, desk.person)
        return left.page if left is not None and same else "today"

    def close_dialogs(self) -> None:
        """Close what stands open over the page; what it asked stays unanswered."""
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for _ in range(_MOST_DIALOGS):
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                return
            keep = getattr(dialog, "put_away", None)
            if keep:
                keep()
            if not dialog.close():
                return

    def leave_nothing(self) -> None:
        """Take away what lies over the door, and let go of the register's last objects."""
        self._window.bare()
        QTimer.singleShot(_SWEPT, self, gc.collect)


def _lose_half_typed(act: str) -> Question:
    """Return the question to ask where a form cannot be kept; `act` is "Lock" or "Close"."""
    return Question(
        f"{act}, and lose what is half-typed?",
        "A form that you began cannot be kept on this computer: its disk is full, or will not be "
        "written to.",
        act=f"{act} and lose it",
        safe="Go back to the form",
        more="Everything saved is safe. Save the form first, or finish it.",
        icon="pen",
    )
