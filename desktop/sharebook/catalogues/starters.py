"""Ready-made flows: whole as read, fitting the school, and able to be switched on as they stand."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from sharebook.catalogues.choosing import for_school
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.catalogue_starters import SafeguardSetRow, StarterFlow
from sharebook.domain.flows import Standing
from sharebook.domain.names import NO_CODE, Code

OTHERS = frozenset({"parent", "sibling", "staff"})  # whose data may travel besides the pupil's


def whole(
    starters: Mapping[Code, StarterFlow], sets: Mapping[Code, SafeguardSetRow]
) -> dict[Code, StarterFlow]:
    """Return the starters with the safeguards of their set before their own."""
    return {code: _with_set(row, sets) for code, row in starters.items()}


def _with_set(row: StarterFlow, sets: Mapping[Code, SafeguardSetRow]) -> StarterFlow:
    shared = sets.get(row.safeguard_set)
    if shared is None:
        return row
    return replace(row, safeguards=tuple(dict.fromkeys((*shared.safeguards, *row.safeguards))))


def offered(catalogues: Catalogues, kind: Code, nation: Code, day: date) -> dict[Code, StarterFlow]:
    """Return the starters to offer a school of type `kind` in `nation` on `day`.

    Where the nation does not have the law a starter names, the starter goes without it, and
    without a basis that cannot do without a law.
    """
    here = for_school(catalogues, kind, nation, day)
    return {code: _fitting(row, here) for code, row in here.starter_flows.items()}


def _fitting(row: StarterFlow, here: Catalogues) -> StarterFlow:
    if not row.gateway or row.gateway in here.gateways:
        return row
    basis = here.lawful_bases.get(row.lawful_basis)
    kept = row.lawful_basis if basis is not None and not basis.needs_gateway else NO_CODE
    return replace(row, gateway=NO_CODE, lawful_basis=kept)


def starter_faults(catalogues: Catalogues, starter: StarterFlow) -> Iterator[str]:
    """Yield what the rules for the basis chain would say against `starter` (law.md 1.8)."""
    yield from _standing_faults(starter)
    yield from (
        f"nobody else is called {subject}" for subject in starter.subjects if subject not in OTHERS
    )
    if starter.standing is Standing.RESERVED:
        return
    yield from _basis_faults(catalogues, starter)
    yield from _condition_faults(catalogues, starter)
    yield from _criminal_faults(catalogues, starter)
    role = catalogues.roles.get(starter.role)
    kind = catalogues.recipient_kinds.get(starter.kind)
    if role is None or kind is None:
        return  # said already, as a code that does not exist
    if not starter.heading or not starter.purpose or not starter.notice_line:
        yield "lacks its heading, purpose or line in the notice"
    if not starter.method or not starter.cycle or not starter.items:
        yield "lacks its method, its cycle or its items"


def _standing_faults(starter: StarterFlow) -> Iterator[str]:
    if starter.standing is not Standing.ACTIVE and not starter.only_when:
        yield "does not say when it may be used"
    if starter.standing is Standing.ACTIVE and starter.only_when:
        yield "may always be used, and says when"
    if starter.standing is Standing.RESERVED and (starter.lawful_basis or starter.items):
        yield "is still to be agreed, and has a basis or items"


def _basis_faults(catalogues: Catalogues, starter: StarterFlow) -> Iterator[str]:
    basis = catalogues.lawful_bases.get(starter.lawful_basis)
    if basis is None:
        yield "has no lawful basis"
        return
    gateway = catalogues.gateways.get(starter.gateway)
    if basis.needs_gateway and gateway is None:
        yield "needs a law and names none"
    if gateway is None:
        return
    counts = gateway.on and gateway.status == "in_force" and gateway.valid_to is None
    if not counts and starter.status is not gateway.status:
        yield f"relies on {gateway.code}, which is not in force"
    if basis.code not in gateway.lawful_bases:
        yield f"{gateway.code} does not go with {basis.code}"


def _condition_faults(catalogues: Catalogues, starter: StarterFlow) -> Iterator[str]:
    items = [catalogues.items[code] for code in starter.items if code in catalogues.items]
    condition = catalogues.conditions.get(starter.condition)
    if any(item.special for item in items) and condition is None:
        yield "has a sensitive item and no condition"
    if condition is not None and condition.needs_schedule1 and not starter.schedule1:
        yield f"{condition.code} wants its partner"
    if starter.schedule1 and (condition is None or starter.schedule1 not in condition.schedule1):
        yield f"{starter.schedule1} does not go with its condition"
    schedule1 = catalogues.schedule1.get(starter.schedule1)
    wants_reason = schedule1 is not None and schedule1.needs_no_consent_reason
    if wants_reason and not starter.no_consent_reason:
        yield "does not say why consent is not asked"


def _criminal_faults(catalogues: Catalogues, starter: StarterFlow) -> Iterator[str]:
    items = [catalogues.items[code] for code in starter.items if code in catalogues.items]
    if any(item.criminal for item in items) and not starter.criminal:
        yield "has a criminal offence item and no condition for it"
    row = catalogues.schedule1.get(starter.criminal)
    if row is not None and not row.for_criminal:
        yield f"{row.code} does not serve criminal offence data"
