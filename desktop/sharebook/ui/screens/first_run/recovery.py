"""Step three: the recovery sheet, kept on paper and typed back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sharebook.ui.ask import Ask
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import notice, panel, row

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk


class RecoveryStep(QWidget):
    """Shows the recovery code once, saves its sheet, and asks for it back.

    Signals:
        done: the code was typed back.
    """

    done = Signal()

    def __init__(self, ask: Ask, desk: "Desk", code: str) -> None:
        super().__init__()
        self._ask = ask
        self._desk = desk
        self._code = code
        self.typed = QLineEdit()
        self.field = Field(
            "code", "Type the code from the sheet", self.typed, "Capitals and gaps do not matter."
        )
        self.keep = button("Save the sheet to print", "", "print")
        self.go_on = button("Go on", "go")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label("Step 3 of 4", "eyebrow"))
        column.addWidget(label("The recovery sheet", "h1"))
        words = "If every passphrase is lost, only this sheet opens the register."
        column.addWidget(
            notice("gap", words, "Print it, put it in the school safe, delete the file.")
        )
        frame, inside = panel("tint", 12, 6)
        shown = label(code, "h2", wrap=True)
        shown.setAccessibleName("Recovery code " + " ".join(code))
        inside.addWidget(shown)
        inside.addLayout(row(self.keep, 1))
        column.addWidget(frame)
        column.addWidget(self.field)
        column.addLayout(row(1, self.go_on))
        self.keep.clicked.connect(self._on_keep)
        self.go_on.clicked.connect(self._on_go_on)
        self.typed.returnPressed.connect(self._on_go_on)

    def _on_keep(self) -> None:
        path = self._ask.saves("Save the recovery sheet", "Recovery sheet.pdf", "PDF (*.pdf)")
        if path is None:
            return
        from sharebook.bootstrap.starting import recovery_sheet

        path.write_bytes(recovery_sheet(self._desk, self._code))

    def _on_go_on(self) -> None:
        from sharebook.bootstrap.starting import same_code

        if same_code(self.typed.text(), self._code):
            self.done.emit()
        else:
            self.field.complain("That is not the code on the sheet. Compare them letter by letter.")
            self.typed.setFocus()
