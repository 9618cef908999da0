"""V5: a public authority may not use some bases for its own tasks (Art 6(1), law.md 1.1, 1.8)."""

from sharebook.domain.checks.case import Case
from sharebook.domain.findings import Finding, Severity


def public_authority(case: Case) -> list[Finding]:
    """Find a basis the school may not use without its data protection officer's reason."""
    basis, school = case.lawful_basis, case.school_type
    if basis is None or school is None or not school.public_authority:
        return []
    if basis.public_authority_may or case.basis.override_reason.strip():
        return []
    usual = case.heading_row.lawful_basis if case.heading_row else basis.code
    facts = {"basis": basis.words}
    return [
        Finding(
            "basis_barred_for_state_schools", Severity.STOP, "V5", facts, "override_reason", usual
        )
    ]
