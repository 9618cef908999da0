"""V5: a public authority may not use some bases for its own tasks (Art 6(1), law.md 1.1, 1.8)."""

from sharebook.domain.checks.case import Case
from sharebook.domain.checks.usual import usual_basis
from sharebook.domain.findings import Finding, Severity


def public_authority(case: Case) -> list[Finding]:
    """Find a basis the school may not use without its data protection officer's reason."""
    basis = case.lawful_basis
    if not case.gives_data or basis is None or not case.barred or basis.public_authority_may:
        return []
    return [
        Finding(
            "basis_barred_for_state_schools",
            Severity.STOP,
            "V5",
            {"basis": basis.words},
            "override_reason",
            usual_basis(case),
        )
    ]
