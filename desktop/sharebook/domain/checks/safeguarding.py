"""V11: what concerns safeguarding is for few eyes, and the family hears of it with care."""

from sharebook.domain.checks.case import Case
from sharebook.domain.findings import Finding, Severity, Step

_RULE = "V11"


def belongs_sealed(case: Case) -> list[Finding]:
    """Find safeguarding items in an entry that everybody in the office can open."""
    written = case.written
    about = [item.words for item in case.items if item.safeguarding]
    if written is None or written.sealed or not about or not case.gives_data:
        return []
    facts, seal = {"items": ", ".join(about)}, (Step("sealed", "yes"),)
    return [Finding("belongs_sealed", Severity.GAP, _RULE, facts, "items", choice=seal)]


def family(case: Case) -> list[Finding]:
    """Find a safeguarding entry that does not say whether the family was told, or why not."""
    written = case.written
    if written is None or not case.gives_data:
        return []
    row = case.catalogues.family_told.get(written.family_told)
    if row is None:
        if not any(item.safeguarding for item in case.items):
            return []
        return [Finding("family_unsaid", Severity.GAP, field="family_told")]
    if not row.withheld:
        return []
    return _withheld(case, says_why=row.says_why)


def _withheld(case: Case, *, says_why: bool) -> list[Finding]:
    written = case.written
    not_told, reason = (written.not_told, written.reason) if written else (None, "")
    if not_told is None:
        return []
    because = not_told.because.strip() or reason.strip()
    if not says_why and not because:
        return [Finding("not_told_unexplained", Severity.GAP, field="family_told")]
    if not_told.until is None:
        return [Finding("not_told_without_end", Severity.GAP, field="family_told")]
    if case.today is None or case.today <= not_told.until:
        return []
    facts = {"day": not_told.until}
    return [Finding("not_told_look_again", Severity.GAP, facts=facts, field="family_told")]
