"""One entry of the log with everything that belongs to it, read for its page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sharebook.bootstrap.sealed_log import log_of
from sharebook.domain.attachments import Attachment
from sharebook.domain.disclosures import Receipt
from sharebook.domain.findings import Finding
from sharebook.domain.names import PupilId
from sharebook.domain.sealed import said_number
from sharebook.services.browsing import LogRow
from sharebook.services.incidents import Running
from sharebook.ui.screens.log.entry_words import EntryWords
from sharebook.words.days import long_day
from sharebook.words.moments import day_and_time

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

Section = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """One entry in full.

    Attributes:
        sections: (heading, (label, words)), in reading order; nothing empty.
        gaps: what the checks say of it.
        mistake: who struck it out as recorded by mistake, when and why; "" if nobody did.
        pupil: the one child it is about, or None.
        sealed: whether it stands in the sealed log.
        awaits: its receipt has not come.
        files: copies of what was sent, those of the entry it puts right too.
        many: a warning about all files of the log together, if there is one.
        incidents: what went wrong with it.
        not_told: that the family may not hear of it yet; "" if they may.
    """

    number: int
    title: str
    written: str
    sections: tuple[Section, ...]
    gaps: tuple[Finding, ...]
    put_right_by: int
    puts_right: int
    mistake: str = ""
    pupil: PupilId | None = None
    sealed: bool = False
    awaits: bool = False
    files: tuple[Attachment, ...] = ()
    many: Finding | None = None
    incidents: tuple[Running, ...] = ()
    not_told: str = ""

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """Every (label, words), without their sections."""
        return tuple(fact for _heading, facts in self.sections for fact in facts)

    @property
    def stands(self) -> bool:
        """Whether it is neither put right nor struck out: something may be attached to it."""
        return not self.put_right_by and not self.mistake

    @property
    def said(self) -> str:
        """Its number as a person says it."""
        return said_number(self.number, sealed=self.sealed)

    def other(self, number: int) -> str:
        """Return the number of another entry of the same log as a person says it."""
        return said_number(number, sealed=self.sealed)


def read_entry(desk: "Desk", number: int, *, sealed: bool = False) -> EntryFacts:
    """Read one entry of the open log, or of the sealed one.

    Raises:
        Refused: there is no such entry.
    """
    log = log_of(desk, sealed=sealed)
    row = log.browsing.entry(number)
    cohort = tuple(row.entry.record.cohort)
    files = tuple(each.record for each in log.attaching.of(number))
    incidents = (each.record for each in log.incidents.about(number) if not each.disposed)
    return EntryFacts(
        number,
        row.recipient,
        f"Written by {row.written.by} on {long_day(row.written.at.date())}",
        EntryWords(desk, row, sealed=sealed).sections(),
        row.gaps,
        row.put_right_by,
        row.puts_right,
        _mistake(row),
        cohort[0] if len(cohort) == 1 else None,
        sealed,
        row.entry.record.receipt is Receipt.EXPECTED and not (row.mistake or row.put_right_by),
        files,
        log.attaching.advice() if files else None,
        tuple(log.incidents.running(each) for each in incidents),
        _not_told(desk, row),
    )


def _mistake(row: LogRow) -> str:
    entry = row.entry
    return f"{entry.by}, {day_and_time(entry.at)}: {entry.reason}" if row.mistake else ""


def _not_told(desk: "Desk", row: LogRow) -> str:
    not_told = row.entry.record.not_told
    if row.mistake or not not_told.holds_on(desk.clock.today()):
        return ""
    until = f" until {long_day(not_told.until)}" if not_told.until else ""
    return f"Do not tell the family{until}"
