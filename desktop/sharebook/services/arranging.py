"""Keep the map: recipients, their flows, the headings of the notice."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from sharebook.domain.catalogue import Catalogues, StarterFlow
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused
from sharebook.domain.flows import Flow
from sharebook.domain.headings import Heading
from sharebook.domain.names import FlowId, HeadingId, RecipientId
from sharebook.domain.recipients import FormerName, Recipient
from sharebook.domain.recorded import Recorded
from sharebook.domain.school import School
from sharebook.services.adopting import Adopting
from sharebook.services.book import Book
from sharebook.services.ports import Register

T = TypeVar("T")
_DAY = timedelta(days=1)


class Arranging:
    """Adds and puts right recipients, flows and headings."""

    def __init__(
        self, register: Register, book: Book, catalogues: Catalogues, clock: Clock
    ) -> None:
        self._register = register
        self._book = book
        self._catalogues = catalogues
        self._clock = clock

    def found_school(self, school: School, person: str) -> None:
        """Write the school and the catalogue's headings into an empty register."""
        with self._register.writing(person) as writer:
            writer.add(school)
            for row in self._catalogues.headings.values():
                identifier = HeadingId(writer.next_id(Heading))
                writer.add(
                    Heading(identifier, row.code, row.words, row.purpose, row.lead_in, row.place)
                )

    def add_recipient(self, recipient: Recipient, person: str) -> Recipient:
        """Write a new recipient; its id is given here.

        Raises:
            Refused: it has no name, or one of that name is there already.
        """
        self._name_is_free(recipient)
        with self._register.writing(person) as writer:
            added = replace(recipient, id=RecipientId(writer.next_id(Recipient)))
            writer.add(added)
        return added

    def change_recipient(self, recipient: Recipient, reason: str, person: str) -> Recipient:
        """Write a recipient's new state; a new name makes the old one a former name.

        Raises:
            Refused: there is no such recipient, or the name is another's.
        """
        old = self._newest(Recipient, recipient.id)
        self._name_is_free(recipient)
        if old.record.name != recipient.name:
            former = FormerName(old.record.name, self._clock.today() - _DAY)
            recipient = replace(recipient, former_names=(*old.record.former_names, former))
        with self._register.writing(person) as writer:
            writer.add(recipient, supersedes=old.seq, reason=reason)
        return recipient

    def add_flow(self, flow: Flow, person: str) -> Flow:
        """Write a new flow; its id is given here.

        Raises:
            Refused: it says no purpose, or its recipient is not in the register.
        """
        self._flow_is_sound(flow)
        with self._register.writing(person) as writer:
            added = replace(flow, id=FlowId(writer.next_id(Flow)), version=1)
            writer.add(added)
        return added

    def change_flow(self, flow: Flow, starts: date, person: str) -> Flow:
        """Write a new version of a flow, valid from `starts`; the old version ends the day before.

        Raises:
            Refused: there is no such flow, or the new version would begin before the old.
        """
        self._flow_is_sound(flow)
        old = self._newest(Flow, flow.id)
        if starts <= old.record.valid_from:
            raise Refused("version_too_early", "starts", began=old.record.valid_from)
        changed = replace(flow, version=old.record.version + 1, valid_from=starts, valid_to=None)
        with self._register.writing(person) as writer:
            ended = replace(old.record, valid_to=starts - _DAY)
            writer.add(ended, supersedes=old.seq, reason="a new version follows")
            writer.add(changed)
        return changed

    def adopt(self, starters: Iterable[StarterFlow], starts: date, person: str) -> int:
        """Write the ticked starter flows, with their recipients; return how many were new.

        A recipient the register has under another name by now is not made again.
        """
        with self._register.writing(person) as writer:
            adopting = Adopting(
                self._register.current(Recipient), self._book.flows(), self._catalogues, writer
            )
            return sum(adopting.adopt(starter, starts) for starter in starters)

    def _name_is_free(self, recipient: Recipient) -> None:
        name = recipient.name.strip()
        if not name:
            raise Refused("recipient_unnamed", "name")
        for each in self._book.recipients().values():
            if each.id != recipient.id and each.name.casefold() == name.casefold():
                raise Refused("recipient_known", "name", name=each.name)

    def _flow_is_sound(self, flow: Flow) -> None:
        if not flow.purpose.strip():
            raise Refused("flow_needs_purpose", "purpose")
        if flow.recipient not in self._book.recipients():
            raise Refused("recipient_unknown", "recipient")

    def _newest(self, kind: type[T], identifier: int) -> Recorded[T]:
        versions = [
            each for each in self._register.versions(kind, identifier) if each.superseded_by is None
        ]
        if not versions:
            raise Refused("record_unknown", "", number=identifier)
        return versions[-1]
