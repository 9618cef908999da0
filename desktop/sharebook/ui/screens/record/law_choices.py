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
)
from sharebook.domain.catalogue_chain import Schedule1
from sharebook.domain.checks.following import followed, of_chain, steps
from sharebook.domain.disclosures import Receipt
from sharebook.domain.drafts import Draft
from sharebook.domain.findings import Finding, Step
from sharebook.domain.names import NO_CODE, Code

# Where a finding speaks of a field that is not itself chosen from a catalogue.
_CHOSEN_IN = {"override_reason": "lawful_basis"}
_SAID = {
    "gateway": "Name no law here",
    "consent": "Name no consent here",
    "receipt": "Expect a receipt",
    "sealed": "Seal this entry",
}
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
        "confidentiality": catalogues.confidentiality,
        "no_consent_reason": catalogues.no_consent_reasons,
        "heading": catalogues.headings,
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


def taken(draft: Draft, ways: tuple[Step, ...]) -> Draft:
    """Return `draft` once the usual right choice is taken: chain, items, reason, receipt."""
    changed = replace(draft, basis=followed(draft.basis, ways))
    for step in ways:
        if of_chain(step):
            continue
        if step.part == "without":
            left = set(step.value.split(","))
            changed = replace(changed, items=tuple(c for c in changed.items if c not in left))
        elif step.part == "receipt":
            changed = replace(changed, receipt=Receipt(step.value))
        elif step.part in {"consent", "heading", "reason"}:
            changed = replace(changed, **{step.part: step.value})  # type: ignore[arg-type]
    return changed


def way_in_words(finding: Finding, catalogues: Catalogues, day: date) -> str:
    """Return what one click does, in words; "" where there is no usual choice."""
    parts = []
    for step in steps(finding):
        row = rows_for(step.part, catalogues, day).get(Code(step.value))
        if row is not None:
            parts.append(row.words)
        elif step.part == "without":
            known = [catalogues.items.get(Code(code)) for code in step.value.split(",")]
            parts.append(f"Leave out {', '.join(each.words for each in known if each)}")
        elif step.part == "reason":
            parts.append(step.value)
        elif step.part in _SAID:
            parts.append(_SAID[step.part])
    return "; ".join(parts)


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
