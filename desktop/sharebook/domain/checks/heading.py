"""The heading of the notice is not the law, but must not mislead about it (law.md 1.7)."""

from sharebook.domain.checks.case import Case
from sharebook.domain.findings import Finding, Severity, Step


def heading(case: Case) -> list[Finding]:
    """Find a notice that says families agreed, over sharing that does not rest on consent."""
    row, basis = case.heading_row, case.lawful_basis
    if not case.gives_data or row is None or basis is None or basis.needs_consent:
        return []
    promised = case.catalogues.lawful_bases.get(row.lawful_basis)
    if promised is None or not promised.needs_consent:
        return []
    facts = {"heading": row.words, "basis": basis.words.partition(":")[0]}
    headings = case.catalogues.headings
    fitting = [code for code, each in headings.items() if each.lawful_basis == basis.code]
    choice = (Step("heading", fitting[0]),) if fitting else ()
    return [Finding("heading_misleads", Severity.GAP, facts=facts, field="heading", choice=choice)]
