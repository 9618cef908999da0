"""What good practice wants and the entry lacks; it can wait (law.md 3.1)."""

from sharebook.domain.checks.case import Case
from sharebook.domain.findings import Finding, Severity


def decider(case: Case) -> list[Finding]:
    """Find a decision nobody is named for."""
    if not case.single or case.decided_by.strip():
        return []
    return [Finding("decider_unnamed", Severity.GAP, field="decided_by")]


def notice(case: Case) -> list[Finding]:
    """Find a recipient the privacy notice does not name."""
    if case.in_notice or not case.gives_data:
        return []
    return [Finding("not_in_notice", Severity.GAP, field="recipient")]


def rhythm(case: Case) -> list[Finding]:
    """Find regular sharing that does not say how often: no answer can count it as running."""
    if case.single or not case.gives_data or case.cycle in case.catalogues.cycles:
        return []
    return [Finding("cycle_unnamed", Severity.GAP, field="cycle")]


def way_sent(case: Case) -> list[Finding]:
    """Find a way of sending that is unknown, or not secure."""
    if not case.single or not case.gives_data:
        return []
    row = case.catalogues.methods.get(case.method)
    if row is None:
        return [Finding("method_unnamed", Severity.GAP, field="method")]
    if row.secure:
        return []
    return [
        Finding("method_not_secure", Severity.WARNING, facts={"method": row.words}, field="method")
    ]
