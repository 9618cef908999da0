"""A sharing with no lawful basis at all."""

from sharebook.domain.checks.case import Case
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.names import NO_CODE


def lawful_basis(case: Case) -> list[Finding]:
    """Find a case that gives data and names no Article 6 basis."""
    if not case.gives_data or case.lawful_basis is not None:
        return []
    usual = case.heading_row.lawful_basis if case.heading_row else NO_CODE
    return [
        Finding(
            "no_lawful_basis",
            Severity.GAP,
            "V0",
            field="lawful_basis",
            suggestion=usual,
        )
    ]
