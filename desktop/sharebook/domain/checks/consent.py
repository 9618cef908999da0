"""V4: sharing that rests on consent stops where no consent is named (law.md 1.8)."""

from sharebook.domain.checks.case import Case
from sharebook.domain.findings import Finding, Severity, Step

_RULE = "V4"


def consent(case: Case) -> list[Finding]:
    """Find a disclosure that rests on consent and names none, or names one and rests on none."""
    if not case.gives_data or not case.single:
        return []
    needs = rests_on_consent(case)
    if needs and not case.consent.strip():
        return [Finding("no_live_consent", Severity.STOP, _RULE, field="consent")]
    if needs or not case.consent.strip() or case.lawful_basis is None:
        return []
    facts = {"basis": case.lawful_basis.words.partition(":")[0]}
    away = (Step("consent", ""),)
    return [Finding("consent_beside_basis", Severity.GAP, _RULE, facts, "consent", choice=away)]


def rests_on_consent(case: Case) -> bool:
    """Say whether the chain rests on consent."""
    rows = (case.lawful_basis, case.condition)
    return any(row is not None and row.needs_consent for row in rows)
