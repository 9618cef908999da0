"""Terms and closures typed or pasted: shown as they are understood before anything is written."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from sharebook.domain.errors import Refused, SharebookError
from sharebook.services.calendar import Proposal, Proposed
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.calendar.tables import PROPOSED
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import line, row
from sharebook.ui.widgets.table import TWO_LINES, Table
from sharebook.words.days import count

_EXAMPLE = (
    "Autumn term: 2 September 2026 – 18 December 2026; half term 26–30 October\n"
    "INSET 2 September, 4 January"
)
_HINT = "Copy them from your website, or type them. Bank holidays are known already."
_SHOWN = 3  # lines that were not understood
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DatesDialog(SheetDialog):
    """What it shows is what it would write; accepted means it was written.

    Attributes:
        text: what is typed or pasted.
        add: writes what is shown; Ctrl Enter does the same.
        leave: changes nothing, and so does Esc.
    """

    def __init__(self, window: QWidget, office: Office) -> None:
        super().__init__(window, "Terms and closures", 760)
        self._office = office
        self.proposal: Proposal | None = None
        self.text = QPlainTextEdit(tabChangesFocus=True)
        self.text.setPlaceholderText(_EXAMPLE)
        self.field = Field("text", "The &dates", self.text, _HINT)
        self.table: Table[Proposed] = Table(PROPOSED, "What would be kept", TWO_LINES)
        self.unread = label("", "gap", wrap=True)
        self.add = button("&Add to the calendar", "go", key="Ctrl Enter")
        self.leave = button("Change nothing", key="Esc")
        self._lay_out()
        self.text.textChanged.connect(self._on_typed)
        self.add.clicked.connect(self._on_add)
        self.leave.clicked.connect(self.reject)
        self._on_typed()
        self.text.setFocus()

    def _lay_out(self) -> None:
        self.column.addWidget(label("Terms and closures", "h2"))
        self.text.setMinimumHeight(look().px(56))
        self.text.setMaximumHeight(look().px(130))
        self.column.addWidget(self.field)
        self.column.addWidget(line())
        self.table.setMinimumHeight(look().px(84))
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.unread)
        self.column.addLayout(row(self.add, 1, self.leave))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl Enter adds what is shown."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTERS and control:
            self.add.click()
            return
        super().keyPressEvent(event)

    def _on_typed(self) -> None:
        self.field.complain("")
        typed = self.text.toPlainText()
        try:
            self.proposal = self._office.desk.calendar.read(typed)
        except Refused:
            self.proposal = None  # half a line typed so far: nothing to say yet
        lines = self.proposal.lines if self.proposal else ()
        self.table.show_rows(lines)
        self.add.setEnabled(any(not each.known for each in lines))
        self.unread.setText(self._not_understood(typed))

    def _not_understood(self, typed: str) -> str:
        if self.proposal is None:
            return "No term or closure in it yet." if typed.strip() else ""
        missed = self.proposal.unread
        if not missed:
            return ""
        more = f" and {count(len(missed) - _SHOWN, 'line')} more" if len(missed) > _SHOWN else ""
        quoted = ", ".join(f"“{each[:60]}”" for each in missed[:_SHOWN])
        return f"Not understood, and left out: {quoted}{more}."

    def _on_add(self) -> None:
        if self.proposal is None:
            return
        desk = self._office.desk
        try:
            desk.calendar.keep(self.proposal.lines, desk.person)
        except SharebookError as problem:
            self._office.telling.tell(problem, [self.field])
            return
        self.accept()
