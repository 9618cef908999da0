"""V7: some conditions need a policy document (law.md 1.4, 1.6, 1.8)."""

from sharebook.domain.checks.case import Case
from sharebook.domain.findings import Finding, Severity


def policy_document(case: Case) -> list[Finding]:
    """Find a condition that needs the policy document of a school that has none on file."""
    if not case.gives_data or case.policy_on_file or case.basis.policy_document.strip():
        return []
    special = any(item.special for item in case.items)
    criminal = any(item.criminal for item in case.items)
    relied_on = (case.schedule1 if special else None, case.criminal if criminal else None)
    rows = [row for row in relied_on if row is not None]
    needing = [row for row in rows if row.needs_policy_document]
    waived = any(row.policy_waived_for_authority for row in rows)
    if not needing or (waived and case.kind is not None and case.kind.authority):
        return []
    facts = {"condition": needing[0].words}
    return [Finding("policy_document_missing", Severity.GAP, "V7", facts, "policy_document")]
