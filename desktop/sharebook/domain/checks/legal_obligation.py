"""V3: a basis that rests on a law must name the law, and the law must be in force (law.md 1.8)."""

from sharebook.domain.checks.case import Case
from sharebook.domain.findings import Finding, Severity

RULE = "V3"


def legal_obligation(case: Case) -> list[Finding]:
    """Find a legal obligation without its statute, or with one not in force on the day."""
    basis = case.lawful_basis
    if not case.gives_data or basis is None or not basis.needs_gateway:
        return []
    if case.gateway is None:
        return [Finding("duty_needs_law", Severity.WARNING, RULE, field="gateway")]
    if not case.gateway.in_force(case.day):
        facts = {"law": case.gateway.words}
        return [Finding("law_not_in_force", Severity.WARNING, RULE, facts, "gateway")]
    return []
