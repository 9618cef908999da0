"""The list of all families, and finding one by its record."""

from typing import Any, TypeVar

from sharebook.store.families import (
    acknowledgement,
    agreement,
    amendment,
    attachment,
    call,
    chase,
    contact,
    disclosure,
    disposal,
    exclusion,
    flow,
    heading,
    hold,
    household,
    incident,
    keeping,
    pupil,
    recipient,
    request,
    safeguard_set,
    school,
    school_date,
    spell,
    template,
)
from sharebook.store.family import Family

T = TypeVar("T")

EVERY: tuple[Family[Any], ...] = (
    school.SCHOOL,
    pupil.PUPIL,
    spell.SPELL,
    contact.CONTACT,
    recipient.RECIPIENT,
    heading.HEADING,
    agreement.AGREEMENT,
    flow.FLOW,
    exclusion.EXCLUSION,
    disclosure.DISCLOSURE,
    call.CALL,
    hold.HOLD,
    keeping.KEEPING,
    amendment.AMENDMENT,
    disposal.DISPOSAL,
    school_date.SCHOOL_DATE,
    chase.CHASE,
    request.REQUEST,
    incident.INCIDENT,
    attachment.ATTACHMENT,
    safeguard_set.SAFEGUARD_SET,
    template.TEMPLATE,
    household.HOUSEHOLD,
    acknowledgement.ACKNOWLEDGEMENT,
)
_BY_KIND = {family.kind: family for family in EVERY}


def family_of(kind: type[T]) -> Family[T]:
    """Return how records of `kind` are stored.

    Raises:
        KeyError: the register keeps no such records (a bug).
    """
    return _BY_KIND[kind]
