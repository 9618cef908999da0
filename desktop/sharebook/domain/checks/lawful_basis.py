"""A sharing with no lawful basis at all."""

from sharebook.domain.checks.case import Case
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.names import NO_CODE, Code


def lawful_basis(case: Case) -> list[Finding]:
    """Find a case that gives data and names no Article 6 basis."""
    if not case.gives_data or case.lawful_basis is not None:
        return []
    return [
        Finding(
            "no_lawful_basis",
            Severity.GAP,
            "V0",
            field="lawful_basis",
            suggestion=_usual(case),
        )
    ]


def _usual(case: Case) -> Code:
    """Return the heading's basis; a school that is no public authority may have the kind's own."""
    usual = case.heading_row.lawful_basis if case.heading_row else NO_CODE
    private = case.school_type is not None and not case.school_type.public_authority
    own = case.kind.otherwise if private and case.kind is not None else NO_CODE
    row = case.catalogues.lawful_bases.get(own)
    return own if row is not None and row.in_force(case.day) else usual
