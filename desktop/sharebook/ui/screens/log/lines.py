"""The rows of the log, put into words once for the screen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sharebook.bootstrap.sealed_log import log_of
from sharebook.domain.cohorts import Cohort
from sharebook.domain.disclosures import Decision, Disclosure, Receipt
from sharebook.domain.names import Code, RecipientId
from sharebook.domain.school_year import school_year, year_name
from sharebook.domain.sealed import said_number
from sharebook.services.browsing import LogRow
from sharebook.services.ports import Progress
from sharebook.services.wording import Wording
from sharebook.ui.chips import Chip
from sharebook.ui.folding import folded
from sharebook.ui.screens.pupils.story import entry_chip
from sharebook.words.days import count, short_day

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk


@dataclass(frozen=True, slots=True)
class LogLine:
    """One entry as the log shows it.

    Attributes:
        pupils: the name of the one pupil, or how many.
        basis: the lawful basis in two words: "Public task".
        chip: its state, if it is not simply in order.
        put_right_by, puts_right: numbers of entries, or 0.
        searched: everything a person may look for, folded.
        files: how many copies of what was sent it has.
        sealed: whether it stands in the sealed log.
    """

    number: int
    day: date
    time: str
    recipient: str
    recipient_id: RecipientId
    pupils: str
    cohort: Cohort
    what: str
    basis: str
    basis_code: Code
    decision: Decision
    how: str
    by: str
    chip: Chip | None
    gaps: int
    put_right_by: int
    puts_right: int
    searched: str
    sealed: bool = False
    files: int = 0

    @property
    def said(self) -> str:
        """Its number as a person says it."""
        return said_number(self.number, sealed=self.sealed)

    @property
    def struck(self) -> bool:
        """Whether a later entry puts it right, or it was recorded by mistake."""
        return self.put_right_by > 0 or self.decision is Decision.MISTAKE

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as a spreadsheet takes it."""
        when = " ".join(part for part in (self.day.isoformat(), self.time) if part)
        state = self.chip.words if self.chip else ""
        first = (self.said, when, self.recipient, self.pupils, self.what)
        return (*first, self.basis, self.how, self.by, state)


def read_lines(
    desk: "Desk", first: date, last: date, progress: Progress, *, sealed: bool = False
) -> list[LogLine]:
    """Return the entries from `first` to `last`, newest first, a superseded one under its heir.

    Args:
        desk: whose.
        first: the first day.
        last: the last day.
        progress: hears how far it has come.
        sealed: of the sealed log.

    Raises:
        Cancelled: the person pressed Stop.
        Refused, Trouble: the compartment is not theirs, or cannot be opened.
    """
    words = Wording(desk.catalogues, desk.book.headings())
    browsing = log_of(desk, sealed=sealed).browsing
    progress.report(0, 0, "Reading the log")
    years = browsing.years(first, last)
    said: dict[str, str] = {}
    lines: list[LogLine] = []
    for done, year in enumerate(years):  # one at a time: all rows together would fill the memory
        named = year_name(school_year(year.last))
        progress.report(done, len(years), f"Reading the school year {named}")
        rows = browsing.log(year.first, year.last)
        lines += [_line(row, words, said, sealed=sealed) for row in rows]
    return in_order(lines)


def in_order(lines: Sequence[LogLine]) -> list[LogLine]:
    """Put each superseded line under the line that puts it right, where that one is there too."""
    wrong = {line.put_right_by: line for line in lines if line.put_right_by}
    heads = {line.number for line in lines}
    ordered = []
    for line in lines:
        if line.put_right_by in heads:
            continue
        follows: LogLine | None = line
        while follows is not None:
            ordered.append(follows)
            follows = wrong.get(follows.number)
    return ordered


def lawful(words: Wording, record: Disclosure) -> str:
    """Return the lawful basis in two words, or what stands in its place."""
    if record.basis.lawful_basis:
        return words.basis(record.basis.lawful_basis).partition(":")[0]
    return "To be decided" if record.gave_data else "None needed"


def _line(row: LogRow, words: Wording, said: dict[str, str], *, sealed: bool) -> LogLine:
    """Put one row into words; what many rows say alike is kept once, in `said`."""
    record, alike = row.entry.record, said.setdefault
    pupils = row.about or count(len(record.cohort), "pupil")
    what = words.items(record.items, record.description)
    basis = lawful(words, record)
    how = words.method(record.method) or "Not said"
    chip = entry_chip(row, sealed=sealed) or _receipt(record)
    number = said_number(record.number, sealed=sealed)
    state = chip.words if chip else ""
    return LogLine(
        record.number,
        record.day,
        record.time,
        alike(row.recipient, row.recipient),
        record.recipient,
        alike(pupils, pupils),
        record.cohort,
        alike(what, what),
        alike(basis, basis),
        record.basis.lawful_basis,
        record.decision,
        how,
        row.written.by,
        chip,
        len(row.gaps),
        row.put_right_by,
        row.puts_right,
        folded(" ".join((number, pupils, what, how, state, *_also_searched(row)))),
        sealed,
        row.files,
    )


def _also_searched(row: LogRow) -> tuple[str, ...]:
    record = row.entry.record
    return (
        row.recipient,
        record.purpose,
        row.written.by,
        record.decided_by,
        record.note,
        record.reason,
        short_day(record.day),
    )


def _receipt(record: Disclosure) -> Chip | None:
    return Chip("No receipt", "warn") if record.receipt is Receipt.EXPECTED else None


def recipients_of(lines: Iterable[LogLine]) -> list[tuple[str, RecipientId]]:
    """Return the recipients that occur, by name."""
    found = {line.recipient_id: line.recipient.partition(":")[0] for line in lines}
    return sorted(((name, each) for each, name in found.items()), key=lambda it: it[0].casefold())


def bases_of(lines: Iterable[LogLine]) -> list[tuple[str, Code]]:
    """Return the lawful bases that occur, by name."""
    found = {line.basis_code: line.basis for line in lines if line.basis_code}
    return sorted((words, code) for code, words in found.items())
