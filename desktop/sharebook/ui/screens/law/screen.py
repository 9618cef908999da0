"""The law's lists: every row with its source, and the school's own word on it."""

from typing import Any

from PySide6.QtWidgets import QWidget

from sharebook.services.amending import LawLine
from sharebook.ui.dialogs.why import Asked, WhyDialog
from sharebook.ui.look import look
from sharebook.ui.may_write import may_write
from sharebook.ui.models.rows import Column
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.fitted import FittedScreen
from sharebook.ui.screens.law.change_dialog import ChangeDialog
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import panel, row
from sharebook.ui.widgets.table import TWO_LINES, Table
from sharebook.words.law import choices, decided, stands, sure

_MIDDLING, _NARROW = 760, 520  # pixels at 100 % below which a column moves under the row's words
_LEAST = 180
_FIRST = "gateways"  # where the law moves
_NOTE = "A row changes on your data protection officer’s word. The head or the office writes it."


class LawScreen(FittedScreen):
    """Nothing here is edited: a decision is written over the shipped row."""

    name = "law"
    title = "The law’s lists"
    shows = frozenset({"amendment"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.list = Combo(choices(), "Which list")
        self.list.choose(_FIRST)
        self.table: Table[LawLine] = Table(self._columns(), "The rows of this list", TWO_LINES)
        self.table.setMinimumHeight(look().px(_LEAST))
        self.why_button = button("&Why, and from where…", "", "scales")
        self.change_button = button("Chan&ge this row…", "", "edit")
        self.buttons.addWidget(self.list)
        self._lay_out()
        self.list.currentIndexChanged.connect(lambda _place: self._read())
        self.table.opened.connect(lambda _row: self._on_why())
        self.why_button.clicked.connect(self._on_why)
        self.change_button.clicked.connect(self._on_change)

    def _lay_out(self) -> None:
        frame, column = panel("sheet", 12, 10)
        column.addWidget(self.table, 1)
        column.addLayout(row(self.why_button, self.change_button, 1))
        self.body.addWidget(frame, 1)
        self.body.addWidget(label(_NOTE, "small", wrap=True))

    def _columns(self) -> list[Column[LawLine]]:
        today = self.office.desk.clock.today
        return [
            Column(
                "Row",
                lambda it: it.here.words if it.here else it.code,
                second=lambda it: it.here.source if it.here else "",
                bold=True,
            ),
            Column(
                "How sure",
                lambda it: sure(it.here) if it.here else "",
                width=200,
                folds=_MIDDLING,
            ),
            Column(
                "Here",
                lambda it: stands(it.here, today()),
                second=lambda it: decided(it.amendment.record if it.amendment else None),
                width=180,
                folds=_NARROW,
            ),
        ]

    def arrive(self, *, name: str = "", **_wanted: Any) -> None:
        """Open one list."""
        if name:
            self.list.choose(name)
        self._read()
        self.table.setFocus()

    def refresh(self, changed: frozenset[str]) -> None:  # noqa: ARG002 - one reading is all
        """Read the rows anew."""
        self._read()

    def primary(self) -> None:
        """Change the chosen row (Ctrl Enter)."""
        self._on_change()

    def panels(self) -> list[QWidget]:
        """The list's name, then its rows."""
        return [self.list, self.table]

    def _read(self) -> None:
        self.table.show_rows(self.office.desk.amending.lines(str(self.list.currentData())))
        if self.table.record is None:
            self.table.pick_first()
        reads = not may_write(self.office.desk)
        self.change_button.setEnabled(not reads)

    def _on_why(self) -> None:
        line, desk = self.table.record, self.office.desk
        if line is None:
            return
        reason = desk.explaining.row(line.catalogue, line.code, desk.clock.today())
        words = line.here.words if line.here else line.code
        WhyDialog(self.window(), [Asked(words, (reason,) if reason else ())]).exec()

    def _on_change(self) -> None:
        line = self.table.record
        if line is None or not self.change_button.isEnabled():
            return
        if ChangeDialog(self.window(), self.office, line).exec():
            self.office.changed.tell("amendment")
            self.office.toast.say("Written down, and it counts from now on")
        self.table.setFocus()


SCREEN = LawScreen
