"""Backups: the newest one, all of them, where they are, and putting one back."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from sharebook.services.backing_up import STOPPED, Listed, Made, Standing
from sharebook.services.backup_ports import Backup
from sharebook.ui.ask import Question
from sharebook.ui.background import Job
from sharebook.ui.busy import Busy
from sharebook.ui.look import look
from sharebook.ui.screens.away import AtDesk, do_away
from sharebook.ui.screens.backups.places import Places
from sharebook.ui.screens.backups.shelf import BackupList
from sharebook.ui.screens.base import Office, Screen
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.sheet import notice
from sharebook.words.moments import day_and_time
from sharebook.words.sentences import sentence

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.services.ports import Progress

KINDS = "Backups of Sharebook (*.sharebook-backup)"
_WIDE, _SIDE = 3, 2
_LARGE_TEXT = 150


class BackupsScreen(Screen):
    """Everything about backups on one page."""

    name = "backups"
    title = "Backups"
    shows = frozenset({"backup"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.make_button = button("Back up now", "go", "disk", "Ctrl Enter")
        self.buttons.addWidget(self.make_button)
        self.busy = Busy()
        self.list = BackupList()
        self.places = Places(office.desk.backing_up.rules)
        self._verdict = QVBoxLayout()
        self._grid = QGridLayout()
        self._grid.setSpacing(look().px(14))
        self.body.addLayout(self._verdict)
        self.body.addWidget(self.busy)
        self.body.addLayout(self._grid, 1)
        self._place(stacked=False)
        self._connect()

    def _connect(self) -> None:
        self.make_button.clicked.connect(self.primary)
        self.list.prove.connect(self._on_prove)
        self.list.restore.connect(lambda each: self._restore(each.file))
        self.places.choose.connect(self._on_choose)
        self.places.forget.connect(self._on_forget)
        self.places.restore_file.connect(self._on_restore_file)
        self.places.go_back.connect(self._restore)

    def arrive(self, **wanted: Any) -> None:  # noqa: ARG002 - nothing is handed over
        """Look at the folders again: a stick may have been plugged in."""
        self.refresh(frozenset({"*"}))
        self.make_button.setFocus()

    def refresh(self, changed: frozenset[str]) -> None:  # noqa: ARG002 - one reading is all
        """Read the folders away from the window: a network drive may be slow to answer."""
        words = "Looking for backups"
        do_away(self.office, self.busy, _look, words, self._on_looked, quiet=True)

    def primary(self) -> None:
        """Back up now."""
        if not self.make_button.isEnabled():
            return
        self.make_button.setEnabled(False)
        job = self._do(_make, "Backing up", self._on_made)
        job.finished.connect(self._on_over)

    def _on_over(self) -> None:
        """Give the keyboard back: a button that is switched off passes it to the next one."""
        self.make_button.setEnabled(True)
        self.make_button.setFocus()

    def _do(self, work: AtDesk, words: str, then: Callable[[Any], None]) -> Job:
        return do_away(self.office, self.busy, work, words, then)

    def _on_looked(self, found: "tuple[Standing, list[Path]]") -> None:
        standing, put_aside = found
        self.list.show_backups(standing.backups)
        self.places.show_places(standing, put_aside)
        self._say(*_verdict(standing))

    def _on_made(self, made: Made) -> None:
        problems = [copy.problem for copy in made.copies if copy.problem]
        self.office.changed.tell("backup")
        for problem in problems:
            self.office.telling.tell(problem)
        if not problems:
            self.office.toast.say("Backed up, and proved by reading it again")

    def _on_prove(self, backup: Backup) -> None:
        def prove(own: "Desk", _progress: "Progress") -> Listed:
            return own.backing_up.proved_one(backup)

        self._do(prove, "Reading the backup from end to end", self.list.show_proof)

    def _on_choose(self) -> None:
        folder = self.office.ask.folder("Choose a folder for copies of every backup")
        if folder is not None:
            self._remember(folder)

    def _on_forget(self) -> None:
        question = Question(
            "Copy backups there no more?",
            "From now on backups are made on this computer alone.",
            act="Copy there no more",
            safe="Go on copying",
            more="The backups that are there already stay.",
            icon="disk",
        )
        if self.office.ask.agrees(question):
            self._remember(None)

    def _remember(self, folder: Path | None) -> None:
        def remember(own: "Desk", _progress: "Progress") -> None:
            own.backing_up.remember_place(folder)

        self._do(remember, "Looking at the folder", lambda _done: self._on_remembered(folder))

    def _on_remembered(self, folder: Path | None) -> None:
        if folder is None:
            self.refresh(frozenset({"*"}))
        else:
            self.primary()  # a place is proved by using it

    def _on_restore_file(self) -> None:
        file = self.office.ask.opens("Choose a backup", KINDS)
        if file is not None:
            self._restore(file)

    def _restore(self, file: Path) -> None:
        self.office.go("restore", file=file)

    def _say(self, kind: str, words: str, more: str) -> None:
        while self._verdict.count():
            item = self._verdict.takeAt(0)
            old = item.widget() if item else None
            if old:
                old.hide()
                old.deleteLater()
        self._verdict.addWidget(notice(kind, words, more))

    def _place(self, *, stacked: bool) -> None:
        for part in (self.list, self.places):
            self._grid.removeWidget(part)
        self._grid.addWidget(self.list, 0, 0, 1, 2 if stacked else 1)
        self._grid.addWidget(self.places, int(stacked), 0 if stacked else 1, 1, 1 + stacked)
        self._grid.setColumnStretch(0, _WIDE)
        self._grid.setColumnStretch(1, _SIDE)

    def narrow(self, *, small: bool) -> None:
        """Stand in one column when there is little room."""
        super().narrow(small=small)
        if hasattr(self, "_grid"):
            self._place(stacked=small or look().size >= _LARGE_TEXT)
            self.list.narrow(small=small)

    def panels(self) -> list[QWidget]:
        """The list, then where backups are."""
        return [self.list, self.places]


def _look(own: "Desk", _progress: "Progress") -> "tuple[Standing, list[Path]]":
    from sharebook.bootstrap.restores import put_aside

    return own.backing_up.standing(), put_aside(own.folder)


def _make(own: "Desk", progress: "Progress") -> Made:
    return own.backing_up.make(progress)


def _verdict(standing: Standing) -> tuple[str, str, str]:
    newest = next(iter(standing.backups), None)
    if standing.failed_code:
        stopped = standing.failed_code == STOPPED
        return (
            ("gap", sentence(STOPPED), "")
            if stopped
            else ("bad", sentence("backup_failed_last"), "")
        )
    if newest is None:
        return "gap", "There is no backup of this register yet", "Make one now: it takes seconds."
    when = (
        f"The newest backup was made {day_and_time(newest.moment)} and proved by reading it again"
    )
    if standing.second is not None and not standing.second_is_there:
        return "gap", when, "The second place is not there now, so it has no copy of it."
    if standing.second is not None and _lacks(standing, newest):
        return "gap", when, "The second place has no copy of it. Press Back up now."
    return "ok", when, ""


def _lacks(standing: Standing, newest: Backup) -> bool:
    copy = standing.second_newest
    return copy is None or copy.moment < newest.moment


SCREEN = BackupsScreen
