"""V6: life and death asks what the emergency was, and is looked at again (law.md 1.7, 1.8)."""

from sharebook.domain.catalogue import LawfulBasis
from sharebook.domain.catalogue_deciding import Trigger
from sharebook.domain.checks.case import Case
from sharebook.domain.checks.usual import usual_basis
from sharebook.domain.findings import Finding, Severity

_RULE = "V6"


def emergency(case: Case) -> list[Finding]:
    """Find an emergency nobody described, one nobody looked at again, and one that is planned."""
    if not case.gives_data:
        return []
    if not case.single:
        return _planned(case)
    if is_emergency(case) and not case.emergency.strip():
        return [Finding("emergency_untold", Severity.WARNING, _RULE, field="emergency")]
    due, today = case.look_again, case.today
    if due is None or today is None or today <= due:
        return []
    return [Finding("emergency_look_again", Severity.GAP, _RULE, {"day": due}, "emergency")]


def is_emergency(case: Case) -> bool:
    """Say whether basis or trigger claims an emergency."""
    basis, written = case.lawful_basis, case.written
    trigger = case.catalogues.triggers.get(written.trigger) if written else None
    return is_claimed(basis, trigger)


def is_claimed(basis: LawfulBasis | None, trigger: Trigger | None) -> bool:
    """Say whether one of the two rows stands for an emergency."""
    return bool((basis and basis.needs_emergency) or (trigger and trigger.threat))


def _planned(case: Case) -> list[Finding]:
    """Find a basis of life and death under sharing that runs by itself or on set days."""
    basis, cycle = case.lawful_basis, case.catalogues.cycles.get(case.cycle)
    if basis is None or not basis.needs_emergency or cycle is None:
        return []
    if not cycle.standing and not cycle.due and not cycle.months:
        return []
    usual, facts = usual_basis(case, beside=(basis.code,), consent=False), {"cycle": cycle.words}
    return [Finding("planned_no_emergency", Severity.WARNING, _RULE, facts, "lawful_basis", usual)]
