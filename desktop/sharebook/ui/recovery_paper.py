"""The recovery sheet on its way to paper: its code, print and save, and the code typed back."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sharebook.domain.errors import Refused, Trouble
from sharebook.ui.busy import Busy
from sharebook.ui.look import look
from sharebook.ui.telling import Telling
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.door import Helpers
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import notice, panel, row
from sharebook.words.sentences import told

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

_WORDS = "If every passphrase is lost, only this sheet opens the register."
_MORE = "Print it and put it in the school safe. If you saved it as a file, delete the file."


class RecoveryPaper(QWidget):
    """Shows the code once, prints or saves its sheet, and asks for the code back.

    Signals:
        submitted: Enter was pressed after the code.
    """

    submitted = Signal()

    def __init__(self, helpers: Helpers, desk: "Desk", code: str) -> None:
        super().__init__()
        from sharebook.bootstrap.starting import recovery_sheet

        self._helpers = helpers
        self._telling = Telling(helpers.ask)
        self._sheet = recovery_sheet(desk, code)
        self.typed = QLineEdit()
        self.field = Field(
            "code", "Type the code from the sheet", self.typed, "Capitals and gaps do not matter."
        )
        self.print = button("Print the sheet", "", "print")
        self.keep = button("Save it as a file", "quiet")
        self.kept = label("", "ok", wrap=True)
        self.kept.hide()
        self.busy = Busy()
        self._lay_out()
        self.setFocusProxy(self.print)
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addWidget(notice("gap", _WORDS, _MORE))
        frame, inside = panel("tint", 14, 10)
        shown = label(self._sheet.code, "h2", wrap=True)
        shown.setAccessibleName("Recovery code " + " ".join(self._sheet.code))
        inside.addWidget(shown)
        inside.addLayout(row(self.print, self.keep, 1))
        inside.addWidget(self.kept)
        for part in (frame, self.busy, self.field):
            column.addWidget(part)

    def _connect(self) -> None:
        self.print.clicked.connect(self._on_print)
        self.keep.clicked.connect(self._on_keep)
        self.typed.returnPressed.connect(self.submitted)
        self.typed.textEdited.connect(lambda _typed: self.field.complain(""))

    def is_typed_back(self) -> bool:
        """Say whether the code stands there as printed; else tell what is wrong with it."""
        from sharebook.bootstrap.starting import refuse_other_code

        try:
            refuse_other_code(self.typed.text(), self._sheet.code)
        except Refused as refusal:
            self.field.complain(told(refusal))
            self.typed.setFocus()
            return False
        return True

    def _on_keep(self) -> None:
        path = self._helpers.ask.saves("Save the recovery sheet", "Recovery sheet.pdf", "*.pdf")
        if path is None:
            return
        job = self.busy.watch(self._helpers.background.start(self._render), "Making the sheet")
        job.succeeded.connect(partial(self._save, path))
        job.failed.connect(self._telling.tell)

    def _save(self, path: Path, content: bytes) -> None:
        try:
            path.write_bytes(content)
        except OSError as error:
            why = error.strerror or "the disk would not have it"
            self._telling.tell(Trouble("recovery_sheet_not_kept", file=path.name, why=why))
            return
        self._say(f"Saved as {path.name}. Print it, then delete the file.")

    def _on_print(self) -> None:
        job = self.busy.watch(self._helpers.background.start(self._render), "Making the sheet")
        job.succeeded.connect(self._send)
        job.failed.connect(self._telling.tell)

    def _send(self, content: bytes) -> None:
        from sharebook.ui.printing import ask_printer, printing

        printer = ask_printer(self.window(), "Recovery sheet")
        if printer is None:
            return
        job = self._helpers.background.start(printing(content, printer))
        self.busy.watch(job, "Printing the sheet")
        job.succeeded.connect(lambda _pages: self._say("Sent to the printer."))
        job.failed.connect(self._telling.tell)

    def _render(self, _progress: object) -> bytes:
        from sharebook.bootstrap.starting import print_recovery

        return print_recovery(self._sheet)

    def _say(self, words: str) -> None:
        self.kept.setText(words)
        self.kept.show()
        self.typed.setFocus()
