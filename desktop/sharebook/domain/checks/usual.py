"""What schools usually and rightly choose: only rows in force, and open to this school."""

from collections.abc import Iterable

from sharebook.domain.catalogue import Gateway, LawfulBasis
from sharebook.domain.checks.case import Case
from sharebook.domain.names import NO_CODE, Code


def usual_basis(
    case: Case, *, beside: Iterable[Code] = (), consent: bool = True, duty: bool = False
) -> Code:
    """Return the lawful basis the school would usually rely on, or NO_CODE.

    Args:
        case: what is shared.
        beside: bases that are not meant.
        consent: whether a basis that rests on consent is meant too.
        duty: whether a legal obligation is meant too where no law is named that makes one.
    """
    passed, bases = set(beside), case.catalogues.lawful_bases
    for code in (*_of_the_law(case), *_of_the_heading(case), *_of_the_task(case)):
        row = bases.get(code)
        if row is None or code in passed or not _open(case, row):
            continue
        asked = row.needs_consent and not consent
        unnamed = row.needs_gateway and not duty and not law_holds(case)
        if not (asked or unnamed):
            return code
    return NO_CODE


def basis_of_law(case: Case, beside: Code) -> Code:
    """Return the first lawful basis that goes with the law that is named, or NO_CODE."""
    bases = case.catalogues.lawful_bases
    open_ones = (code for code in _of_the_law(case) if code in bases and _open(case, bases[code]))
    return next((code for code in open_ones if code != beside), NO_CODE)


def _open(case: Case, row: LawfulBasis) -> bool:
    """Say whether the school may rely on a basis where nobody's life is in danger."""
    closed = case.barred and not row.public_authority_may
    return case.offers(row) and not closed and not row.needs_emergency


def usual_condition(case: Case) -> tuple[Code, Code]:
    """Return the second condition and its partner: of the law, the recipient's kind, the heading.

    A law's own first, where it is in force; both NO_CODE where nobody knows.
    """
    law = case.gateway
    if law is not None and case.offers(law):
        for code in law.conditions:
            partner = partner_of(case, code, law)
            if _whole(case, code, partner):
                return code, partner
    for row in (case.kind, case.heading_row):
        if row is not None and _whole(case, row.condition, row.schedule1):
            return row.condition, row.schedule1
    return NO_CODE, NO_CODE


def partner_of(case: Case, condition: Code, law: Gateway | None = None) -> Code:
    """Return the Schedule 1 condition that usually goes with an Article 9 one, or NO_CODE."""
    row = case.catalogues.conditions.get(condition)
    if row is None or not row.schedule1:
        return NO_CODE
    wanted = [code for code in (law.schedule1 if law else ()) if code in row.schedule1]
    rows = case.catalogues.schedule1
    for code in (*wanted, *row.schedule1):
        known = rows.get(code)
        fits = known is not None and known.for_special and known.for_schools
        if known is not None and fits and not known.never_about_one and case.offers(known):
            return code
    return NO_CODE


def usual_for_criminal(case: Case) -> Code:
    """Return the condition for criminal data of the law, else the one schools usually rely on."""
    rows = case.catalogues.schedule1
    wanted = [*(case.gateway.criminal if case.gateway else ())]
    wanted += [code for code, row in rows.items() if row.usual_for_criminal]
    fits = [code for code in wanted if (row := rows.get(code)) and row.for_criminal]
    return next((code for code in fits if case.offers(rows[code])), NO_CODE)


def law_holds(case: Case) -> bool:
    """Say whether the law that is named can make it a duty of this school on the day."""
    law = case.gateway
    if law is None or not case.offers(law):
        return False
    rows = case.catalogues.lawful_bases
    return any(code in rows and rows[code].needs_gateway for code in law.lawful_bases)


def fits_law(case: Case, basis: Code) -> bool:
    """Say whether the law that is named goes with a lawful basis at this school."""
    law, rows = case.gateway, case.catalogues.lawful_bases
    if law is None or basis in law.lawful_bases:
        return True
    row = rows.get(basis)
    if row is None:
        return False
    # where the law is closed to a state school's own tasks, what else stands for that task fits
    stands_in = not row.public_authority_may and not case.barred
    return stands_in and any(code in rows and rows[code].otherwise for code in law.lawful_bases)


def _whole(case: Case, condition: Code, partner: Code) -> bool:
    row = case.catalogues.conditions.get(condition)
    if row is None or not row.for_schools or not case.offers(row):
        return False
    return not row.needs_schedule1 or case.offers(case.catalogues.schedule1.get(partner))


def _of_the_law(case: Case) -> tuple[Code, ...]:
    law = case.gateway
    return law.lawful_bases if law is not None and case.offers(law) else ()


def _of_the_heading(case: Case) -> list[Code]:
    """Return the heading's basis; a school that is no public authority may have the kind's own."""
    private = case.school_type is not None and not case.school_type.public_authority
    own = [case.kind.otherwise] if private and case.kind is not None else []
    return [*own, case.heading_row.lawful_basis] if case.heading_row else own


def _of_the_task(case: Case) -> list[Code]:
    """Return what a school relies on for its own work: of this type of school, the usual first."""
    public = case.school_type is None or case.school_type.public_authority
    rows = [row for row in case.catalogues.lawful_bases.values() if row.otherwise]
    return [code for row in rows for code in ((row.code,) if public else (row.otherwise, row.code))]
