"""V5: a public authority may not use some bases for its own tasks (Art 6(1), law.md 1.1, 1.8)."""

from sharebook.domain.checks.case import Case
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.names import NO_CODE, Code


def public_authority(case: Case) -> list[Finding]:
    """Find a basis the school may not use without its data protection officer's reason."""
    basis, school = case.lawful_basis, case.school_type
    if not case.gives_data or basis is None or school is None or not school.public_authority:
        return []
    if basis.public_authority_may or case.basis.override_reason.strip():
        return []
    facts = {"basis": basis.words}
    return [
        Finding(
            "basis_barred_for_state_schools",
            Severity.STOP,
            "V5",
            facts,
            "override_reason",
            _usual(case),
        )
    ]


def _usual(case: Case) -> Code:
    """Return the heading's own basis, unless that one is barred too."""
    code = case.heading_row.lawful_basis if case.heading_row else NO_CODE
    row = case.catalogues.lawful_bases.get(code)
    return code if row is not None and row.public_authority_may else NO_CODE
