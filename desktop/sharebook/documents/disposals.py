"""Two papers about disposal: what is due, to be approved, and the register of what went."""

from dataclasses import dataclass

from sharebook.documents.frame import Frame
from sharebook.documents.model import (
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    Lead,
    Paragraph,
    Section,
    Table,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DisposalLine:
    """One disposal in words; no child is named.

    Attributes:
        what: "Pupil 17, entries 4, 9, 3 call notes".
        period: of the entries and calls, or "".
        rule: what had run out.
        written_by: who did it.
    """

    number: str
    day: str
    what: str
    period: str
    rule: str
    because: str
    approved_by: str
    written_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisposalRegister:
    """The content of the disposal register."""

    frame: Frame
    lines: tuple[DisposalLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """One thing whose time has ended.

    Attributes:
        what: the child's name, or the entry and whom it is about.
        rule: "25 years from birth", with the rule's source.
        held: what stops it, or "".
    """

    what: str
    rule: str
    source: str
    ended: str
    held: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueList:
    """The content of the list to approve.

    Attributes:
        notes: what disposal leaves, and how long backups keep the rest.
    """

    frame: Frame
    as_at: str
    lines: tuple[DueLine, ...] = ()
    notes: tuple[str, ...] = ()


def build_register(content: DisposalRegister) -> Document:
    """Return the disposal register as a document."""
    rows = tuple(
        (
            each.number,
            each.day,
            f"{each.what}\n{each.period}" if each.period else each.what,
            each.rule,
            each.because,
            f"{each.approved_by}\nWritten by {each.written_by}",
        )
        for each in content.lines
    )
    table = Table(
        columns=(
            Column("No.", 0.4),
            Column("Day", 0.9),
            Column("What, and its period", 1.9),
            Column("Rule", 1.1),
            Column("Why", 1.6),
            Column("Approved by", 1.3),
        ),
        rows=rows,
        empty="Nothing was disposed of yet.",
    )
    how = (
        "Names, words and item lists were overwritten in the register and the file was written "
        "anew. The day, the recipient, the lawful basis and the number of pupils stay, so that "
        "the figures of past years still add up."
    )
    return content.frame.holding(
        [Section((Lead("What was disposed of at the end of its time. No child is named."),
                  table, Heading("How it was done"), Paragraph(how)), landscape=True)],
        title="Disposal register",
        eyebrow="Records at the end of their retention",
        subject=f"The disposal register of {content.frame.school}",
    )  # fmt: skip


def build_due(content: DueList) -> Document:
    """Return the list of what is due as a document with room to sign."""
    blocks: list[Block] = [
        Lead(f"Records whose time has ended, as at {content.as_at}. Nothing goes by itself."),
        Table(
            columns=(
                Column("What", 1.6),
                Column("Rule", 1.8),
                Column("Ended", 0.9),
                Column("Held by", 1.3),
            ),
            rows=tuple(
                (each.what, f"{each.rule}\n{each.source}", each.ended, each.held or "Nothing")
                for each in content.lines
            ),
            empty="Nothing is due for disposal.",
        ),
        Heading("Before you approve"),
        Bullets(content.notes),
        Heading("Approval"),
        Table(
            columns=(Column("Post", 1.2), Column("Name", 1.2), Column("Signature and date", 2)),
            rows=(("Headteacher", "", ""), ("Data protection officer", "", "")),
            roomy=True,
        ),
    ]
    return content.frame.holding(
        blocks,
        title="Due for disposal",
        eyebrow="Records at the end of their retention",
        subject=f"What {content.frame.school} may dispose of",
    )
