"""V1: special category data asks for a second condition, and often a third (law.md 1.3, 1.8)."""

from sharebook.domain.catalogue_chain import Condition, Schedule1
from sharebook.domain.checks.case import Case
from sharebook.domain.checks.usual import partner_of, usual_condition
from sharebook.domain.findings import Finding, Severity

RULE = "V1"


def special_category(case: Case) -> list[Finding]:
    """Find special items without an Article 9 condition, or a condition without its partner."""
    special = [item.words for item in case.items if item.special]
    if not case.gives_data or not special:
        return []
    condition = case.condition
    if condition is not None and condition.for_schools:
        return _partner(case, condition) if condition.needs_schedule1 else []
    level, (usual, partner) = Severity.WARNING, usual_condition(case)
    if condition is None:
        facts = {"items": ", ".join(special)}
        return [Finding("special_needs_condition", level, RULE, facts, "condition", usual, partner)]
    facts = {"condition": condition.words}
    return [Finding("condition_not_for_schools", level, RULE, facts, "condition", usual, partner)]


def _partner(case: Case, condition: Condition) -> list[Finding]:
    row, level = case.schedule1, Severity.WARNING
    if row is not None and _fits(case, condition, row):
        return []
    usual = partner_of(case, condition.code, case.gateway)
    facts = {"condition": condition.words}
    if row is None or not row.for_special:
        return [Finding("condition_needs_partner", level, RULE, facts, "schedule1", usual)]
    facts["partner"] = row.words
    if row.code not in condition.schedule1:
        return [Finding("partner_does_not_fit", level, RULE, facts, "schedule1", usual)]
    if not row.for_schools:
        return [Finding("partner_not_for_schools", level, RULE, facts, "schedule1", usual)]
    return [Finding("partner_not_about_one", level, RULE, facts, "schedule1", usual)]


def _fits(case: Case, condition: Condition, row: Schedule1) -> bool:
    one = case.written is not None and case.written.pupils == 1
    for_this = row.for_special and row.for_schools and not (row.never_about_one and one)
    return for_this and row.code in condition.schedule1
