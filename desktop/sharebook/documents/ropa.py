"""The Article 30 record of processing activities: one lying table, every column of the record."""

from dataclasses import dataclass

from sharebook.documents.frame import Frame
from sharebook.documents.model import (
    Block,
    Bulleted,
    Cell,
    Column,
    Document,
    Heading,
    KeyValues,
    Section,
    Span,
    Table,
    Text,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One processing activity, worded; what is not known stays "".

    Attributes:
        lawful_basis, condition, schedule1: each with its article or paragraph.
        law: the statute that requires or permits it.
        evidence: links to the balancing test or the consent, where the basis wants one.
        dpia: needed or not, where it stands, where it is.
        policy_document: reference, and whether data are kept and erased as it says.
    """

    name: str
    purpose: str
    individuals: tuple[str, ...] = ()
    data: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    contract: str = ""
    transfers: str = ""
    retention: str = ""
    security: tuple[str, ...] = ()
    lawful_basis: str = ""
    condition: str = ""
    schedule1: str = ""
    law: str = ""
    evidence: str = ""
    rights: str = ""
    automated: str = ""
    source: str = ""
    location: str = ""
    dpia: str = ""
    breach: str = ""
    policy_document: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessingRecord:
    """The content of the record.

    Attributes:
        parties: name and value: controller, contact, data protection officer, representative,
            joint controllers; empty values are left out.
        as_at: the day it describes, in words.
    """

    frame: Frame
    as_at: str
    parties: tuple[tuple[str, str], ...]
    activities: tuple[Activity, ...] = ()


def build(content: ProcessingRecord) -> Document:
    """Return the record as a document, lying throughout."""
    blocks: list[Block] = [
        KeyValues((("As at", content.as_at), *(row for row in content.parties if row[1]))),
        Heading("Processing activities"),
        _activities(content.activities),
    ]
    return content.frame.holding(
        [Section(tuple(blocks), landscape=True)],
        title="Record of processing activities",
        eyebrow="Article 30 UK GDPR · pupil information",
        subject=f"The record of processing activities of {content.frame.school}",
    )


def _activities(rows: tuple[Activity, ...]) -> Table:
    return Table(
        columns=(
            Column("Activity and purpose", 1.2),
            Column("Individuals and data", 1.9),
            Column("Recipients", 1.05),
            Column("Legal basis", 1.9),
            Column("Kept, and where", 0.85),
            Column("Security and transfers", 1.05),
            Column("Rights and assessment", 0.95),
        ),
        rows=tuple(_row(row) for row in rows),
        empty="No processing activity is recorded yet.",
    )


def _row(row: Activity) -> tuple[Cell, ...]:
    return (
        (Span(row.name, bold=True), Span(f"\n{row.purpose}" if row.purpose else "")),
        _told(("For", "; ".join(row.individuals)), ("Data", "; ".join(row.data))),
        _recipients(row),
        _told(
            ("Lawful basis", row.lawful_basis),
            ("Second condition", row.condition),
            ("Its partner", row.schedule1),
            ("Law", row.law),
            ("Evidence", row.evidence),
            ("Policy document", row.policy_document),
        ),
        _told(("Kept", row.retention), ("Where", row.location), ("From", row.source)),
        _told(("Security", "; ".join(row.security)), ("Abroad", row.transfers)),
        _told(
            ("Rights", row.rights),
            ("Automated decisions", row.automated),
            ("Impact assessment", row.dpia),
            ("Breaches", row.breach),
        ),
    )


def _recipients(row: Activity) -> Cell:
    if row.contract:
        return _told(("To", "; ".join(row.recipients)), ("Contract", row.contract))
    return Bulleted(row.recipients) if len(row.recipients) > 1 else "".join(row.recipients)


def _told(*parts: tuple[str, str]) -> Text:
    """Return each known value on a line under its bold name."""
    said: list[Span] = []
    for name, value in parts:
        if value:
            lead = "\n" if said else ""
            said += [Span(f"{lead}{name}\n", bold=True), Span(value)]
    return tuple(said) or ""
