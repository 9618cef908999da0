"""The adults in a child's life: added, changed, taken out; what was known before is kept."""

from dataclasses import replace

from sharebook.domain.contacts import Contact, Restriction
from sharebook.domain.errors import Refused
from sharebook.domain.names import ContactId
from sharebook.domain.recorded import Recorded
from sharebook.services.ports import Register
from sharebook.services.spells import pupil_now

_NOBODY = ContactId(0)


class Contacting:
    """Writes contacts; never joins two of one name, who may be two people."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def add(self, wanted: Contact, person: str) -> Contact:
        """Write a new adult for one child; id is given here, and rank where none is wanted.

        Raises:
            Refused: there is no such child, name or relationship is missing, a restriction has no
                reason, or an adult of that name is there already.
        """
        others = self._of(wanted)
        for each in others:
            if each.record.name.casefold() == wanted.name.strip().casefold():
                raise Refused("contact_known", "name", name=each.record.name)
        last = max((each.record.rank for each in others), default=0)
        with self._register.writing(person) as writer:
            made = replace(
                _tidied(wanted), id=ContactId(writer.next_id(Contact)), rank=wanted.rank or last + 1
            )
            writer.add(made)
        return made

    def change(self, wanted: Contact, reason: str, person: str) -> Contact:
        """Write what is known of an adult now.

        Raises:
            Refused: there is no such adult, no reason is given, nothing would change, or as for
                a new one.
        """
        old = self._newest(wanted.id)
        self._of(wanted)
        tidied = replace(_tidied(wanted), pupil=old.record.pupil, rank=wanted.rank or 1)
        if tidied == old.record:
            raise Refused("contact_same", "name")
        if not reason.strip():
            raise Refused("contact_needs_reason", "reason")
        with self._register.writing(person) as writer:
            writer.add(tidied, supersedes=old.seq, reason=reason.strip())
        return tidied

    def end(self, contact: ContactId, reason: str, person: str) -> Contact:
        """Take an adult out; the name stays, what was known before stays among the changes.

        Somebody who must be kept away is not taken out: whoever rings next must be warned.

        Raises:
            Refused: there is no such adult, no reason is given, or a restriction stands.
        """
        old = self._newest(contact)
        if old.record.restriction is not Restriction.NONE:
            raise Refused("contact_end_barred", "restriction", name=old.record.name)
        if not reason.strip():
            raise Refused("contact_needs_reason", "reason")
        was = old.record
        gone = Contact(was.id, was.pupil, was.name, was.relationship, responsibility=False, rank=0)
        with self._register.writing(person) as writer:
            writer.add(gone, supersedes=old.seq, reason=reason.strip())
        return gone

    def _newest(self, contact: ContactId) -> Recorded[Contact]:
        for each in self._register.versions(Contact, contact):
            if each.superseded_by is None and not each.disposed and not each.record.ended:
                return each
        raise Refused("contact_unknown", "contact", number=contact)

    def _of(self, wanted: Contact) -> list[Recorded[Contact]]:
        """Return the child's other adults, once `wanted` is seen to be whole."""
        pupil_now(self._register, wanted.pupil)
        if not wanted.name.strip():
            raise Refused("contact_unnamed", "name")
        if not wanted.relationship.strip():
            raise Refused("contact_unrelated", "relationship")
        barred = wanted.restriction is not Restriction.NONE
        if barred and not wanted.restriction_note.strip() and not any(wanted.orders):
            raise Refused("contact_needs_why", "restriction_note")
        return [
            each
            for each in self._register.about(Contact, wanted.pupil)
            if each.superseded_by is None
            and not each.record.ended
            and each.record.id not in (_NOBODY, wanted.id)
        ]


def _tidied(contact: Contact) -> Contact:
    """Return a contact without stray spaces and empty lines."""
    return replace(
        contact,
        name=" ".join(contact.name.split()),
        relationship=contact.relationship.strip(),
        restriction_note=contact.restriction_note.strip(),
        phone=contact.phone.strip(),
        email=contact.email.strip(),
        address=contact.address.strip(),
        evidence=contact.evidence.strip(),
        orders=tuple(each.strip() for each in contact.orders if each.strip()),
    )
