"""V3: a basis that rests on a law must name the law, and a law must be in force (law.md 1.8)."""

from sharebook.domain.checks.case import Case
from sharebook.domain.checks.usual import basis_of_law, fits_law, usual_basis
from sharebook.domain.findings import Finding, Severity, Step
from sharebook.domain.names import Code

RULE = "V3"
_WARNING = Severity.WARNING


def legal_obligation(case: Case) -> list[Finding]:
    """Find a legal obligation without its statute, and a law that cannot carry the sharing.

    A law cannot carry it where it is not in force on the day, belongs to another nation or type
    of school, or does not go with the lawful basis that is chosen.
    """
    basis, law = case.lawful_basis, case.gateway
    if not case.gives_data:
        return []
    if law is None:
        if basis is None or not basis.needs_gateway:
            return []
        return [Finding("duty_needs_law", _WARNING, RULE, {}, "gateway", choice=_instead(case))]
    facts: dict[str, object] = {"law": law.words}
    if not law.in_force(case.day):
        way = _instead(case)
        return [Finding("law_not_in_force", _WARNING, RULE, facts, "gateway", choice=way)]
    if not case.offers(law):
        way = _instead(case)
        return [Finding("law_of_elsewhere", _WARNING, RULE, facts, "gateway", choice=way)]
    return _together(case, facts)


def _together(case: Case, facts: dict[str, object]) -> list[Finding]:
    """Find a law and a basis that do not go together."""
    basis, law = case.lawful_basis, case.gateway
    if basis is None or law is None:
        return []
    strays = not fits_law(case, basis.code) and _strays(case)
    if not strays and not (law.rarely_obliges and basis.needs_gateway):
        return []
    facts = {**facts, "basis": basis.words.partition(":")[0]}
    usual, field = basis_of_law(case, basis.code), "lawful_basis"
    if not strays:
        return [Finding("concern_rarely_a_duty", _WARNING, RULE, facts, field, usual)]
    away = () if usual else _instead(case)
    if basis.needs_consent:
        return [Finding("consent_not_the_reason", _WARNING, RULE, facts, field, usual, choice=away)]
    return [Finding("law_does_not_fit", _WARNING, RULE, facts, field, usual, choice=away)]


def _strays(case: Case) -> bool:
    """Say whether a misfit matters: a law that only describes carries no legal obligation."""
    basis, law = case.lawful_basis, case.gateway
    return law is not None and basis is not None and bool(law.lawful_bases or basis.needs_gateway)


def _instead(case: Case) -> tuple[Step, ...]:
    """Return the way out: no law that does not count, and a basis that needs none."""
    basis = case.lawful_basis
    away = (Step("gateway", ""),) if case.basis.gateway else ()
    if basis is None or not basis.needs_gateway:
        return away
    usual = _without_law(case)
    return (*away, Step("lawful_basis", usual)) if usual else away


def _without_law(case: Case) -> Code:
    rows = case.catalogues.lawful_bases
    needs = [code for code, row in rows.items() if row.needs_gateway]
    return usual_basis(case, beside=needs, consent=False)
