"""The sealed entries about one pupil, for the safeguarding file and nobody else.

It is made from the compartment alone and carries the compartment's own seal. It is not a log for a
family: that one is made from the open register and never holds a sealed entry.
"""

from dataclasses import dataclass

from sharebook.documents.frame import Frame
from sharebook.documents.model import (
    Block,
    Column,
    Document,
    Heading,
    KeyValues,
    Paragraph,
    Span,
    Table,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedLine:
    """One sealed entry, worded.

    Attributes:
        number: "S3".
        how: the way it went, who decided, and what became of the entry.
    """

    number: str
    day: str
    whom: str
    what: str
    why: str
    basis: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedLog:
    """The content of a sealed log; `born` is the pupil's birthday in words."""

    frame: Frame
    pupil: str
    born: str
    lines: tuple[SealedLine, ...] = ()


_OPENING = (
    "These entries are kept in the safeguarding compartment of the register, which only the "
    "safeguarding lead and the head can open. Keep this paper in the safeguarding file. It is not "
    "for the pupil file, the school office or the family."
)
_CLOSING = (
    "The numbers with an S and the seal at the foot are the compartment’s own. The seal can be "
    "typed into Sharebook to prove that the compartment still holds these entries."
)


def build(content: SealedLog) -> Document:
    """Return the sealed log as a document."""
    blocks: list[Block] = [
        KeyValues((("Pupil", content.pupil), ("Date of birth", content.born))),
        Paragraph(_OPENING),
        Heading("Sealed entries"),
        _table(content.lines),
        Paragraph(_CLOSING, quiet=True, clings=True),
    ]
    return content.frame.holding(
        blocks,
        title="Sealed record of information shared",
        eyebrow="For the safeguarding lead",
        subject="Sealed entries about one pupil, for the safeguarding file",
    )


def _table(lines: tuple[SealedLine, ...]) -> Table:
    return Table(
        columns=(
            Column("No.", 0.5),
            Column("Date and time", 0.95),
            Column("Shared with", 1.25),
            Column("What was shared", 1.4),
            Column("Why, and legal basis", 1.5),
            Column("How, and by whom", 1.2),
        ),
        rows=tuple(
            (
                line.number,
                (Span(line.day, bold=True),),
                line.whom,
                line.what,
                (Span(f"{line.why}\n"), Span(line.basis, bold=True)),
                line.how,
            )
            for line in lines
        ),
        empty="There is no sealed entry about this pupil.",
    )
