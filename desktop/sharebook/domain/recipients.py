"""An organisation or service that is given pupil data."""

from dataclasses import dataclass
from datetime import date

from sharebook.domain.names import NO_CODE, Code, RecipientId

HOME = "GB"  # data that stays here needs nothing to let it go


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name the same recipient once had; prints from then keep it."""

    name: str
    until: date


@dataclass(frozen=True, slots=True)
class UnitContact:
    """Whom to reach at one unit of a recipient."""

    unit: str
    person: str = ""
    post: str = ""
    phone: str = ""
    secure_address: str = ""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who is given data.

    Attributes:
        kind: a row of the recipient kinds catalogue (NHS, local authority, caterer, ...).
        role: the usual part it plays: a row of the roles catalogue (controller, processor, ...).
        units: named parts of one legal body ("school nurse"); a flow may name one.
        country: ISO 3166 code; anything but GB asks for a transfer mechanism.
        keeps_for: the recipient's own retention, in words.
        placeholder: stands for an organisation nobody has named yet ("lunch payment system").
        post: the post of the person named.
        dpo_contact: how its data protection officer is reached.
        onward: to whom it may pass the data on, in words; "" if to nobody.
        transfer: what lets data leave the United Kingdom: a row of the transfers catalogue.
        transfer_assessment: reference of the transfer risk assessment.
        replaces: the recipient whose place it took; the two stay two.
        ended: the last day the school used it, or None.
    """

    id: RecipientId
    name: str
    kind: Code = NO_CODE
    role: Code = NO_CODE
    units: tuple[str, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    person: str = ""
    secure_address: str = ""
    phone: str = ""
    dpo: str = ""
    country: str = HOME
    keeps_for: str = ""
    contract: str = ""
    placeholder: bool = False
    post: str = ""
    address: str = ""
    dpo_contact: str = ""
    onward: str = ""
    transfer: Code = NO_CODE
    transfer_assessment: str = ""
    replaces: RecipientId | None = None
    ended: date | None = None
    unit_contacts: tuple[UnitContact, ...] = ()

    def name_on(self, day: date) -> str:
        """Return the name this recipient had on `day`."""
        later = [former for former in self.former_names if day <= former.until]
        return min(later, key=lambda former: former.until).name if later else self.name

    def used_on(self, day: date) -> bool:
        """Say whether the school still uses it on `day`."""
        return self.ended is None or day <= self.ended

    def contact_at(self, unit: str) -> UnitContact:
        """Return whom to reach at one unit; an empty contact where nobody is named."""
        found = (each for each in self.unit_contacts if each.unit == unit)
        return next(found, UnitContact(unit))

    def labelled(self, unit: str, day: date | None = None) -> str:
        """Return the name with its unit, as a family should hear it: "NHS: school nurse"."""
        name = self.name if day is None else self.name_on(day)
        return f"{name}: {unit}" if unit else name
