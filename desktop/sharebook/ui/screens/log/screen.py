"""The log screen: every entry, found by words and filters, one of them in full beside it."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from sharebook.bootstrap.sealed_log import holds_key
from sharebook.domain.names import PupilId
from sharebook.services.ports import Progress
from sharebook.ui import actions
from sharebook.ui.busy import Busy
from sharebook.ui.folding import folded
from sharebook.ui.look import look
from sharebook.ui.may_write import for_writers, may_write
from sharebook.ui.room import HUGE_TEXT, LARGE_TEXT, stacks
from sharebook.ui.screens.base import Office, Screen
from sharebook.ui.screens.half_typed import about_of
from sharebook.ui.screens.latest import Latest
from sharebook.ui.screens.log.counts import Counts
from sharebook.ui.screens.log.entry_dialogs import EntryDialogs
from sharebook.ui.screens.log.entry_facts import EntryFacts, read_entry
from sharebook.ui.screens.log.entry_panel import EntryPanel
from sharebook.ui.screens.log.file_deeds import FileDeeds
from sharebook.ui.screens.log.filters import Filters
from sharebook.ui.screens.log.lines import LogLine, read_lines
from sharebook.ui.screens.log.saving import save_rows
from sharebook.ui.screens.log.sealed_part import SealedPart
from sharebook.ui.screens.log.table import LogTable
from sharebook.ui.screens.log.to_form import ToForm
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.nothing import Nothing
from sharebook.ui.widgets.sheet import panel, row

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

_KEPT = (
    "Nothing here is ever changed or deleted. "
    "A mistake is put right by a new entry, and both are kept."
)
_BOTH = 1000  # least width for log and entry side by side
Names = list[tuple[PupilId, str]]


class LogScreen(Screen):
    """The log (Ctrl 3)."""

    name = "log"
    title = "The log"
    shows = frozenset({"disclosure", "recipient", "pupil", "incident"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._lines: list[LogLine] = []
        self._names: Names = []
        self._log = Latest(office, self)
        self._entry = Latest(office, self)
        self.form = ToForm(office, lambda: self.sealed)
        self._wanted = 0
        self._arriving = False
        self.filters = Filters(office.desk.clock.today())
        self.counts = Counts()
        self.table = LogTable()
        self.nothing = Nothing("log", "")
        self.rows = label("", "small")
        self.part = SealedPart(office, self) if holds_key(office.desk) else None
        self.panel = EntryPanel(seals=self.part is not None, writes=may_write(office.desk))
        self.busy = Busy()
        self.dialogs = EntryDialogs(office, self, self.busy)
        self._lay_out()
        self._connect()
        self.refresh(frozenset({"*"}))

    def _lay_out(self) -> None:
        self._add_buttons()
        self.everything = button("Look in the whole log", "go")
        self.nothing.offer(self.everything)
        self._middle = QStackedWidget()
        for each in (self.table, self.nothing):
            self._middle.addWidget(each)
        self.sheet, column = panel("sheet", 14, 8)
        column.setContentsMargins(*(look().px(each) for each in (16, 14, 16, 10)))
        column.addWidget(self.filters)
        column.addLayout(self._counted())
        column.addWidget(self.busy)
        column.addWidget(self._middle, 1)
        foot = row()
        foot.addWidget(label(_KEPT, "small", wrap=True), 1)
        foot.addWidget(self.rows)
        column.addLayout(foot)
        if self.part is not None:
            self.part.lay_out(self.buttons, column)
        both = row(gap=14)
        both.addWidget(self.sheet, 1)
        both.addWidget(self.panel)
        self.body.addLayout(both, 1)

    def _add_buttons(self) -> None:
        large = look().size >= LARGE_TEXT
        keys = ("", "") if large else (actions.said("print"), actions.said("record"))
        brief = look().size >= HUGE_TEXT or (large and self.part is not None)
        self.save = button("Save" if brief else "Save what is shown", "", "disk", keys[0])
        self.record = button("Record" if brief else "Record a disclosure", "go", "pen", keys[1])
        for made in (self.save, self.record):
            self.buttons.addWidget(made)
        for_writers(self.office.desk, self.record, *self.panel.writing)

    def _counted(self) -> QHBoxLayout:
        line = row()
        line.addWidget(self.counts, 1)
        self.order = label("Newest first", "small")
        line.addWidget(self.order)
        return line

    def _connect(self) -> None:
        self.filters.changed.connect(self._sift)
        self.filters.period_changed.connect(self._read)
        self.filters.search.went_down.connect(self._to_table)
        self.table.opened.connect(lambda line: self.show_entry(line.number))
        self.table.picked.connect(self._on_picked)
        self.table.scrolled.connect(self.rows.setText)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._on_sorted)
        self.panel.closed.connect(self._close_panel)
        self.panel.see.connect(self.show_entry)
        for each in (self.dialogs, FileDeeds(self.office, self, self.busy), self.form):
            each.serve(self.panel)
        if self.part is not None:
            self.part.switched.connect(self._on_switched)
        self.record.clicked.connect(self.primary)
        self.save.clicked.connect(self.print_what_is_shown)
        self.everything.clicked.connect(self._on_everything)

    def arrive(self, *, entry: int = 0, search: str = "", **wanted: Any) -> None:
        """Show one entry in full, or look for `search`; `sealed` and `pupil` for the sealed log.

        A `draft` is of an entry's reason, which stands in its dialog again.
        """
        entry = entry or about_of(self.office.desk.drafting, wanted.pop("draft", "")) or 0
        if self.part is not None and (wanted or entry):
            before, sealed = self.sealed, bool(wanted.get("sealed"))
            self.part.choose(sealed=sealed, pupil=wanted.get("pupil"))
            if sealed != before:
                self._on_switched()
            if self.part.name:
                self.filters.search.setText(f'pupil:"{self.part.name}"')
                self._on_everything()
        if search:
            self.filters.search.setText(search)
            self._sift()
        self._arriving = bool(entry)
        if entry:
            self.show_entry(entry)
        else:
            self.filters.search.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def sealed(self) -> bool:
        """Whether the sealed log is shown."""
        return self.part is not None and self.part.sealed

    def refresh(self, changed: frozenset[str]) -> None:  # noqa: ARG002 - all of it is read again
        """Read the log and the open entry again."""
        self._read()
        if not self.panel.isHidden() and self.panel.shown is not None:  # this page may be behind
            self.show_entry(self.panel.shown.number)

    def search(self) -> None:
        """Put the caret into the search (Ctrl F)."""
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def primary(self) -> None:
        """Record a disclosure."""
        self.form.record()

    def leave(self) -> bool:
        """Close the entry, else let go of the filters."""
        if self.panel.isVisible():
            self._close_panel()
            return True
        narrowed = self.filters.any
        if narrowed:
            self.filters.empty()
        return narrowed

    def print_what_is_shown(self) -> None:
        """Save the rows on the screen as a table (F4)."""
        if self.sealed and self.part is not None:
            self.part.print_log()
            return
        save_rows(self.office, self.table.shown)

    def show_entry(self, number: int) -> None:
        """Show one entry in full beside the log."""
        self._wanted = number
        sealed = self.sealed
        self._entry.ask(lambda desk: read_entry(desk, number, sealed=sealed), self._on_entry)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show the entry in the log's place where there is no room for both."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= look().px(_BOTH)
        self.panel.beside(wide=wide)
        self.sheet.setVisible(wide or self.panel.isHidden())
        alone = self.sheet.isHidden() and stacks(self)  # the entry and its buttons need the room
        for head in (self.heading, self.record):
            head.setHidden(alone)
        if self.part is not None:
            self.part.which.setHidden(alone)
        self.save.setHidden(alone or self.sealed)  # of the sealed log only one child's is saved
        if alone:
            self._page.setContentsMargins(0, 0, 0, 0)
        elif stacks(self):
            self.narrow(small=True)

    def _read(self) -> None:
        first, last = self.filters.span.first, self.office.desk.clock.today()
        sealed = self.sealed

        def read(desk: "Desk", progress: Progress) -> tuple[list[LogLine], Names]:
            roll = desk.choosing.everyone(last)
            names = [(each.pupil.id, folded(each.pupil.full_name)) for each in roll]
            return read_lines(desk, first, last, progress, sealed=sealed), names

        self.busy.watch(self._log.ask_long(read, self._on_lines), "Reading the log")

    def _on_lines(self, read: tuple[list[LogLine], Names]) -> None:
        self._lines, self._names = read
        self.filters.offer(self._lines)
        self._sift()

    def _sift(self) -> None:
        shown = self.filters.sift(self._lines, self._names)
        self.table.show_rows(shown)
        said = "found" if self.filters.any else self.filters.span.said
        self.counts.show_lines(shown, said)
        self._middle.setCurrentWidget(self.table if shown else self.nothing)
        self._say_nothing()
        self.rows.setText(self.table.in_view)

    def _say_nothing(self) -> None:
        narrowed = self.filters.any
        title = "No entry like that" if narrowed else f"No entries {self.filters.span.said}"
        second = f"Looked in entries {self.filters.span.said}." if narrowed else ""
        self.nothing.say(title, second)
        self.everything.setVisible(
            self.filters.period.currentIndex() + 1 < self.filters.period.count()
        )

    def _on_sorted(self, _column: int, _order: Qt.SortOrder) -> None:
        self.order.hide()

    def _on_picked(self, line: LogLine) -> None:
        if self.panel.isVisible() and line.number != self._wanted:
            self.show_entry(line.number)

    def _on_entry(self, entry: EntryFacts) -> None:
        self.panel.show_entry(entry)
        self._fit()
        if self._arriving or self.sheet.isHidden():
            self.panel.area.setFocus(Qt.FocusReason.OtherFocusReason)
        self._arriving = False
        if self.part is not None:
            self.part.about(entry.pupil)
        line = next((each for each in self._lines if each.number == entry.number), None)
        if line is not None and line != self.table.record:
            self.table.pick(line)

    def _close_panel(self) -> None:
        self.panel.hide()
        self._fit()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_switched(self) -> None:
        """Show the other log, from its top."""
        self.panel.hide()
        self._fit()
        self.filters.empty()
        self._read()

    def _on_everything(self) -> None:
        self.filters.period.setCurrentIndex(self.filters.period.count() - 1)
        self._read()

    def _to_table(self) -> None:
        if self.table.record is None:
            self.table.pick_first()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


SCREEN = LogScreen
