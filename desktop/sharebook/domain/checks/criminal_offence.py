"""V2: criminal offence data asks for an Article 10 condition (law.md 1.5, 1.8)."""

from sharebook.domain.checks.case import Case
from sharebook.domain.checks.usual import usual_for_criminal
from sharebook.domain.findings import Finding, Severity

_RULE = "V2"


def criminal_offence(case: Case) -> list[Finding]:
    """Find criminal items without a condition that serves criminal data at a school."""
    criminal = [item.words for item in case.items if item.criminal]
    if not case.gives_data or not criminal:
        return []
    row, usual = case.criminal, usual_for_criminal(case)
    level = Severity.WARNING
    if row is None or not row.for_criminal:
        facts = {"items": ", ".join(criminal)}
        return [Finding("criminal_needs_condition", level, _RULE, facts, "criminal", usual)]
    if not row.for_schools:
        facts = {"condition": row.words}
        return [Finding("criminal_not_for_schools", level, _RULE, facts, "criminal", usual)]
    return []
