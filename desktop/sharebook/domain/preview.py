"""What reading a foreign file would do, shown before anything is written."""

from dataclasses import dataclass, field
from enum import StrEnum

from sharebook.domain.flows import Flow
from sharebook.domain.headings import Heading
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.recipients import Recipient


class Outcome(StrEnum):
    """How far an import got."""

    READY = "ready"
    APPLIED = "applied"
    NEEDS_CONFIRMATION = "needs_confirmation"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Held:
    """A row a person must look at; kept out, stops no other row.

    Attributes:
        row: line number in the file, from 1, the heading line counted.
        codes: sentence codes of the reasons.
        facts: values the sentences mention, one mapping a code.
    """

    row: int
    who: str
    codes: tuple[str, ...]
    facts: tuple[dict[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Warned:
    """A row that is taken, with something to say about it."""

    row: int
    code: str
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PupilRow:
    """One pupil as the file has it, checked and tidied; ids are 0 until written."""

    row: int
    pupil: Pupil
    spell: Spell | None


@dataclass(frozen=True, slots=True)
class PupilFile:
    """A pupil file, read and checked on its own, before it meets the register."""

    name: str
    rows: tuple[PupilRow, ...]
    held: tuple[Held, ...]
    warnings: tuple[Warned, ...]
    skipped_columns: tuple[str, ...] = ()
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class PageLine:
    """One recipient line of a sharing page, and what it was mapped to.

    Attributes:
        line: the line as the page has it, without its bullet.
        recipients, flows: what it becomes; ids are 0 until written; flow i goes to recipient i.
        codes: sentence codes of what was mapped to law and what needs a person.
    """

    row: int
    heading: Heading
    line: str
    recipients: tuple[Recipient, ...]
    flows: tuple[Flow, ...]
    codes: tuple[str, ...] = ()
    facts: tuple[dict[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class PageFile:
    """A sharing page, read: its headings in order and the lines under each."""

    name: str
    title: str
    headings: tuple[Heading, ...]
    lines: tuple[PageLine, ...]
    not_understood: tuple[tuple[int, str], ...] = ()
