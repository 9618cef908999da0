"""Asks before an entry moves into the compartment, or out of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.bootstrap.sealed_log import sealed_log
from sharebook.domain.errors import SharebookError
from sharebook.domain.sealed import said_number
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.log.entry_facts import EntryFacts
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import IconLabel, beside, label
from sharebook.ui.widgets.sheet import row

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
    """Moves an entry; accepted means it was done.

    Attributes:
        reason: the field for the reason.
        act: does it; safe: leaves everything as it is.
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
        self.column.addSpacing(look().px(8))
        self.column.addLayout(row(1, self.act, self.safe))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter after the reason leads on to the button: nothing typed is lost, nothing done."""
        if event.key() in _ENTERS and self.reason.inner.hasFocus():
            self.act.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _on_act(self) -> None:
        self.reason.complain("")
        line = self.reason.inner
        reason = line.text() if isinstance(line, QLineEdit) else ""
        try:
            self.said = self._move(reason)
        except SharebookError as problem:
            self._office.telling.tell(problem, [self.reason])
            self.fit()
            return
        self.accept()

    def _move(self, reason: str) -> str:
        desk, number = self._office.desk, self._entry.number
        sealing = sealed_log(desk).sealing
        if self._entry.sealed:
            moved = sealing.bring_out(number, reason, desk.person, sweeps=False)
            return f"Brought out: it is entry {moved.open_number} of the open log"
        moved = sealing.move_in(number, reason, desk.person, sweeps=False)
        return f"Moved: it is entry {said_number(moved.sealed_number, sealed=True)} now"
