"""School calendar: what falls due in each month of the year, and the terms it counts with."""

from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from sharebook.domain.intervals import Interval
from sharebook.domain.school_year import school_year, year_name
from sharebook.ui.busy import Busy
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.may_write import may_write
from sharebook.ui.room import ACROSS, DOWN, stacks
from sharebook.ui.screens.base import Office, Screen
from sharebook.ui.screens.calendar import tables
from sharebook.ui.screens.calendar.dates_dialog import DatesDialog
from sharebook.ui.screens.calendar.facts import Facts, MonthFacts, read
from sharebook.ui.screens.calendar.take_out_dialog import TakeOutDialog
from sharebook.ui.screens.calendar.year_view import YearView
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.nothing import Nothing
from sharebook.ui.widgets.segments import Segments
from sharebook.ui.widgets.sheet import panel, row
from sharebook.ui.widgets.steps import Steps
from sharebook.ui.widgets.table import TWO_LINES, Table
from sharebook.words.days import month_year

if TYPE_CHECKING:
    from sharebook.services.ports import Progress

_DAY = timedelta(days=1)
_PARTS = (("The year", "year"), ("Terms and closures", "dates"))
_ASSUMED = (
    "No terms are typed for this year yet, so every weekday that is no bank holiday counts as a "
    "school day, and due days may shift."
)


class CalendarScreen(Screen):
    """Two parts: twelve months with the returns of one, and the list of terms and closures."""

    name = "calendar"
    title = "School calendar"
    shows = frozenset({"school_date", "flow", "recipient", "disclosure", "school"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.facts: Facts | None = None
        today = office.desk.clock.today()
        this = school_year(today)
        years = (school_year(this.first - _DAY), this, school_year(this.last + _DAY))
        self.year = this
        self.years = Segments([(year_name(each), each) for each in years], "Which school year")
        self.years.choose(this)
        self.choice = Segments(_PARTS, "What to look at")
        self.assumed = label(_ASSUMED, "gap", wrap=True)
        self.busy = Busy()
        self.steps = Steps()
        self.months = YearView()
        self.returns = Table(tables.RETURNS, "What falls due in this month", TWO_LINES)
        self.dates = Table(tables.DATES, "Terms and closures", TWO_LINES)
        self.record_button = button("&Record it", "go", "pen")
        self.entry_button = button("&Open the entry", "", "log")
        self.type_button = button("Type or paste &dates…", "", "edit")
        self.out_button = button("&Take it out…", "", "undo")
        self._parts = {"year": self._year_part(), "dates": self._dates_part()}
        self._tops = QBoxLayout(ACROSS)
        self._tops.addWidget(self.choice, 1)
        self._tops.addWidget(self.years)
        self.body.addLayout(self._tops)
        for each in (self.assumed, self.busy):
            self.body.addWidget(each)
        self.body.addWidget(self.steps, 1)
        self._connect()
        self.months.choose((today.month - this.first.month) % 12)
        self._turn("year")

    def _year_part(self) -> QWidget:
        part, column = _column()
        column.addWidget(self.months)
        frame, inside = panel("sheet", 12, 10)
        self._month_words = label("", "h3")
        self._no_returns = label("Nothing falls due in this month.", "muted", wrap=True)
        self.returns.setMinimumHeight(look().px(150))
        inside.addWidget(self._month_words)
        inside.addWidget(self.returns, 1)
        inside.addWidget(self._no_returns)
        inside.addStretch(0)
        inside.addLayout(row(self.record_button, self.entry_button, 1))
        column.addWidget(frame, 1)
        part.setFocusProxy(self.months)
        return part

    def _dates_part(self) -> QWidget:
        part, column = _column()
        frame, inside = panel("sheet", 12, 10)
        self._no_dates = Nothing("today", "No terms are typed yet")
        more = "Paste them from your website: you see how they are understood before they are kept."
        self._no_dates.say("No terms are typed yet", more)
        self.dates.setMinimumHeight(look().px(220))
        inside.addWidget(self.dates, 1)
        inside.addWidget(self._no_dates, 1)
        inside.addLayout(row(self.type_button, self.out_button, 1))
        column.addWidget(frame, 1)
        part.setFocusProxy(self.type_button)
        return part

    def _connect(self) -> None:
        self.choice.chosen.connect(lambda name: self._turn(str(name)))
        self.years.chosen.connect(self._on_year)
        self.months.chosen.connect(lambda _place: self._show_month())
        self.months.opened.connect(self.returns.setFocus)
        self.returns.opened.connect(lambda _row: self.primary())
        self.returns.picked.connect(lambda _row: self._fit_buttons())
        self.dates.opened.connect(lambda _row: self._on_take_out())
        self.record_button.clicked.connect(self._on_record)
        self.entry_button.clicked.connect(self._on_entry)
        self.type_button.clicked.connect(self._on_type)
        self.out_button.clicked.connect(self._on_take_out)

    def arrive(self, *, part: str = "", **_wanted: Any) -> None:
        """Open one part, year or dates, with the keyboard on its first thing."""
        self.refresh(frozenset({"*"}))
        self._turn(part or str(self.choice.value))
        here = self.months if self.choice.value == "year" else self.type_button
        here.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, changed: frozenset[str]) -> None:  # noqa: ARG002 - one reading is all
        """Read the year away from the window: the log of a large school is long."""
        desk, year = self.office.desk, self.year

        def work(_progress: "Progress") -> Facts:
            with closing(desk.again()) as own:
                return read(own, year)

        job = self.busy.watch(self.office.background.start(work), "Looking at the year")
        job.succeeded.connect(self._on_read)
        job.failed.connect(self.office.telling.tell)

    def primary(self) -> None:
        """Record the chosen return, or open its entry; in the other part type dates."""
        if self.choice.value == "dates":
            self._on_type()
        elif self.record_button.isVisible():
            self._on_record()
        else:
            self._on_entry()

    def narrow(self, *, small: bool) -> None:
        """Put the months into as many columns as there is room for."""
        super().narrow(small=small)
        if hasattr(self, "months"):
            self.months.fit()
            self._tops.setDirection(DOWN if stacks(self) else ACROSS)

    def _turn(self, name: str) -> None:
        self.choice.choose(name)
        self.steps.turn_to(self._parts[name])
        self.years.setVisible(name == "year")
        here = self.choice.findChildren(QPushButton)
        next(each for each in here if each.isChecked()).setFocus()

    def _on_year(self, year: object) -> None:
        if isinstance(year, Interval):
            self.year = year
            self.refresh(frozenset({"*"}))

    def _on_read(self, facts: Facts) -> None:
        if facts.year != self.year:
            return  # another year was asked for meanwhile
        self.facts = facts
        self.assumed.setVisible(facts.assumed)
        self.months.show_months(facts.months, self.office.desk.clock.today())
        pairs = zip(facts.dates, facts.school_days, strict=True)
        self.dates.show_rows([tables.DateRow(each, days) for each, days in pairs])
        if facts.dates and self.dates.record is None:
            self.dates.pick_first()
        self.dates.setVisible(bool(facts.dates))
        self._no_dates.setVisible(not facts.dates)
        self._show_month()

    @property
    def month(self) -> MonthFacts | None:
        """The month that is chosen."""
        return self.facts.months[self.months.place] if self.facts else None

    def _show_month(self) -> None:
        month = self.month
        if month is None:
            return
        self._month_words.setText(month_year(month.first))
        self.returns.show_rows(month.returns)
        self.returns.setVisible(bool(month.returns))
        self._no_returns.setVisible(not month.returns)
        if month.returns and self.returns.record is None:
            still = (each for each in month.returns if not each.due.done)
            self.returns.pick(next(still, month.returns[0]))
        self._fit_buttons()

    def _fit_buttons(self) -> None:
        reads = not may_write(self.office.desk)
        chosen = self.returns.record if self.month and self.month.returns else None
        done = chosen is not None and bool(chosen.due.done)
        self.record_button.setVisible(chosen is not None and not done)
        self.record_button.setEnabled(not reads)
        self.entry_button.setVisible(done)
        self.type_button.setEnabled(not reads)
        self.out_button.setVisible(self.dates.record is not None)
        self.out_button.setEnabled(not reads)

    def _on_record(self) -> None:
        chosen = self.returns.record
        if chosen is not None and self.record_button.isEnabled():
            self.office.go("record", flow=chosen.due.flow, due=True)

    def _on_entry(self) -> None:
        chosen = self.returns.record
        if chosen is not None and chosen.due.done:
            self.office.go("log", entry=chosen.due.done)

    def _on_type(self) -> None:
        if self.type_button.isEnabled():
            self._ask(DatesDialog(self.window(), self.office), "The calendar is kept")

    def _on_take_out(self) -> None:
        chosen = self.dates.record
        if chosen is not None and self.out_button.isEnabled():
            record = chosen.recorded.record
            self._ask(TakeOutDialog(self.window(), self.office, record), "It counts no longer")

    def _ask(self, dialog: SheetDialog, done: str) -> None:
        if dialog.exec():
            self.office.toast.say(done)
            self.office.changed.tell("school_date")
        self.type_button.setFocus()


def _column() -> tuple[QWidget, QVBoxLayout]:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look().px(12))
    return made, column


SCREEN = CalendarScreen
