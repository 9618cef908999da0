"""What the regulator's decision form asks, and what an entry still owes it (law.md 3.1, 3.7)."""

from sharebook.domain.checks.case import Case
from sharebook.domain.disclosures import Decision
from sharebook.domain.findings import Finding, Severity

_WITH_REASONS = frozenset({Decision.REFUSED, Decision.PART, Decision.DEFERRED})


def decision_form(case: Case) -> list[Finding]:
    """Find a request answered outside regular sharing with questions of the form left open."""
    written = case.written
    if written is None or case.arranged is not None or not case.gives_data:
        return []
    trigger = case.catalogues.triggers.get(written.trigger)
    if trigger is None or not trigger.asked:
        return []
    rows = case.catalogues.decision_form.values()
    open_ones = [row.wanted for row in rows if row.wanted and not _answered(case, row.fields)]
    if not open_ones:
        return []
    facts = {"questions": "; ".join(open_ones)}
    return [Finding("form_unanswered", Severity.GAP, "S13", facts, "necessity")]


def refusal(case: Case) -> list[Finding]:
    """Find a refusal, or giving only a part, without its reason."""
    written = case.written
    if written is None or case.decision not in _WITH_REASONS or written.reason.strip():
        return []
    return [Finding("refusal_unexplained", Severity.GAP, "P9", field="reason")]


def _answered(case: Case, fields: tuple[str, ...]) -> bool:
    answers = case.written.answers if case.written else {}
    return any(
        answers.get(name, "").strip() or str(getattr(case.basis, name, "")).strip()
        for name in fields
    ) or ("necessity" in fields and case.written is not None and case.written.said_why)
