"""One pupil's sealed log, for the safeguarding file: made from the compartment alone."""

from dataclasses import dataclass
from datetime import date

from sharebook.documents import sealed_log as sheet
from sharebook.documents.frame import Frame
from sharebook.documents.model import Document
from sharebook.documents.sealed_log import SealedLine, SealedLog
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.disclosures import Decision
from sharebook.domain.pupils import Pupil
from sharebook.domain.seal import seal_of
from sharebook.domain.sealed import said_number
from sharebook.services.book import Book
from sharebook.services.browsing import Browsing, LogRow
from sharebook.services.ports import Register
from sharebook.services.publishing.sources import PRACTICE
from sharebook.services.wording import Wording
from sharebook.words.days import long_day, short_day

_MARKING = "FOR THE SAFEGUARDING LEAD"
_DECIDED = {
    Decision.PART: "Given in part",
    Decision.REFUSED: "Refused",
    Decision.DEFERRED: "Put off",
    Decision.WITHDRAWN: "Withdrawn",
    Decision.MISTAKE: "Struck out",
}


@dataclass(frozen=True, slots=True)
class SealedSources:
    """What a sealed log is made from.

    Attributes:
        register: the compartment, seen as a register.
        browsing: over the compartment.
    """

    register: Register
    book: Book
    browsing: Browsing
    catalogues: Catalogues


def sealed_log(sources: SealedSources, pupil: Pupil, today: date) -> Document:
    """Return every sealed entry about `pupil`, oldest first, struck-out ones too."""
    school = sources.book.school()
    frame = Frame(
        school=school.name,
        printed_on=long_day(today),
        seal=seal_of(sources.register.head()).code,
        marking=PRACTICE if school.practice else _MARKING,
    )
    words = Wording(sources.catalogues, sources.book.headings())
    rows = sources.browsing.timeline(pupil.id)[::-1]
    return sheet.build(
        SealedLog(
            frame=frame,
            pupil=pupil.full_name,
            born=long_day(pupil.born),
            lines=tuple(_line(row, words) for row in rows),
        )
    )


def _line(row: LogRow, words: Wording) -> SealedLine:
    record = row.entry.record
    day = "\n".join(part for part in (short_day(record.day), record.time) if part)
    return SealedLine(
        number=said_number(record.number, sealed=True),
        day=day,
        whom=row.recipient,
        what=words.items(record.items, record.description),
        why=record.purpose[:1].upper() + record.purpose[1:],
        basis=words.basis(record.basis.lawful_basis),
        how=". ".join(part.rstrip(".") for part in _how(row, words) if part),
    )


def _how(row: LogRow, words: Wording) -> tuple[str, ...]:
    record = row.entry.record
    heir = said_number(row.put_right_by, sealed=True) if row.put_right_by else ""
    return (
        _DECIDED.get(record.decision, ""),
        words.method(record.method),
        record.decided_by,
        f"Put right by {heir}" if heir else "",
        row.entry.reason if row.mistake else "",
    )
