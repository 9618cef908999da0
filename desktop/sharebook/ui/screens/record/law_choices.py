"""Which rows of the law fit a field of the basis chain, and how choosing one changes it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sharebook.domain.bases import BasisChain
from sharebook.domain.catalogue import (
    Catalogues,
    Certainty,
    Condition,
    Gateway,
    LawfulBasis,
    Row,
    Schedule1,
)
from sharebook.domain.findings import Finding
from sharebook.domain.names import NO_CODE, Code

# Where a finding speaks of a field that is not itself chosen from a catalogue.
_CHOSEN_IN = {"override_reason": "lawful_basis"}
CONFIRM = "Ask your data protection officer to confirm this."


def field_of(finding: Finding) -> str:
    """Return the part of the chain that a suggestion fills."""
    return _CHOSEN_IN.get(finding.field, finding.field)


def rows_for(field: str, catalogues: Catalogues, day: date) -> Mapping[Code, Row]:
    """Return the rows in force on `day` that may stand in `field`; none for other fields."""
    tables: dict[str, Mapping[Code, Row]] = {
        "lawful_basis": catalogues.lawful_bases,
        "condition": catalogues.conditions,
        "schedule1": {c: row for c, row in catalogues.schedule1.items() if row.for_special},
        "criminal": {c: row for c, row in catalogues.schedule1.items() if row.for_criminal},
        "gateway": catalogues.gateways,
    }
    return {code: row for code, row in tables.get(field, {}).items() if row.in_force(day)}


def chosen(basis: BasisChain, field: str, code: Code, partner: Code = NO_CODE) -> BasisChain:
    """Return `basis` with `code` in `field`, and its partner beside it."""
    changed = replace(basis, **{field: code})  # a part named by a finding
    return replace(changed, schedule1=partner) if partner else changed


def cited(row: Row) -> str:
    """Return where a row stands: "Article 9(2)(h)"."""
    if isinstance(row, LawfulBasis | Condition):
        return row.article
    if isinstance(row, Schedule1):
        return row.paragraph
    if isinstance(row, Gateway):
        return row.law
    return row.source


def words_of(finding: Finding, catalogues: Catalogues, day: date) -> tuple[str, str]:
    """Return a suggestion in words, and where it stands in law; empty without a suggestion."""
    rows = rows_for(field_of(finding), catalogues, day)
    row = rows.get(finding.suggestion)
    if row is None:
        return "", ""
    partner = catalogues.schedule1.get(finding.suggestion2)
    places = [cited(row)] + ([cited(partner)] if partner else [])
    sure = row.certainty in {Certainty.LOOKED_UP, Certainty.SECOND_HAND}
    return row.words, ", ".join(places) + ("" if sure else f". {CONFIRM}")
