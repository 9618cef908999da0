"""An information sharing agreement: cover sheet, history, approvals, and its flows."""

from dataclasses import dataclass

from sharebook.documents.frame import Frame
from sharebook.documents.model import (
    Block,
    Bulleted,
    Bullets,
    Cell,
    Column,
    Document,
    Heading,
    KeyValues,
    Section,
    Table,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One version of the agreement."""

    version: str
    day: str
    author: str
    released_to: str
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalLine:
    """Who approves; `signed` is the day in words, or "" for a signature by hand."""

    organisation: str
    post: str
    name: str
    signed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowLine:
    """One flow of the appendix; one item prints as text, several as a list."""

    description: str
    how: str
    items: tuple[str, ...]
    cycle: str
    purposes: tuple[str, ...]
    safeguards: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSheet:
    """The content of an agreement, worded.

    Attributes:
        kind: what stands over the title: "Information sharing agreement".
        version: "3", or "".
        cover: name and value of the cover sheet's lines, empty values left out.
        purposes, statutes: lists of their own, left out where empty.
    """

    frame: Frame
    title: str
    kind: str = "Information sharing agreement"
    version: str = ""
    cover: tuple[tuple[str, str], ...] = ()
    purposes: tuple[str, ...] = ()
    statutes: tuple[str, ...] = ()
    history: tuple[HistoryLine, ...] = ()
    approvals: tuple[ApprovalLine, ...] = ()
    flows: tuple[FlowLine, ...] = ()


def build(content: AgreementSheet) -> Document:
    """Return the agreement as a document."""
    version = f" · Version {content.version}" if content.version else ""
    filled = tuple(row for row in content.cover if row[1])
    blocks: list[Block] = [
        *([KeyValues(filled)] if filled else []),
        *_listed("Why information is shared", content.purposes),
        *_listed("The law it rests on", content.statutes),
        Heading("Document history"),
        _history(content.history),
        Heading("Approvals"),
        _approvals(content.approvals),
        Section((Heading("Appendix A: flows of information"), _flows(content.flows)), True),
    ]
    return content.frame.holding(
        blocks,
        title=content.title,
        eyebrow=f"{content.kind}{version}",
        subject=f"{content.kind}: {content.frame.school}",
    )


def _listed(title: str, items: tuple[str, ...]) -> list[Block]:
    return [Heading(title), Bullets(items)] if items else []


def _history(rows: tuple[HistoryLine, ...]) -> Table:
    return Table(
        columns=(
            Column("Version", 0.8),
            Column("Date", 1.3),
            Column("Author", 1.3),
            Column("Released to", 2),
            Column("Comments", 2),
        ),
        rows=tuple(
            (row.version, row.day, row.author, row.released_to, row.comment) for row in rows
        ),
        empty="No earlier version.",
    )


def _approvals(rows: tuple[ApprovalLine, ...]) -> Table:
    return Table(
        columns=(
            Column("Organisation", 1.4),
            Column("Post held", 1.4),
            Column("Name", 0.9),
            Column("Signature and date", 1.5),
        ),
        rows=tuple((row.organisation, row.post, row.name, row.signed) for row in rows),
        empty="No approvals are asked for.",
        roomy=True,
    )


def _flows(rows: tuple[FlowLine, ...]) -> Table:
    return Table(
        columns=(
            Column("Description", 1.5),
            Column("How", 0.95),
            Column("Data fields", 1.5),
            Column("Cycle", 0.85),
            Column("Purpose", 1.75),
            Column("Safeguards", 1.15),
        ),
        rows=tuple(
            (
                row.description,
                row.how,
                _list_of(row.items),
                row.cycle,
                _list_of(row.purposes),
                row.safeguards,
            )
            for row in rows
        ),
        empty="No flow is recorded under this agreement yet.",
    )


def _list_of(items: tuple[str, ...]) -> Cell:
    return Bulleted(items) if len(items) > 1 else "".join(items)
