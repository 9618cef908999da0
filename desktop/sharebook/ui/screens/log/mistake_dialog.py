"""Asks why an entry was a mistake, or why it was none after all."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.bootstrap.sealed_log import log_of
from sharebook.domain.errors import SharebookError
from sharebook.domain.kept_drafts import ENTRY
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.half_typed import Form, HalfTyped
from sharebook.ui.screens.log.entry_facts import EntryFacts
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import IconLabel, beside, label
from sharebook.ui.widgets.sheet import row

_STRIKE = (
    "For when nothing was sent at all, or it is in the log twice. No answer, figure or print for a "
    "family will have it. Your log keeps it, struck through, with your name and your reason, and "
    "you can take this back."
)
_BACK = (
    "It says again what it said before, and counts again in answers, figures and prints. That it "
    "was struck out for a time stays on record."
)
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MistakeDialog(SheetDialog):
    """Strikes an entry out, or puts it back; accepted means it was written.

    Attributes:
        reason: the field for the reason.
        act: does it; safe: leaves everything as it is.
    """

    def __init__(self, window: QWidget, office: Office, entry: EntryFacts) -> None:
        self._struck = bool(entry.mistake)
        title = f"Was entry {entry.said} recorded by mistake?"
        if self._struck:
            title = f"Was entry {entry.said} right after all?"
        super().__init__(window, title, 620)
        self._office = office
        self._entry = entry
        self.reason = Field("reason", "Wh&y?", QLineEdit())
        self.act = button("C&ount it again" if self._struck else "St&rike it out")
        self.safe = button("Leave it as it is", "go", key="Esc")
        self._lay_out(title)
        self.act.clicked.connect(self._on_act)
        self.safe.clicked.connect(self.reject)
        self.safe.setDefault(True)
        self.reason.inner.setFocus()
        self._half = None if entry.sealed else self._kept()  # drafts count in the open log alone

    def _kept(self) -> HalfTyped:
        line, number = self.reason.inner, self._entry.number
        edits = {"reason": line} if isinstance(line, QLineEdit) else {}
        return HalfTyped(
            self, self._office, Form(ENTRY, f"Why entry {number} is wrong", edits, about=number)
        )

    def put_away(self) -> None:
        """Keep a half-typed reason."""
        if self._half is not None:
            self._half.put_away()

    def _lay_out(self, title: str) -> None:
        icon = IconLabel("undo", 24, "accent")
        self.column.addWidget(beside(icon, label(title, "h2", wrap=True), gap=14))
        self.column.addWidget(label(_BACK if self._struck else _STRIKE, wrap=True))
        other = self._entry.puts_right
        if other and not self._struck:
            both = (
                f"It puts entry {self._entry.other(other)} right, and both tell of one event: "
                "neither will count. If only this one is wrong, put it right instead."
            )
            self.column.addWidget(label(both, "muted", wrap=True))
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
        desk, line = self._office.desk, self.reason.inner
        reason = line.text() if isinstance(line, QLineEdit) else ""
        try:
            striking = log_of(desk, sealed=self._entry.sealed).striking
            do = striking.put_back if self._struck else striking.strike_out
            do(self._entry.number, reason, desk.person)
        except SharebookError as problem:
            self._office.telling.tell(problem, [self.reason])
            self.fit()
            return
        self.accept()
