"""V9: data that leaves the United Kingdom needs something that lets it (law.md 1.8, 1.9)."""

from sharebook.domain.checks.case import Case
from sharebook.domain.findings import Finding, Severity

_RULE = "V9"


def abroad(case: Case) -> list[Finding]:
    """Find data going abroad with nothing that lets it go, or with what does not serve here."""
    receiver = case.receiver
    if not case.gives_data or not receiver.country or receiver.country in _home(case):
        return []
    row, facts = case.catalogues.transfers.get(receiver.transfer), {"country": receiver.country}
    level = Severity.WARNING
    if row is None:
        return [Finding("transfer_missing", level, _RULE, facts, "transfer")]
    facts["transfer"] = row.words
    if not row.in_force(case.day):
        return [Finding("transfer_not_in_force", level, _RULE, facts, "transfer")]
    if row.single_case_only and not case.single:
        return [Finding("transfer_not_for_regular", level, _RULE, facts, "transfer")]
    if row.needs_assessment and not receiver.assessment.strip():
        level = Severity.GAP
        return [Finding("transfer_not_assessed", level, _RULE, facts, "transfer_assessment")]
    return []


def _home(case: Case) -> set[str]:
    return {nation.country for nation in case.catalogues.nations.values()}
