"""The blank form that a school hands to whoever asks for pupil information."""

from dataclasses import dataclass

from sharebook.documents.frame import Frame
from sharebook.documents.model import (
    Block,
    Bullets,
    Column,
    CutLine,
    Document,
    Heading,
    KeyValues,
    Lead,
    Paragraph,
    Table,
)

_PUPILS = 3  # blank rows; more go on a second sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestForm:
    """The content of the form.

    Attributes:
        reply_to: how the school is reached: the kind of address, and the address.
    """

    frame: Frame
    reply_to: tuple[tuple[str, str], ...] = ()


_LEAD = (
    "Please fill in this form and give it to the school office. The school looks at each request, "
    "decides, and writes to you. A form handed in is no promise that information will be given."
)
_HINTS = (
    "Ask only for what you need. A shorter list is decided sooner.",
    "The school may ring your organisation’s main number to check who is asking.",
    "If a child is in danger now, do not wait for this form: ring the school.",
)
_WHO = ("Organisation", "Your name", "Your post", "Telephone", "Secure e-mail or address")
_PARTS = (
    ("What you ask for", ("The information", "From when to when")),
    (
        "Why you need it",
        (
            "What you need it for",
            "Why nothing less would do",
            "The law or public task you rely on",
            "Your lawful basis",
            "For health, ethnic origin, beliefs or offences: the further condition you rely on",
        ),
    ),
    ("When", ("Wanted by", "Why by then", "Once, or how often")),
    (
        "What becomes of it",
        (
            "How it should reach you",
            "How you keep it safe",
            "How long you keep it",
            "Who else sees it",
        ),
    ),
    ("The family", ("May the family be told that you asked?", "If not: why, and until when")),
    ("Signed for the organisation", ("Name and post", "Signature", "Date")),
)
_OFFICE = ("Came on, and how", "Taken by", "How we checked who asks", "Number of the request")


def build(content: RequestForm) -> Document:
    """Return the form as a document."""
    blocks: list[Block] = [Lead(_LEAD), Bullets(_HINTS)]
    if content.reply_to:
        blocks.append(KeyValues(content.reply_to))
    blocks += [Heading("Who asks"), _blank(_WHO), Heading("About which pupils"), _pupils()]
    for title, rows in _PARTS:
        blocks += [Heading(title), _blank(rows)]
    blocks += [
        CutLine("For the school office"),
        _blank(_OFFICE),
        Paragraph("Write it into Sharebook under Requests on the day it comes.", quiet=True),
    ]
    return content.frame.holding(
        blocks,
        title="Request for pupil information",
        eyebrow="To be filled in by whoever asks",
        subject="A form for asking a school for information about pupils",
    )


def _blank(names: tuple[str, ...]) -> KeyValues:
    return KeyValues(tuple((name, "") for name in names), roomy=True)


def _pupils() -> Table:
    return Table(
        columns=(Column("Full name", 2), Column("Date of birth", 1), Column("Year or class", 1)),
        rows=(("", "", ""),) * _PUPILS,
        roomy=True,
        bold_first=False,
    )
