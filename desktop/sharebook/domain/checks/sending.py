"""How it travels: to a named person, with proof, to somebody who is still there (S15, 29)."""

from sharebook.domain.checks.case import Case
from sharebook.domain.disclosures import Receipt
from sharebook.domain.findings import Finding, Severity, Step


def by_hand(case: Case) -> list[Finding]:
    """Find something handed over or posted specially, without its person, number or receipt."""
    written, method = case.written, case.catalogues.methods.get(case.method)
    if written is None or method is None or not case.gives_data or not method.secure:
        return []
    facts, gap = {"method": method.words}, Severity.GAP
    found = []
    if method.addressed and not written.named.strip():
        found.append(Finding("nobody_named", gap, "S15", facts, "person"))
    if method.needs_tracking and not written.tracking.strip():
        found.append(Finding("tracking_missing", gap, "S15", facts, "tracking"))
    if method.needs_receipt and written.receipt is Receipt.NOT_NEEDED:
        ask = (Step("receipt", Receipt.EXPECTED.value),)
        found.append(Finding("receipt_wanted", gap, "S15", facts, "receipt", choice=ask))
    return found


def still_there(case: Case) -> list[Finding]:
    """Find something given to a recipient after the school stopped using it."""
    receiver = case.receiver
    if not case.gives_data or receiver.ended is None or case.day <= receiver.ended:
        return []
    facts: dict[str, object] = {"day": receiver.ended, "heir": receiver.heir}
    if receiver.heir:
        return [Finding("recipient_succeeded", Severity.WARNING, facts=facts, field="recipient")]
    facts = {"day": receiver.ended}
    return [Finding("recipient_left", Severity.WARNING, facts=facts, field="recipient")]
