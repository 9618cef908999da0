"""The head's annual sharing report to the governing board."""

from dataclasses import dataclass

from sharebook.documents.charts import BarChart, ColumnChart, Series
from sharebook.documents.frame import Frame
from sharebook.documents.model import (
    Align,
    Block,
    Bullets,
    Column,
    Document,
    Figure,
    Figures,
    Heading,
    Lead,
    Paragraph,
    SideBySide,
    Table,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TopRecipient:
    """One of those who received most."""

    organisation: str
    basis: str
    times: int
    pupils: int
    route: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueReview:
    """An agreement or contract whose review day has passed."""

    title: str
    partner: str
    due: str
    overdue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A kind of case and how many there were; `number` is worded, so that few can be "under 5"."""

    kind: str
    number: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """Who signs the report."""

    post: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualReport:
    """The content of the report, worded.

    Attributes:
        year: "2025–26".
        lead: the sentence on top.
        figures: number and label, four of them.
        by_basis: name of a legal basis and how many disclosures rest on it.
        months: "Sep" to "Aug".
        series: name and a number for every month; planned returns before requests.
        few: cases told as numbers only: refusals, emergencies.
    """

    frame: Frame
    year: str
    lead: str
    figures: tuple[tuple[str, str], ...]
    by_basis: tuple[tuple[str, int], ...]
    months: tuple[str, ...]
    series: tuple[tuple[str, tuple[int, ...]], ...]
    most: tuple[TopRecipient, ...] = ()
    changes: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    reviews: tuple[OverdueReview, ...] = ()
    few: tuple[Counted, ...] = ()
    notes: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = ()


def build(content: AnnualReport) -> Document:
    """Return the report as a document."""
    blocks: list[Block] = [
        Lead(content.lead),
        Figures(tuple(Figure(number, label) for number, label in content.figures)),
        _charts(content),
        Heading("What governors should note"),
        *_listed(content.notes, "Nothing needs the board’s attention this year."),
        Heading("Who received most"),
        _most(content.most),
        Heading("What changed since last year"),
        *_listed(content.changes, "No recipient or flow was added, changed or ended."),
        Heading("Gaps"),
        *_listed(content.gaps, "The register has no open gaps."),
        Heading("Reviews overdue"),
        _reviews(content.reviews),
        Heading("Refusals and emergencies"),
        _few(content.few),
        *_sign_off(content.signatories),
    ]
    return content.frame.holding(
        blocks,
        title=f"Information sharing report {content.year}",
        eyebrow="Headteacher’s annual report to the governing board",
        subject=f"What pupil information {content.frame.school} shared in {content.year}",
    )


def _charts(content: AnnualReport) -> SideBySide:
    return SideBySide(
        BarChart("Disclosures by legal basis", content.by_basis),
        ColumnChart(
            "Disclosures by month",
            content.months,
            tuple(Series(name, numbers) for name, numbers in content.series),
        ),
    )


def _listed(items: tuple[str, ...], otherwise: str) -> list[Block]:
    return [Bullets(items) if items else Paragraph(otherwise)]


def _most(rows: tuple[TopRecipient, ...]) -> Table:
    return Table(
        caption="Organisations by number of disclosures",
        columns=(
            Column("Organisation", 2.2),
            Column("Legal basis", 1.3),
            Column("Times", 0.6, Align.RIGHT),
            Column("Pupils", 0.65, Align.RIGHT),
            Column("Main route", 1.2),
        ),
        rows=tuple(
            (row.organisation, row.basis, f"{row.times:,}", f"{row.pupils:,}", row.route)
            for row in rows
        ),
        empty="Nothing was shared this year.",
    )


def _reviews(rows: tuple[OverdueReview, ...]) -> Table:
    return Table(
        columns=(
            Column("Agreement or contract", 2),
            Column("With", 1.6),
            Column("Review was due", 1),
            Column("Overdue", 0.8),
        ),
        rows=tuple((row.title, row.partner, row.due, row.overdue) for row in rows),
        empty="No review is overdue.",
    )


def _few(rows: tuple[Counted, ...]) -> Table:
    return Table(
        columns=(Column("What", 1.6), Column("How many", 0.6, Align.RIGHT), Column("Note", 2.4)),
        rows=tuple((row.kind, row.number, row.note) for row in rows),
        empty="Nothing was refused, and no emergency was recorded.",
    )


def _sign_off(signatories: tuple[Signatory, ...]) -> list[Block]:
    if not signatories:
        return []
    return [
        Heading("Sign-off"),
        Table(
            columns=(Column("Post", 1.2), Column("Name", 1.2), Column("Signature and date", 2)),
            rows=tuple((who.post, who.name, "") for who in signatories),
            roomy=True,
        ),
    ]
