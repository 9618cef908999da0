"""The duty of confidence stands beside data protection law (law.md 3.2, 3.6)."""

from sharebook.domain.checks.case import Case
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.names import NO_CODE, Code


def confidence(case: Case) -> list[Finding]:
    """Find what was told in confidence and passed on, with nothing that says why it may be."""
    if case.written is None or not case.gives_data or _answered(case):
        return []
    held = [item.words for item in case.items if item.confidential]
    if not held:
        return []
    facts = {"items": ", ".join(held)}
    usual = _usual(case)
    return [Finding("confidence_unsaid", Severity.GAP, "S13", facts, "confidentiality", usual)]


def _answered(case: Case) -> bool:
    """Say whether the chain says it: by its own row, or because a law is named that holds."""
    law = case.gateway
    if case.basis.confidentiality in case.catalogues.confidentiality:
        return True
    if law is not None and case.offers(law):
        return True
    return any(
        row is not None and row.confidentiality for row in (case.lawful_basis, case.condition)
    )


def _usual(case: Case) -> Code:
    row = case.schedule1
    code = row.confidentiality if row is not None else NO_CODE
    return code if case.offers(case.catalogues.confidentiality.get(code)) else NO_CODE
