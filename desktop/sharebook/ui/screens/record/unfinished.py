"""The half-typed forms that wait: one is carried on with, or thrown away."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from sharebook.domain.kept_drafts import KeptDraft
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.models.rows import Column
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import line, row
from sharebook.ui.widgets.table import Table
from sharebook.words.moments import day_and_time

_FEW, _MOST = 2, 6
_TALL = 36


class UnfinishedDialog(SheetDialog):
    """Lists what waits, newest first.

    Attributes:
        chosen: the draft to carry on with, once the dialog was accepted.
        thrown: drafts to throw away; nothing is removed by the dialog itself.
    """

    def __init__(self, window: QWidget, waiting: Sequence[KeptDraft]) -> None:
        super().__init__(window, "Unfinished forms", 680)
        self._waiting = list(waiting)
        self.chosen: KeptDraft | None = None
        self.thrown: list[KeptDraft] = []
        columns: list[Column[KeptDraft]] = [
            Column("What it is about", lambda it: it.words, bold=True),
            Column("Last typed in", lambda it: day_and_time(it.kept_at), width=170),
        ]
        self.table: Table[KeptDraft] = Table(columns, "Unfinished forms")
        self.carry_on = button("Carry &on", "go", key="Enter")
        self.throw = button("&Throw away")
        self.leave = button("Leave them", key="Esc")
        self._lay_out()
        self.table.opened.connect(lambda _record: self._on_carry_on())
        self.carry_on.clicked.connect(self._on_carry_on)
        self.throw.clicked.connect(self._on_throw)
        self.leave.clicked.connect(self.reject)
        self.carry_on.setDefault(True)
        self._show()
        self.table.setFocus()

    def _lay_out(self) -> None:
        self.column.addWidget(label("Unfinished forms", "h2"))
        self.column.addWidget(line("rule"))
        words = "They wait on this computer, encrypted, for you alone. None goes by itself."
        self.column.addWidget(label(words, "muted", wrap=True))
        rows = min(max(len(self._waiting), _FEW), _MOST)
        self.table.setFixedHeight(look().px(_TALL * (rows + 1)))
        self.column.addWidget(self.table)
        self.column.addLayout(row(self.throw, 1, self.leave, self.carry_on))

    def _show(self) -> None:
        self.table.show_rows(self._waiting)
        self.table.pick_first()
        self.carry_on.setEnabled(bool(self._waiting))
        self.throw.setEnabled(bool(self._waiting))

    def _on_carry_on(self) -> None:
        self.chosen = self.table.record
        if self.chosen is not None:
            self.accept()

    def _on_throw(self) -> None:
        draft = self.table.record
        if draft is not None:
            self._waiting.remove(draft)
            self.thrown.append(draft)
            self._show()
            (self.table if self._waiting else self.leave).setFocus()
