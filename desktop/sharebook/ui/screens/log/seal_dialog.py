"""Asks before an entry moves into the compartment, or out of it, and moves it."""

from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.bootstrap.sealed_log import sealed_log
from sharebook.domain.sealed import said_number
from sharebook.services.ports import Progress
from sharebook.ui.background import Job
from sharebook.ui.busy import Busy
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.log.entry_facts import EntryFacts
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import IconLabel, beside, label
from sharebook.ui.widgets.sheet import row

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

_IN = (
    "It is copied into the sealed log, and struck out in the open log. No answer, figure or print "
    "has it from then on. Its files go with it, and leave the open log."
)
_SEEN = (
    "What was seen stays seen: the office can still read the struck-out entry, what it said "
    "before, and the reason you give here. Older backups and prints have it too."
)
_OUT = (
    "It becomes a new entry of the open log, which the office, answers and prints have from then "
    "on. Nothing there says where it came from."
)
_KEPT = (
    "In the sealed log it stays, struck out, with your reason. Only the safeguarding lead and the "
    "head read that."
)
_USUAL = "Recorded in the wrong place"
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SealDialog(SheetDialog):
    """Moves an entry beside the window; accepted means it was done.

    While it is moved the safe button, and Esc, stop it: the entry then stays where it is. Where
    that comes too late, the dialog says that it was moved.

    Attributes:
        reason: the field for the reason.
        act: does it; safe: leaves everything as it is.
        busy: how far it has come.
        said: what was done, in words.
    """

    def __init__(self, window: QWidget, office: Office, entry: EntryFacts) -> None:
        title = f"Move entry {entry.said} into the compartment?"
        if entry.sealed:
            title = f"Bring entry {entry.said} out of the compartment?"
        super().__init__(window, title, 620)
        self._office = office
        self._entry = entry
        self.said = ""
        line = QLineEdit("" if entry.sealed else _USUAL)
        hint = "" if entry.sealed else "The office reads it. Say nothing about the child."
        self.reason = Field("reason", "Wh&y?", line, hint)
        self.act = button("&Bring it out" if entry.sealed else "&Move it in")
        self.safe = button("Leave it where it is", "go", key="Esc")
        self.busy = Busy()
        self.busy.stop.hide()  # the safe button does it
        self._job: Job | None = None
        self._lay_out(title)
        self.act.clicked.connect(self._on_act)
        self.safe.clicked.connect(self.reject)
        self.safe.setDefault(True)
        line.selectAll()
        line.setFocus()

    def _lay_out(self, title: str) -> None:
        icon = IconLabel("eye" if self._entry.sealed else "eyeoff", 24, "hold")
        self.column.addWidget(beside(icon, label(title, "h2", wrap=True), gap=14))
        self.column.addWidget(label(_OUT if self._entry.sealed else _IN, wrap=True))
        self.column.addWidget(label(_KEPT if self._entry.sealed else _SEEN, wrap=True))
        self.column.addWidget(self.reason)
        self.column.addWidget(self.busy)
        self.column.addSpacing(look().px(8))
        self.column.addLayout(row(1, self.act, self.safe))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter after the reason leads on to the button: nothing typed is lost, nothing done."""
        if event.key() in _ENTERS and self.reason.inner.hasFocus():
            self.act.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def put_away(self) -> None:
        """Let the dialog close: the window locks. What is kept by then is kept in both logs."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def reject(self) -> None:
        """Leave everything as it is; stop what has been begun, and wait for its end."""
        if self._job is None:
            super().reject()
            return
        self.busy.stop.click()
        self.safe.setEnabled(False)

    def _on_act(self) -> None:
        self.reason.complain("")
        line = self.reason.inner
        reason = line.text() if isinstance(line, QLineEdit) else ""
        desk, entry = self._office.desk, self._entry

        def work(progress: Progress) -> str:
            with closing(desk.again()) as own:
                return _moved(own, entry, reason, progress)

        self._work(self._office.background.start(work))

    def _work(self, job: Job) -> None:
        self._job = self.busy.watch(job, f"Moving entry {self._entry.said}")
        job.succeeded.connect(self._on_moved)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        self._let(working=True)
        self.safe.setFocus(Qt.FocusReason.OtherFocusReason)

    def _let(self, *, working: bool) -> None:
        """Offer the reason and the deed, or while it is done neither."""
        for each in (self.reason, self.act):
            each.setEnabled(not working)
        self.safe.setEnabled(True)

    def _on_moved(self, said: str) -> None:
        self._job = None
        self.said = said
        self.accept()

    def _on_failed(self, problem: BaseException) -> None:
        self._job = None
        self._let(working=False)
        self._office.telling.tell(problem, [self.reason])
        self.fit()

    def _on_cancelled(self) -> None:
        self._job = None
        self.reject()
        self._office.toast.say(f"Stopped: entry {self._entry.said} stays where it is")

    def event(self, event: QEvent) -> bool:
        """Make room for what says how far it has come."""
        if event.type() == QEvent.Type.LayoutRequest and self.busy.isVisible():
            QTimer.singleShot(0, self, self._make_room)
        return super().event(event)

    def _make_room(self) -> None:
        self.fit()
        if self._middle is not None:
            self._middle.ensureWidgetVisible(self.busy)


def _moved(desk: "Desk", entry: EntryFacts, reason: str, progress: Progress) -> str:
    """Move the entry; return in words what was done."""
    sealing = sealed_log(desk).sealing
    move = sealing.bring_out if entry.sealed else sealing.move_in
    moved = move(entry.number, reason, desk.person, sweeps=False, progress=progress)
    if entry.sealed:
        return f"Brought out: it is entry {moved.open_number} of the open log"
    return f"Moved: it is entry {said_number(moved.sealed_number, sealed=True)} now"
