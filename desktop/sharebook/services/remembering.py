"""What did this say before? The versions of any record, oldest first."""

from typing import Any

from sharebook.domain.acknowledgements import Acknowledgement
from sharebook.domain.agreements import Agreement
from sharebook.domain.amendments import Amendment
from sharebook.domain.attachments import Attachment
from sharebook.domain.calls import Call
from sharebook.domain.contacts import Contact
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.disposal import Disposal
from sharebook.domain.errors import Refused
from sharebook.domain.flows import Exclusion, Flow
from sharebook.domain.headings import Heading
from sharebook.domain.holds import Hold
from sharebook.domain.households import Household
from sharebook.domain.incidents import Incident
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.recipients import Recipient
from sharebook.domain.recorded import Recorded
from sharebook.domain.requests import Request
from sharebook.domain.retention import Keeping
from sharebook.domain.safeguards import SafeguardSet
from sharebook.domain.school import School
from sharebook.domain.school_dates import Chase, SchoolDate
from sharebook.domain.templates import Template
from sharebook.domain.versions import Version, versions_of
from sharebook.services.ports import Register

KINDS: dict[str, type[Any]] = {
    "disclosure": Disclosure,
    "flow": Flow,
    "recipient": Recipient,
    "pupil": Pupil,
    "spell": Spell,
    "contact": Contact,
    "exclusion": Exclusion,
    "heading": Heading,
    "agreement": Agreement,
    "school": School,
    "call": Call,
    "hold": Hold,
    "keeping": Keeping,
    "amendment": Amendment,
    "disposal": Disposal,
    "school_date": SchoolDate,
    "chase": Chase,
    "request": Request,
    "incident": Incident,
    "attachment": Attachment,
    "safeguard_set": SafeguardSet,
    "template": Template,
    "household": Household,
    "acknowledgement": Acknowledgement,
}


class Remembering:
    """Reads all that was ever written about one thing; writes nothing."""

    def __init__(self, register: Register) -> None:
        self._register = register

    def history(self, kind: str, number: int = 1) -> tuple[Version, ...]:
        """Return the versions of one record, oldest first.

        Of an entry of the log also those of the entry it puts right, and of the one that puts it
        right: they tell of one event.

        Args:
            kind: one of `KINDS`.
            number: which one; the only school has 1.

        Raises:
            Refused: there is no such kind of record, or none with that number.
        """
        if kind not in KINDS:
            raise Refused("history_kind_unknown", "kind", kind=kind, kinds=", ".join(KINDS))
        written = self._register.versions(KINDS[kind], number)
        if not written:
            raise Refused("record_unknown", "number", number=number)
        return versions_of(self._event(written[0]) if kind == "disclosure" else written)

    def _event(self, entry: Recorded[Disclosure]) -> list[Recorded[Disclosure]]:
        """Return everything written about the event of `entry`, from its first writing on."""
        while entry.supersedes is not None:
            entry = self._register.record_at(Disclosure, entry.supersedes)
        event = [entry]
        while (heir := event[-1].superseded_by) is not None:
            event.append(self._register.record_at(Disclosure, heir))
        return event
