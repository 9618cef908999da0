"""V2: criminal offence data asks for an Article 10 condition (law.md 1.5, 1.8)."""

from sharebook.domain.checks.case import Case
from sharebook.domain.findings import Finding, Severity


def criminal_offence(case: Case) -> list[Finding]:
    """Find criminal items without a condition that serves criminal data."""
    criminal = [item.words for item in case.items if item.criminal]
    row = case.catalogues.schedule1.get(case.basis.criminal)
    if not case.gives_data or not criminal or (row is not None and row.for_criminal):
        return []
    facts = {"items": ", ".join(criminal)}
    return [Finding("criminal_needs_condition", Severity.WARNING, "V2", facts, "criminal")]
