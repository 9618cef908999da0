"""Where backups go: this computer, a second place, and how long they stay."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.domain.backups import Rule
from sharebook.services.backing_up import Standing
from sharebook.ui.look import look
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import panel, row
from sharebook.words.backups import keeping_sentence
from sharebook.words.days import long_day
from sharebook.words.moments import day_and_time

_NONE = (
    "If this computer breaks or is stolen, its backups go with it. Choose a folder on the school's "
    "server, or a stick that is locked away: every backup is copied there too."
)
_AWAY = (
    "It is not there now, so the newest backups are on this computer alone. Plug in the stick or "
    "connect the drive, then back up."
)


class Places(QWidget):
    """Three quiet cards beside the list.

    Signals:
        choose: a second place is wanted.
        forget: nothing is to be copied there any more.
        restore_file: a backup that is somewhere else is to be restored.
        go_back: the folder of a register put aside by a restore.
    """

    choose = Signal()
    forget = Signal()
    restore_file = Signal()
    go_back = Signal(object)

    def __init__(self, rules: Sequence[Rule]) -> None:
        super().__init__()
        self.choose_button = button("Choose a folder…", "", "disk")
        self.forget_button = button("Copy there no more", "quiet")
        self.open_button = button("Open the folder", "quiet")
        self.file_button = button("Restore from a file…", "", "undo")
        self.back_button = button("Undo the last restore…", "", "undo")
        self._here = label("", "small", wrap=True)
        self._second = label("", "b", wrap=True)
        self._state = label("", "small", wrap=True)
        self._aside = label("", "small", wrap=True)
        self._kept = label(keeping_sentence(rules), "small", wrap=True)
        self._pause = label("", "small", wrap=True)
        self._folder = Path()
        self._put_aside: list[Path] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(14))
        for words, said, buttons in (
            (
                "A second place",
                (self._second, self._state),
                (self.choose_button, self.forget_button),
            ),
            ("On this computer", (self._here, self._kept, self._pause), (self.open_button,)),
            ("Putting one back", (self._aside,), (self.file_button, self.back_button)),
        ):
            frame, inside = panel("sheet", 16, 8)
            inside.addWidget(label(words, "h3"))
            for part in said:
                inside.addWidget(part)
            for each in buttons:
                inside.addLayout(row(each, 1))
            column.addWidget(frame)
        column.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self.choose)
        self.forget_button.clicked.connect(self.forget)
        self.file_button.clicked.connect(self.restore_file)
        self.open_button.clicked.connect(self._on_open)
        self.back_button.clicked.connect(lambda: self.go_back.emit(self._put_aside[0]))

    def show_places(self, standing: Standing, put_aside: Sequence[Path]) -> None:
        """Show where backups are, and the registers earlier restores `put_aside`."""
        self._folder = standing.folder
        self._here.setText(str(standing.folder))
        self._here.setToolTip(str(standing.folder))
        self.open_button.setEnabled(bool(standing.backups))
        self._second.setText(str(standing.second) if standing.second else "There is none yet")
        self._state.setText(_state(standing))
        change = "Choose another folder…" if standing.second else "Choose a folder…"
        self.choose_button.setText(f" {change}")
        self.choose_button.setAccessibleName(change)
        self.forget_button.setVisible(standing.second is not None)
        paused = standing.paused_until
        self._pause.setVisible(paused is not None)
        if paused is not None:
            day = long_day(paused.astimezone().date())
            self._pause.setText(f"After the restore none goes before {day}.")
        self._put_aside = list(put_aside)
        self.back_button.setVisible(bool(put_aside))
        self._aside.setText(_aside(self._put_aside))

    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def _state(standing: Standing) -> str:
    if standing.second is None:
        return _NONE
    if not standing.second_is_there:
        return _AWAY
    if standing.second_newest is None:
        return "It holds no backup of this register yet. The next one is copied there."
    return f"The newest copy there was made {day_and_time(standing.second_newest.moment)}."


def _aside(put_aside: Sequence[Path]) -> str:
    if not put_aside:
        return "You see what you would get and what you would lose before anything is changed."
    return f"The last restore put the register of before aside as {put_aside[0].name}."
