"""Keeping and disposing: what is due, holds, how long, and what was disposed of."""

from collections.abc import Callable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QPushButton, QWidget

from sharebook.domain.errors import SharebookError
from sharebook.ui.busy import Busy
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.may_write import may_write
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.disposal import tables
from sharebook.ui.screens.disposal.dialogs import dispose_dialog, lift_dialog, years_dialog
from sharebook.ui.screens.disposal.facts import DueRow, Facts, HoldRow, read
from sharebook.ui.screens.disposal.hold_dialog import HoldDialog
from sharebook.ui.screens.disposal.part import Part
from sharebook.ui.screens.disposal.sealed_left import SealedLeft
from sharebook.ui.screens.fitted import FittedScreen
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.segments import Segments
from sharebook.ui.widgets.steps import Steps
from sharebook.ui.widgets.table import TWO_LINES, Table

if TYPE_CHECKING:
    from sharebook.services.ports import Progress

_PARTS = (
    ("Due", "due"),
    ("Holds", "holds"),
    ("How long", "rules"),
    ("Disposed of", "disposals"),
)
_CHANGES = frozenset({"disposal", "hold", "keeping", "pupil", "disclosure"})


class DisposalScreen(FittedScreen):
    """Nothing here goes by itself; the lists say what may, and a person decides."""

    name = "disposal"
    title = "Keeping and disposing"
    shows = _CHANGES

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.facts: Facts | None = None
        self.print_button = button("Print the list", "", "print", "F4")
        self.buttons.addWidget(self.print_button)
        self.choice = Segments(_PARTS, "What to look at")
        self.busy = Busy()
        self.steps = Steps()
        self.parts = self._made_parts()
        self.sealed_left = SealedLeft(office)
        self.body.addWidget(self.choice)
        self.body.addWidget(self.sealed_left)
        self.body.addWidget(self.busy)
        self.body.addWidget(self.steps, 1)
        self._backups = label("", "small", wrap=True)
        self.body.addWidget(self._backups)
        self._connect()
        self._turn("due")

    def _made_parts(self) -> dict[str, Part]:
        due: Table[DueRow] = Table(tables.DUE, "What is due for disposal", TWO_LINES)
        holds: Table[HoldRow] = Table(
            tables.HOLDS,
            "Holds",
            TWO_LINES,
            struck=lambda it: it.recorded.record.lifted_on is not None,
        )
        rules = Table(tables.RULES, "How long things are kept", TWO_LINES)
        disposals = Table(tables.DISPOSALS, "The disposal register", TWO_LINES)
        self.dispose_button = button("&Dispose of it…", "", "stop")
        self.hold_button = button("Put a &hold…", "", "lock")
        self.lift_button = button("&Lift it…", "", "undo")
        self.years_button = button("Chan&ge how long…", "", "edit")
        return {
            "due": Part(
                due,
                "Nothing is due for disposal",
                "Children who left appear here when their time has ended. Nothing goes by itself.",
                self.dispose_button,
            ),
            "holds": Part(
                holds,
                "Nothing is held",
                "Put a hold while a request, a court case or an inquiry is open.",
                self.hold_button,
                self.lift_button,
            ),
            "rules": Part(rules, "No rule applies to this school", "", self.years_button),
            "disposals": Part(
                disposals, "Nothing was disposed of yet", "What goes is written down here."
            ),
        }

    def _connect(self) -> None:
        self.choice.chosen.connect(lambda name: self._turn(str(name), focus=False))
        self.sealed_left.gone.connect(self._on_sealed_gone)
        self.print_button.clicked.connect(self.print_what_is_shown)
        self.dispose_button.clicked.connect(self._on_dispose)
        self.hold_button.clicked.connect(lambda: self._ask(HoldDialog(*self._around()), "hold"))
        self.lift_button.clicked.connect(self._on_lift)
        self.years_button.clicked.connect(self._on_years)
        for name, do in (
            ("due", self._on_dispose),
            ("holds", self._on_lift),
            ("rules", self._on_years),
        ):
            table = self.parts[name].table
            table.opened.connect(lambda _row, do=do: do())
            table.selectionModel().selectionChanged.connect(lambda *_: self._fit_buttons())

    def arrive(self, *, part: str = "", **_wanted: Any) -> None:
        """Open one part: due, holds, rules or disposals."""
        self.refresh(frozenset({"*"}))
        self._turn(part or str(self.choice.value))

    def refresh(self, changed: frozenset[str]) -> None:  # noqa: ARG002 - one reading is all
        """Read everything away from the window: a large school has many leavers."""
        desk = self.office.desk

        def work(_progress: "Progress") -> Facts:
            with closing(desk.again()) as own:
                return read(own)

        job = self.busy.watch(self.office.background.start(work), "Looking at what is due")
        job.succeeded.connect(self._on_read)
        job.failed.connect(self.office.telling.tell)

    def primary(self) -> None:
        """Do what the part is for (Ctrl Enter)."""
        here = str(self.choice.value)
        do: dict[str, Callable[[], object]] = {
            "due": self._on_dispose,
            "holds": self.hold_button.click,
            "rules": self._on_years,
        }
        if here in do:
            do[here]()

    def print_what_is_shown(self) -> None:
        """Show the list to sign, or the disposal register, as it prints (F4)."""
        here = str(self.choice.value)
        self.office.go("reports", kind="disposals" if here == "disposals" else "disposal-list")

    def panels(self) -> list[QWidget]:
        """The choice, then the list."""
        return [self.choice, self.parts[str(self.choice.value)]]

    def _turn(self, name: str, *, focus: bool = True) -> None:
        self.choice.choose(name)
        part = self.parts[name]
        here = self.choice.findChildren(QPushButton)
        self.steps.turn_to(part)
        if part.empty or not focus:
            next(each for each in here if each.isChecked()).setFocus()
        self._backups.setVisible(name in {"due", "disposals"})
        self.sealed_left.show_on(due=name == "due")
        self._fit_buttons()

    def _on_read(self, facts: Facts) -> None:
        self.facts = facts
        rows: dict[str, Sequence[Any]] = {
            "due": facts.due,
            "holds": facts.holds,
            "rules": facts.rules,
            "disposals": facts.disposals,
        }
        for name, part in self.parts.items():
            part.show_rows(rows[name])
        self._backups.setText(facts.backups)
        self.sealed_left.show_left(facts.left)
        self.sealed_left.show_on(due=self.choice.value == "due")
        self._fit_buttons()

    def _fit_buttons(self) -> None:
        reads = not may_write(self.office.desk)
        due, hold = self.parts["due"].records, self.parts["holds"].record
        free = bool(due) and not any(each.due.held for each in due)
        self.dispose_button.setEnabled(not reads and free)
        lifted = hold is None or hold.recorded.record.lifted_on is not None
        self.lift_button.setEnabled(not reads and not lifted)
        self.hold_button.setEnabled(not reads)
        self.years_button.setEnabled(not reads and self.parts["rules"].record is not None)

    def _around(self) -> tuple[QWidget, Office]:
        return self.window(), self.office

    def _on_dispose(self) -> None:
        rows = self.parts["due"].records
        if not rows or not self.dispose_button.isEnabled():
            return
        propose = self.office.desk.disposing.propose
        try:
            proposals = [propose(each.due.what, each.due.number) for each in rows]
        except SharebookError as problem:
            self.office.telling.tell(problem)
            self.refresh(frozenset({"*"}))
            return
        dialog = dispose_dialog(*self._around(), rows, proposals)
        if self._ask(dialog, "disposal", "pupil", "disclosure"):
            self._sweep()

    def _on_sealed_gone(self) -> None:
        self._sweep()
        self.refresh(frozenset({"*"}))
        self._turn("due")

    def _sweep(self) -> None:
        """Write the file anew away from the window: a large one takes seconds."""
        desk = self.office.desk

        def work(_progress: "Progress") -> bool:
            with closing(desk.again()) as own:
                return own.disposing.sweep()

        def done(swept: object) -> None:
            later = "Traces are cleared at the next unlocking"
            self.office.toast.say("Gone, and in the disposal register" if swept else later)

        job = self.busy.watch(self.office.background.start(work), "Clearing the last traces")
        job.succeeded.connect(done)
        job.failed.connect(self.office.telling.tell)

    def _on_lift(self) -> None:
        row = self.parts["holds"].record
        if row is not None and self.lift_button.isEnabled():
            self._ask(lift_dialog(*self._around(), row), "hold")

    def _on_years(self) -> None:
        rule = self.parts["rules"].record
        if rule is not None and self.years_button.isEnabled():
            self._ask(years_dialog(*self._around(), rule), "keeping")

    def _ask(self, dialog: SheetDialog, *nouns: str) -> bool:
        done = bool(dialog.exec())
        if done:
            self.office.changed.tell(*nouns)
        self._turn(str(self.choice.value))
        return done


SCREEN = DisposalScreen
