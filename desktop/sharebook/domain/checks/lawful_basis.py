"""A sharing with no lawful basis, or with one that did not hold on the day."""

from sharebook.domain.checks.case import Case
from sharebook.domain.checks.usual import usual_basis
from sharebook.domain.findings import Finding, Severity

_RULE = "V0"


def lawful_basis(case: Case) -> list[Finding]:
    """Find a case that gives data without an Article 6 basis, or with one not in force."""
    if not case.gives_data:
        return []
    basis = case.lawful_basis
    if basis is None:
        return [_none(case)]
    if basis.in_force(case.day):
        return []
    facts = {"basis": basis.words, "day": case.day}
    usual = usual_basis(case, beside=(basis.code,))
    return [Finding("basis_not_in_force", Severity.WARNING, _RULE, facts, "lawful_basis", usual)]


def _none(case: Case) -> Finding:
    usual, heading = usual_basis(case, duty=True), case.heading_row
    if heading is not None and not heading.is_basis:
        facts = {"heading": heading.words}
        return Finding("heading_is_no_basis", Severity.GAP, _RULE, facts, "lawful_basis", usual)
    return Finding("no_lawful_basis", Severity.GAP, _RULE, {}, "lawful_basis", usual)
