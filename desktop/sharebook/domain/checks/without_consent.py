"""V10 and S11: who shares without consent says why (law.md 1.4, 1.8, 3.1)."""

from sharebook.domain.checks.case import Case
from sharebook.domain.checks.consent import rests_on_consent
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.names import NO_CODE


def no_consent_reason(case: Case) -> list[Finding]:
    """Find a condition that asks why consent was not sought, with no answer."""
    row = case.schedule1
    if not case.gives_data or row is None or not row.needs_no_consent_reason:
        return []
    reasons, special = case.catalogues.no_consent_reasons, any(it.special for it in case.items)
    if not special or case.basis.no_consent_reason in reasons:
        return []
    known = reasons.get(row.usual_reason)
    usual = row.usual_reason if case.offers(known) else NO_CODE
    facts, level = {"condition": row.words}, Severity.WARNING
    return [Finding("no_consent_unsaid", level, "V10", facts, "no_consent_reason", usual)]


def reason(case: Case) -> list[Finding]:
    """Find sensitive sharing without consent, outside any regular sharing, with no evidence.

    What it was needed for is one of the five answers; this asks what that rests on.
    """
    written = case.written
    if written is None or not case.gives_data or written.said_why:
        return []
    trigger = case.catalogues.triggers.get(written.trigger)
    asked = trigger is not None and trigger.asked  # then the decision form asks it
    if case.arranged is not None or asked or rests_on_consent(case) or not _weighty(case):
        return []
    return [Finding("reason_unsaid", Severity.GAP, "S11", field="reason")]


def _weighty(case: Case) -> bool:
    return any(it.special or it.criminal or it.confidential or it.asks_why for it in case.items)
