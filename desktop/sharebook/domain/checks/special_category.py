"""V1: special category data asks for a second condition, and often a third (law.md 1.3, 1.8)."""

from sharebook.domain.catalogue import Condition
from sharebook.domain.checks.case import Case
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.names import NO_CODE, Code

RULE = "V1"


def special_category(case: Case) -> list[Finding]:
    """Find special items without an Article 9 condition, or a condition without its partner."""
    special = [item.words for item in case.items if item.special]
    if not case.gives_data or not special:
        return []
    if case.condition is None:
        condition, partner = _usual(case)
        facts = {"items": ", ".join(special)}
        return [
            Finding(
                "special_needs_condition",
                Severity.WARNING,
                RULE,
                facts,
                "condition",
                condition,
                partner,
            )
        ]
    return _partner(case, case.condition)


def _partner(case: Case, condition: Condition) -> list[Finding]:
    if not condition.needs_schedule1:
        return []
    row = case.catalogues.schedule1.get(case.basis.schedule1)
    if row is not None and row.for_special:
        return []
    usual = condition.schedule1[0] if condition.schedule1 else NO_CODE
    facts = {"condition": condition.words}
    return [Finding("condition_needs_partner", Severity.WARNING, RULE, facts, "schedule1", usual)]


def _usual(case: Case) -> tuple[Code, Code]:
    """Return what schools nearly always use: for this kind of recipient, else this heading."""
    if case.kind is not None and case.kind.condition:
        return case.kind.condition, case.kind.schedule1
    if case.heading_row is not None:
        return case.heading_row.condition, case.heading_row.schedule1
    return NO_CODE, NO_CODE
