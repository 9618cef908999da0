"""V6: a basis of life and death asks what the emergency was (law.md 1.8)."""

from sharebook.domain.checks.case import Case
from sharebook.domain.findings import Finding, Severity


def emergency(case: Case) -> list[Finding]:
    """Find an emergency nobody described."""
    basis = case.lawful_basis
    needs = basis is not None and basis.needs_emergency
    if not needs or not case.single or not case.gives_data or case.emergency.strip():
        return []
    return [Finding("emergency_untold", Severity.WARNING, "V6", field="emergency")]
