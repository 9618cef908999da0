"""Whether a starter flow could be switched on as it stands."""

from collections.abc import Iterator

from sharebook.domain.catalogue import Catalogues, StarterFlow


def starter_faults(catalogues: Catalogues, starter: StarterFlow) -> Iterator[str]:
    """Yield what the rules for the basis chain would say against `starter` (law.md 1.8)."""
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
    if not gateway.on or gateway.status != "in_force" or gateway.valid_to is not None:
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
