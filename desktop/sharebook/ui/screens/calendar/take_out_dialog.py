"""Asks why a term or closure comes out of the calendar."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.domain.errors import SharebookError
from sharebook.domain.school_dates import SchoolDate
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.calendar.tables import span
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import row

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TakeOutDialog(SheetDialog):
    """Accepted means it counts no longer; it stays on record with the reason."""

    def __init__(self, window: QWidget, office: Office, date: SchoolDate) -> None:
        title = f"Take out {date.name}?"
        super().__init__(window, title, 560)
        self._office, self._date = office, date
        self.because = Field("because", "Wh&y?", QLineEdit())
        self.act = button("&Take it out")
        self.safe = button("Leave it in", "go", key="Esc")
        words = f"{span(date.first_day, date.last_day)}. It stays on record, with your reason."
        self.column.addWidget(label(title, "h2", wrap=True))
        self.column.addWidget(label(words, wrap=True))
        self.column.addWidget(self.because)
        self.column.addSpacing(look().px(8))
        self.column.addLayout(row(1, self.act, self.safe))
        self.act.clicked.connect(self._on_act)
        self.safe.clicked.connect(self.reject)
        self.safe.setDefault(True)
        self.because.inner.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter after the reason leads on to the button: nothing is done yet."""
        if event.key() in _ENTERS and self.because.inner.hasFocus():
            self.act.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _on_act(self) -> None:
        self.because.complain("")
        desk, typed = self._office.desk, self.because.inner
        reason = typed.text() if isinstance(typed, QLineEdit) else ""
        try:
            desk.calendar.take_out(self._date.id, reason, desk.person)
        except SharebookError as problem:
            self._office.telling.tell(problem, [self.because])
            self.fit()
            return
        self.accept()
