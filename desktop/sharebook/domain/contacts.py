"""An adult in a child's life, and what may be said to them."""

from dataclasses import dataclass
from enum import StrEnum

from sharebook.domain.names import ContactId, PupilId


class Restriction(StrEnum):
    """How far a court order or the safeguarding lead shuts an adult out."""

    NONE = "none"
    ASK_FIRST = "ask_first"  # a person must decide before anything is said
    NO_CONTACT = "no_contact"  # nothing may be said


@dataclass(frozen=True, slots=True)
class Contact:
    """One adult for one pupil; two pupils with one mother have two contacts.

    Contacts are never joined by name (two adults may share one).

    Attributes:
        responsibility: holds parental responsibility (Children Act 1989 s.3).
        restriction_note: what the order says, in the school's words.
        rank: order in which the school rings, from 1; 0 for one who is a contact no longer.
        evidence: what was seen that shows responsibility.
        orders: court orders about this adult and child, in the school's words.
        address_protected: the address must reach nobody.
        no_reports: is not sent school reports.
    """

    id: ContactId
    pupil: PupilId
    name: str
    relationship: str
    responsibility: bool
    restriction: Restriction = Restriction.NONE
    restriction_note: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    rank: int = 1
    evidence: str = ""
    orders: tuple[str, ...] = ()
    address_protected: bool = False
    no_reports: bool = False

    @property
    def ended(self) -> bool:
        """Whether the adult is a contact no longer; what the record said before is kept."""
        return self.rank == 0

    @property
    def safe_address(self) -> str:
        """The address, unless it must reach nobody."""
        return "" if self.address_protected else self.address
