"""Step three: the recovery sheet, kept on paper and typed back."""

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.domain.errors import Refused, Trouble
from sharebook.ui.look import look
from sharebook.ui.recovery_paper import RecoveryPaper
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.door import Helpers
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import row

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk


class RecoveryStep(QWidget):
    """Goes on once the sheet's code was typed back.

    Signals:
        done: the code was typed back.

    Attributes:
        paper: the sheet.
    """

    done = Signal()

    def __init__(self, helpers: Helpers, desk: "Desk", code: str) -> None:
        super().__init__()
        self._desk = desk
        self.paper = RecoveryPaper(helpers, desk, code)
        self.go_on = button("Go on", "go", key="Enter")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addWidget(label("Step 3 of 4", "eyebrow"))
        column.addWidget(label("The recovery sheet", "h1"))
        column.addWidget(self.paper)
        column.addLayout(row(1, self.go_on))
        column.addStretch(1)
        self.setFocusProxy(self.paper.print)
        self.go_on.clicked.connect(self._on_go_on)
        self.paper.submitted.connect(self._on_go_on)

    def _on_go_on(self) -> None:
        from sharebook.bootstrap.sheet_proof import SheetProof

        if not self.paper.is_typed_back():
            return
        with contextlib.suppress(Refused, Trouble):  # a reminder only; the next proof is noted
            SheetProof(self._desk.access, self._desk.clock).remember()
        self.done.emit()
