"""Step three: the recovery sheet, kept on paper and typed back."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sharebook.domain.errors import Trouble
from sharebook.ui.busy import Busy
from sharebook.ui.look import look
from sharebook.ui.telling import Telling
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.door import Helpers
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import notice, panel, row

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

_WORDS = "If every passphrase is lost, only this sheet opens the register."
_MORE = "Print it and put it in the school safe. If you saved it as a file, delete the file."


class RecoveryStep(QWidget):
    """Shows the recovery code once, prints or saves its sheet, and asks for it back.

    Signals:
        done: the code was typed back.
    """

    done = Signal()

    def __init__(self, helpers: Helpers, desk: "Desk", code: str) -> None:
        super().__init__()
        from sharebook.bootstrap.starting import recovery_sheet

        self._helpers = helpers
        self._telling = Telling(helpers.ask)
        self._sheet = recovery_sheet(desk, code)
        self._code = code
        self.typed = QLineEdit()
        self.field = Field(
            "code", "Type the code from the sheet", self.typed, "Capitals and gaps do not matter."
        )
        self.print = button("Print the sheet", "", "print")
        self.keep = button("Save it as a file", "quiet")
        self.kept = label("", "ok", wrap=True)
        self.kept.hide()
        self.busy = Busy()
        self.go_on = button("Go on", "go", key="Enter")
        self._lay_out()
        self.setFocusProxy(self.print)
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addWidget(label("Step 3 of 4", "eyebrow"))
        column.addWidget(label("The recovery sheet", "h1"))
        column.addWidget(notice("gap", _WORDS, _MORE))
        frame, inside = panel("tint", 14, 10)
        shown = label(self._code, "h2", wrap=True)
        shown.setAccessibleName("Recovery code " + " ".join(self._code))
        inside.addWidget(shown)
        inside.addLayout(row(self.print, self.keep, 1))
        inside.addWidget(self.kept)
        column.addWidget(frame)
        column.addWidget(self.busy)
        column.addWidget(self.field)
        column.addLayout(row(1, self.go_on))
        column.addStretch(1)

    def _connect(self) -> None:
        self.print.clicked.connect(self._on_print)
        self.keep.clicked.connect(self._on_keep)
        self.go_on.clicked.connect(self._on_go_on)
        self.typed.returnPressed.connect(self._on_go_on)
        self.typed.textEdited.connect(lambda _typed: self.field.complain(""))

    def _on_keep(self) -> None:
        path = self._helpers.ask.saves(
            "Save the recovery sheet", "Recovery sheet.pdf", "PDF (*.pdf)"
        )
        if path is None:
            return
        job = self.busy.watch(self._helpers.background.start(self._render), "Making the sheet")
        job.succeeded.connect(partial(self._write, path))
        job.failed.connect(self._telling.tell)

    def _write(self, path: Path, content: bytes) -> None:
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
        from sharebook.ui.screens.documents.printing import ask_printer, printing

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

    def _on_go_on(self) -> None:
        from sharebook.bootstrap.starting import same_code

        if same_code(self.typed.text(), self._code):
            self.done.emit()
        else:
            self.field.complain("That is not the code on the sheet. Compare them letter by letter.")
            self.typed.setFocus()
