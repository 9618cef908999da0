"""The line of filters over the log: search, period, recipient, basis, kind, and Clear."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from sharebook.domain.disclosures import GAVE_DATA, Decision
from sharebook.domain.names import PupilId
from sharebook.domain.school_year import school_year
from sharebook.ui.look import look
from sharebook.ui.room import HUGE_TEXT
from sharebook.ui.screens.log.lines import LogLine, bases_of, recipients_of
from sharebook.ui.screens.log.query import Query, parse
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.search_box import SearchBox
from sharebook.words.days import long_day

_MONTH = timedelta(days=30)
_ROOM, _TIGHT, _LEAST = 1000, 680, 360  # below these, two lines and three; and not below that
_SHARES = {1: (3, 2, 1, 1, 1, 0), 2: (2, 1, 1, 1, 0, 0), 3: (4, 4, 3, 3, 0, 0)}
KINDS: dict[str, Callable[[LogLine], bool]] = {
    "Every kind": lambda _line: True,
    "Data was given": lambda line: line.decision in GAVE_DATA,
    "Nothing was given": lambda line: line.decision not in {*GAVE_DATA, Decision.MISTAKE},
    "One pupil": lambda line: len(line.cohort) == 1,
    "Several pupils": lambda line: len(line.cohort) > 1,
    "With a file": lambda line: line.files > 0,
    "With gaps": lambda line: line.gaps > 0,
    "Put right": lambda line: line.put_right_by > 0 or line.puts_right > 0,
    "Recorded by mistake": lambda line: line.decision is Decision.MISTAKE,
}


@dataclass(frozen=True, slots=True)
class Period:
    """A span of the log; `said` follows a number of entries."""

    words: str
    first: date
    said: str


def periods(today: date) -> list[Period]:
    """Return the periods to offer on `today`: this school year, with last, a month, everything."""
    this = school_year(today).first
    last = this.replace(year=this.year - 1)
    since = [
        Period(f"Since September {day.year}", day, f"since {long_day(day)}") for day in (last, this)
    ]
    month = today - _MONTH
    everything = Period("From the beginning", date.min, "since the beginning")
    return [*since, Period("Last 30 days", month, f"since {long_day(month)}"), everything]


class Filters(QWidget):
    """What is looked for.

    Signals:
        changed: anything but the period.
        period_changed: the period; the log must be read again.
    """

    changed = Signal()
    period_changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._offered: Sequence[object] = ()
        self.search = SearchBox("Words, pupil:juno, to:police, gap:yes")
        self.period = Combo([(each.words, each) for each in periods(today)], "Period")
        self.recipient = Combo([("All recipients", None)], "Recipient")
        self.basis = Combo([("All bases", None)], "Lawful basis")
        self.kind = Combo([(words, words) for words in KINDS], "Kind")
        self.clear = button("C&lear", "quiet")
        for combo in self._combos:
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(4 if look().size >= HUGE_TEXT else 9)
        self._lines = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look().px(8))
        self._lay_out(2)
        self._connect()

    @property
    def _combos(self) -> tuple[Combo, ...]:
        return self.period, self.recipient, self.basis, self.kind

    def _lay_out(self, lines: int) -> None:
        """Stand in one line, in two, or in three with two filters beside each other."""
        if lines == self._lines:
            return
        self._lines = lines
        self._grid.addWidget(self.search, 0, 0, 1, 1 if lines == 1 else 4)
        for place, combo in enumerate(self._combos):
            where = {
                1: (0, 1 + place, 1, 1),
                2: (1, place, 1, 1),
                3: (1 + place // 2, 2 * (place % 2), 1, 2),
            }[lines]
            self._grid.addWidget(combo, *where)
        self._grid.addWidget(self.clear, 0, 5 if lines == 1 else 4)
        for column, share in enumerate(_SHARES[lines]):
            self._grid.setColumnStretch(column, share)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for the room of two lines, so that the page may become small."""
        return QSize(look().px(_LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the search a line of its own where there is no room for all."""
        super().resizeEvent(event)
        wide = self.width()
        self._lay_out(1 if wide >= look().px(_ROOM) else 2 if wide >= look().px(_TIGHT) else 3)

    def _connect(self) -> None:
        self.search.searched.connect(self.changed)
        self.period.activated.connect(self.period_changed)
        for combo in (self.recipient, self.basis, self.kind):
            combo.activated.connect(self.changed)
        self.clear.clicked.connect(self.empty)

    @property
    def query(self) -> Query:
        """What was typed, taken apart."""
        return parse(self.search.text())

    @property
    def span(self) -> Period:
        """The period chosen."""
        found: Period = self.period.currentData()
        return found

    @property
    def any(self) -> bool:
        """Whether anything but the period narrows the log."""
        chosen = (self.recipient, self.basis, self.kind)
        return bool(self.search.text().strip()) or any(each.currentIndex() > 0 for each in chosen)

    def offer(self, lines: Sequence[LogLine]) -> None:
        """Offer the recipients and bases that occur in `lines`, keeping what is chosen."""
        recipients, bases = recipients_of(lines), bases_of(lines)
        if self._offered == (recipients, bases):
            return
        self._offered = (recipients, bases)
        for combo, all_of, found in (
            (self.recipient, "All recipients", recipients),
            (self.basis, "All bases", bases),
        ):
            before = combo.currentData()
            combo.offer([(all_of, None), *found])
            combo.choose(before)
            combo.setCurrentIndex(max(combo.currentIndex(), 0))

    def sift(self, lines: Sequence[LogLine], names: Sequence[tuple[PupilId, str]]) -> list[LogLine]:
        """Return the lines that are looked for; `names` are pupils with their folded names."""
        query, kind = self.query, KINDS[str(self.kind.currentData())]
        recipient, basis = self.recipient.currentData(), self.basis.currentData()
        pupils = query.pupils(names)
        return [
            line
            for line in lines
            if kind(line)
            and recipient in (None, line.recipient_id)
            and basis in (None, line.basis_code)
            and query.takes(line, pupils)
        ]

    def empty(self) -> None:
        """Look for everything in the period."""
        self.search.clear()
        for combo in (self.recipient, self.basis, self.kind):
            combo.setCurrentIndex(0)
        self.changed.emit()
