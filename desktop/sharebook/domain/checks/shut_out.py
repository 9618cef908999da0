"""A child shut out of a recipient, a protected child's whereabouts, a flow still to be agreed."""

from sharebook.domain.checks.case import Case
from sharebook.domain.findings import Finding, Severity


def shut_out(case: Case) -> list[Finding]:
    """Find pupils whose data may not go to this recipient."""
    if not case.gives_data or not case.shut_out:
        return []
    facts = {"names": ", ".join(case.shut_out)}
    return [Finding("pupil_shut_out", Severity.STOP, "P40", facts, "pupils")]


def protected(case: Case) -> list[Finding]:
    """Find items that could betray where a protected child is."""
    locked = [item.words for item in case.items if item.locked]
    if not case.gives_data or not locked:
        return []
    facts = {"items": ", ".join(locked), "names": ", ".join(case.protected)}
    if case.protected:
        return [Finding("whereabouts_locked", Severity.STOP, "P41", facts, "items")]
    return [Finding("whereabouts_named", Severity.WARNING, "P41", facts, "items")]


def reserved(case: Case) -> list[Finding]:
    """Find a flow that is not yet agreed."""
    if not case.reserved or not case.gives_data:
        return []
    return [Finding("flow_reserved", Severity.STOP, "S9", field="flow")]
