"""V8: a supplier needs a contract, and some partners an agreement (law.md 1.8, 3.6)."""

from sharebook.domain.checks.case import Case
from sharebook.domain.findings import Finding, Severity


def contract(case: Case) -> list[Finding]:
    """Find a supplier that works on the school's instructions without a contract."""
    role = case.catalogues.roles.get(case.receiver.role)
    if not case.gives_data or role is None or not role.needs_contract:
        return []
    if case.receiver.contract.strip():
        return []
    return [Finding("contract_missing", Severity.GAP, "V8", field="contract")]


def agreement(case: Case) -> list[Finding]:
    """Find regular sharing with a partner that nobody agreed, or whose agreement is past."""
    arranged, role = case.arranged, case.catalogues.roles.get(case.receiver.role)
    if not case.gives_data or arranged is None or role is None:
        return []
    if arranged.agreed:
        return _past(case)
    if not case.single and (role.needs_agreement or (role.wants_agreement and _weighty(case))):
        return [Finding("agreement_missing", Severity.GAP, field="agreement")]
    return []


def _past(case: Case) -> list[Finding]:
    arranged = case.arranged
    ends = arranged.agreement_ends if arranged else None
    review = arranged.review_due if arranged else None
    if ends is not None and ends < case.day:
        facts: dict[str, object] = {"day": ends}
        return [Finding("agreement_over", Severity.GAP, facts=facts, field="agreement")]
    if review is not None and review < case.day:
        facts = {"day": review}
        return [Finding("agreement_review_past", Severity.GAP, facts=facts, field="agreement")]
    return []


def _weighty(case: Case) -> bool:
    """Say whether special data runs by itself with no law behind it, as nobody has weighed yet."""
    cycle, arranged = case.catalogues.cycles.get(case.cycle), case.arranged
    runs = cycle is not None and cycle.standing
    weighed = case.gateway is not None or (arranged is not None and arranged.ready_made)
    return runs and not weighed and any(item.special for item in case.items)
