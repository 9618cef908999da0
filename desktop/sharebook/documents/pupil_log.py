"""One pupil's log: with whom, what, when and why, for the person who asked.

Everything in it is made from the rows it prints: numbers count them, totals are of them, and the
same closing words stand on every log. So nothing on paper shows whether the register holds more.
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
    Text,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegularSharing:
    """One line of regular sharing, worded.

    Attributes:
        organisation: the recipient, by its name on the last day of these.
        unit: the part of it that receives the data, or "".
        counted: what all lines of one organisation share, whatever its name was on their days.
        often: "Every term, since 1 September 2024".
        last: "14 Sep 2026", or "" while nothing is known.
    """

    organisation: str
    what: str
    why: str
    basis: str
    often: str
    last: str = ""
    unit: str = ""
    counted: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One disclosure, worded; `how` names the way it went and who decided.

    Attributes:
        counted: as for regular sharing.
    """

    day: str
    organisation: str
    what: str
    why: str
    basis: str
    how: str
    time: str = ""
    unit: str = ""
    counted: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PupilLog:
    """The content of a log.

    Attributes:
        pupil: "Juno Sampleton, Year 4 (Kingfisher class)".
        period: as asked for, never taken from the rows.
        asked_by: "Mrs J Sampleton (mother), 28 August 2026".
        renamed: a sentence for each organisation of these rows that had another name before.
    """

    frame: Frame
    pupil: str
    born: str
    period: str
    asked_by: str
    regular: tuple[RegularSharing, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    renamed: tuple[str, ...] = ()


_OPENING = (
    "This record says with whom we shared information about the pupil named above in this period, "
    "what it was, and why. Under “Why” stands our reason and, in bold, the legal basis we "
    "relied on."
)
_CLOSING = (
    "The law lets a school leave some information out of a record like this one, for example to "
    "protect another person. We do not always say whether that has been done. These sentences "
    "stand on every record we give. If something looks wrong or missing, please ask the school "
    "office."
)
_NOTHING_REGULAR = "There is no regular sharing to show for this period."
_NO_OCCASION = "There are no particular occasions to show for this period."


def build(content: PupilLog) -> Document:
    """Return the log as a document."""
    blocks: list[Block] = [
        KeyValues(
            (
                ("Pupil", content.pupil),
                ("Date of birth", content.born),
                ("Period covered", content.period),
                ("Asked for by", content.asked_by),
                ("Disclosures found", _found(content)),
            )
        ),
        Paragraph(_OPENING),
        Heading("Regular sharing"),
        _regular(content.regular),
        Heading("On particular occasions"),
        _occasions(content.occasions),
        *_renamed(content.renamed),
        Paragraph(_CLOSING, quiet=True, clings=True),
    ]
    return content.frame.holding(
        blocks,
        title="Record of information shared",
        eyebrow="Pupil disclosure log",
        subject="With whom a school shared information about one pupil, when and why",
    )


def _found(content: PupilLog) -> str:
    regularly = {row.counted or row.organisation for row in content.regular}
    occasionally = {row.counted or row.organisation for row in content.occasions}
    organisations = len(regularly | occasionally)
    regular = _counted(len(content.regular), "kind of regular sharing", "kinds of regular sharing")
    occasions = _counted(len(content.occasions), "occasion", "occasions")
    to = _counted(organisations, "organisation", "organisations")
    return f"{regular} and {occasions}, to {to}"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _regular(rows: tuple[RegularSharing, ...]) -> Table:
    return Table(
        columns=(
            Column("No.", 0.48),
            Column("Shared with", 1.2),
            Column("What is shared", 2.0),
            Column("Why, and legal basis", 1.4),
            Column("How often", 1.1),
            Column("Last sent", 0.9),
        ),
        rows=tuple(
            (
                str(number),
                _named(row.organisation, row.unit),
                row.what,
                _why(row.why, row.basis),
                row.often,
                row.last,
            )
            for number, row in enumerate(rows, start=1)
        ),
        empty=_NOTHING_REGULAR,
    )


def _occasions(rows: tuple[Occasion, ...]) -> Table:
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
                str(number),
                (Span("\n".join(filter(None, (row.day, row.time))), bold=True),),
                _named(row.organisation, row.unit),
                row.what,
                _why(row.why, row.basis),
                row.how,
            )
            for number, row in enumerate(rows, start=1)
        ),
        empty=_NO_OCCASION,
    )


def _named(organisation: str, unit: str) -> str:
    return f"{organisation}: {unit}" if unit else organisation


def _renamed(sentences: tuple[str, ...]) -> tuple[Block, ...]:
    if not sentences:
        return ()
    return (Heading("Names that have changed"), *(Paragraph(each) for each in sentences))


def _why(why: str, basis: str) -> Text:
    if not basis:
        return why
    if not why:
        return (Span(basis, bold=True),)
    return (Span(f"{why}\n"), Span(basis, bold=True))
