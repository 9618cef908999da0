"""Today: what to do first, what is due, what is missing, the year in figures."""

from contextlib import closing
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from sharebook.services.reviewing import Due, Gap
from sharebook.ui.actions import said
from sharebook.ui.look import look
from sharebook.ui.screens.base import Office, Screen
from sharebook.ui.screens.today import receipts
from sharebook.ui.screens.today.hero import HeroButton
from sharebook.ui.screens.today.register_rows import Line, RegisterRows, lines
from sharebook.ui.screens.today.rows import RETURN, GapGroup, due_row, gap_row, gather
from sharebook.ui.screens.today.stepping import Stepping
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, label
from sharebook.ui.widgets.sheet import heading, line, panel, row
from sharebook.words.days import count, weekday_day

_NOON, _EVENING = 12, 17
_ONE_COLUMN = 150
_MOST_DUE, _MOST_GAPS = 6, 8
_OPENS = {
    "entry": "log",
    "flow": "recipients",
    "recipient": "recipients",
    "agreement": "recipients",
    "request": "requests",
}


class Today(Screen):
    """The first page of the day."""

    name = "today"
    title = "Today"

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        now = office.desk.clock.now().astimezone()
        greeting = (
            "morning" if now.hour < _NOON else "afternoon" if now.hour < _EVENING else "evening"
        )
        name = f", {office.desk.person.split()[0]}" if office.desk.role else ""
        self.heading.setText(f"Good {greeting}{name}")  # a recovery sheet has no first name
        self.eyebrow.setText(weekday_day(office.desk.clock.today()))
        self.eyebrow.show()
        self.find_button = button("Find anything", "find", "search", said("find"))
        if look().size < _ONE_COLUMN:
            self.find_button.setMinimumWidth(look().px(250))
        self.find_button.clicked.connect(lambda: office.go("find"))
        self.buttons.addWidget(self.find_button)
        self._stepping = Stepping(self)
        self.begin = _begin(office)
        self.register_rows = RegisterRows(office.go)
        self.body.addWidget(self.register_rows)
        self.body.addWidget(self.begin)
        self._due, self._due_column = panel("sheet", 0, 0)
        self._gaps, self._gap_column = panel("sheet", 0, 0)
        self._year, self._year_column = panel("sheet", 16, 8)
        self._grid = QGridLayout()
        self._grid.setSpacing(look().px(14))
        self.body.addLayout(self._heroes())
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        self._place(narrow=False)
        self.refresh(frozenset({"*"}))

    def _heroes(self) -> QGridLayout:
        go = self.office.go
        self._hero_grid = QGridLayout()
        self._hero_grid.setSpacing(look().px(14))
        answer = HeroButton(
            "Answer a parent", "Who has this child’s information, and why", "phone", "F2", go=True
        )
        record = HeroButton(
            "Record a disclosure", "Something was sent, told or refused", "pen", "F3"
        )
        paper = HeroButton("Print", "Notice, log or report", "print", "F4")
        answer.clicked.connect(lambda: go("answer"))
        record.clicked.connect(lambda: go("record"))
        paper.clicked.connect(lambda: go("reports"))
        self.answer, self.record, self.paper = answer, record, paper
        self._place_heroes(large=False)
        return self._hero_grid

    def _place_heroes(self, *, large: bool) -> None:
        """Three in a row, or one over two where the text is large."""
        for hero in (self.answer, self.record, self.paper):
            self._hero_grid.removeWidget(hero)
        self._hero_grid.addWidget(self.answer, 0, 0, 1, 12 if large else 5)
        below = 1 if large else 0
        self._hero_grid.addWidget(self.record, below, 0 if large else 5, 1, 6 if large else 4)
        self._hero_grid.addWidget(self.paper, below, 6 if large else 9, 1, 6 if large else 3)
        for column in range(12):
            self._hero_grid.setColumnStretch(column, 1)

    def refresh(self, changed: frozenset[str]) -> None:  # noqa: ARG002 - all of it is one reading
        """Read due, gaps and figures again."""
        reviewing = self.office.desk.reviewing
        desk = self.office.desk
        self.begin.setVisible(not desk.choosing.everyone(desk.clock.today()))
        self._show_due(reviewing.due())
        self._show_gaps(reviewing.gaps())
        self._show_year()
        self._mind()

    def _mind(self) -> None:
        """Look after the register itself away from the window: a stick may be slow to answer."""
        desk = self.office.desk

        def look_around(_progress: object) -> list[Line]:
            with closing(desk.again()) as own:
                return lines(own.minding.urgent(), own.drafting.waiting())

        job = self.office.background.start(look_around, quiet=True)
        job.succeeded.connect(self.register_rows.show_lines)
        job.failed.connect(self.office.telling.tell)

    def arrive(self, **wanted: Any) -> None:  # noqa: ARG002 - nothing is handed over
        """Put the keyboard on the first thing to do."""
        self.overdue.emit(self._overdue)
        self.answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def primary(self) -> None:
        """Answer a parent."""
        self.office.go("answer")

    def _show_due(self, due: list[Due]) -> None:
        overdue = self._overdue = sum(each.overdue for each in due)
        self.overdue.emit(overdue)
        note = count(len(due), "thing") if due else ""
        note += f", {overdue} overdue" if overdue else ""
        _clear(self._due_column)
        self.calendar = button("School calendar", "small", "today")
        self.calendar.clicked.connect(lambda: self.office.go("calendar"))
        _top(self._due_column, "Due", note, self.calendar)
        today = self.office.desk.clock.today()
        rows = [
            due_row(each, today, first=place == 0, do=self._open)
            for place, each in enumerate(due[:_MOST_DUE])
        ]
        for each in rows:
            self._due_column.addWidget(each)
        self._stepping.walk((self.answer, self.record, self.paper), rows)
        if not due:
            words = "Nothing is due in the next two months."
            self._due_column.addWidget(_quiet(words))
        self._due_column.addStretch(1)

    def _show_gaps(self, gaps: list[Gap]) -> None:
        _clear(self._gap_column)
        _top(self._gap_column, "Gaps to close", f"{len(gaps):,} in all" if gaps else "")
        for group in gather(gaps)[:_MOST_GAPS]:
            self._gap_column.addWidget(gap_row(group, do=self._open, leave=self._leave))
        if not gaps:
            self._gap_column.addWidget(_quiet("No gaps. Everything asked for is there."))
        left = len(self.office.desk.acknowledging.standing())
        self.left = button(f"Left as they are: {left:,}", "quiet", "check")
        self.left.setVisible(bool(left))
        self.left.clicked.connect(self._show_left)
        self._gap_column.addWidget(self.left, 0, Qt.AlignmentFlag.AlignLeft)
        self._gap_column.addStretch(1)

    def _leave(self, group: GapGroup) -> None:
        from sharebook.ui.screens.leave_dialog import LeaveDialog

        if LeaveDialog(self.window(), self.office, group.gaps).exec():
            self.office.toast.say("Left as it is. It stands under “Left as they are”")
            self.office.changed.tell("acknowledgement")

    def _show_left(self) -> None:
        from sharebook.ui.screens.left_dialog import LeftDialog

        dialog = LeftDialog(self.window(), self.office)
        dialog.exec()
        if dialog.changed:
            self.office.changed.tell("acknowledgement")

    def _show_year(self) -> None:
        entries = self.office.desk.reviewing.entries_this_year()
        given = [entry.record for entry in entries if entry.record.gave_data]
        lawful = sum(bool(record.basis.lawful_basis) for record in given)
        organisations = len({record.recipient for record in given})
        _clear(self._year_column)
        self._year_column.addWidget(label("Since 1 September", "h3"))
        figures = (
            (len(entries), "disclosures"),
            (organisations, "organisations"),
            (lawful, "with a lawful basis"),
        )
        grid = QGridLayout()
        for place, (figure, words) in enumerate(figures):
            grid.addWidget(label(f"{figure:,}", "num"), 0, place)
            grid.addWidget(label(words, "small"), 1, place)
        self._year_column.addLayout(grid)

    def _open(self, about: str, number: int) -> None:
        if about in (receipts.RECEIVED, receipts.ASK_AGAIN):
            receipts.note(self.office, self.window(), about, number)
        elif about == "incident":
            from sharebook.ui.screens.incident_dialog import show_incident

            if show_incident(self.office, self.window(), number):
                self.refresh(frozenset({"incident"}))
        elif about == RETURN:
            self.office.go("record", flow=number, due=True)
        else:
            self.office.go(_OPENS.get(about, "log"), **{about: number})

    def _place(self, *, narrow: bool) -> None:
        for part in (self._due, self._gaps, self._year):
            self._grid.removeWidget(part)
        if narrow:
            for place, part in enumerate((self._due, self._gaps, self._year)):
                self._grid.addWidget(part, place, 0, 1, 2)
            return
        self._grid.addWidget(self._due, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._year, 1, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self._gaps, 0, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.setRowStretch(1, 1)
        self._grid.setColumnStretch(0, 7)
        self._grid.setColumnStretch(1, 4)

    def narrow(self, *, small: bool) -> None:
        """Stand in one column when there is little room."""
        super().narrow(small=small)
        if hasattr(self, "_grid"):
            large = look().size >= _ONE_COLUMN
            self._place(narrow=small or large)
            self._place_heroes(large=large)


def _clear(column: QVBoxLayout) -> None:
    while column.count():
        item = column.takeAt(0)
        if item is None:
            return
        widget, inner = item.widget(), item.layout()
        if widget:
            widget.hide()
            widget.deleteLater()
        elif inner:
            _clear(inner)  # type: ignore[arg-type]


def _top(column: QVBoxLayout, words: str, note: str, *right: QWidget) -> None:
    frame, inside = panel("plain", 14, 0)
    top, _ = heading(words, note)
    for each in right:
        top.addWidget(each)
    inside.addLayout(top)
    column.addWidget(frame)
    column.addWidget(line("rule"))


def _begin(office: Office) -> QFrame:
    """Return what an empty register shows first: there are no pupils in it yet."""
    frame, inside = panel("tint", 16, 6)
    across = row(IconLabel("pupils", 24, "accent"), gap=14)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(label("No pupils are in the register yet", "h3"))
    more = "Bring in the list from the school’s own system, or add one child under Pupils."
    words.addWidget(label(more, "muted", wrap=True))
    across.addLayout(words, 1)
    bring = button("Bring in pupils", "", "import")
    bring.clicked.connect(lambda: office.go("bring_in"))
    if look().size >= _ONE_COLUMN:
        words.addLayout(row(bring, 1))
    else:
        across.addWidget(bring)
    inside.addLayout(across)
    return frame


def _quiet(words: str) -> QFrame:
    frame, inside = panel("plain", 16, 0)
    inside.addLayout(row(label(words, "muted", wrap=True)))
    return frame


SCREEN = Today
