"""V4: sharing that rests on consent stops where no consent is named (law.md 1.8)."""

from sharebook.domain.checks.case import Case
from sharebook.domain.findings import Finding, Severity


def consent(case: Case) -> list[Finding]:
    """Find a disclosure that rests on consent and names none."""
    needs = any(
        row is not None and row.needs_consent for row in (case.lawful_basis, case.condition)
    )
    if not needs or not case.gives_data or not case.single or case.consent.strip():
        return []
    return [Finding("no_live_consent", Severity.STOP, "V4", field="consent")]
