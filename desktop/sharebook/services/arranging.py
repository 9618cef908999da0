"""Keep the map: recipients, their flows, the headings of the notice."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from sharebook.domain.catalogue import Catalogues, StarterFlow
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused
from sharebook.domain.flows import Flow, Standing
from sharebook.domain.headings import Heading
from sharebook.domain.names import AgreementId, FlowId, HeadingId, RecipientId
from sharebook.domain.recipients import FormerName, Recipient
from sharebook.domain.recorded import Recorded
from sharebook.domain.school import School
from sharebook.services.adopting import Adopting
from sharebook.services.book import Book
from sharebook.services.ports import Register, Writer
from sharebook.services.renamed_lines import NewName, RenamedLines
from sharebook.services.shared_ground import SharedGround

T = TypeVar("T")
_DAY = timedelta(days=1)
_COUNTRY = 2  # letters


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
        self.name_is_free(recipient)
        with self._register.writing(person) as writer:
            added = replace(recipient, id=RecipientId(writer.next_id(Recipient)))
            writer.add(added)
        return added

    def change_recipient(self, recipient: Recipient, reason: str, person: str) -> Recipient:
        """Write a recipient's new state; a new name makes the old one a former name.

        From today on the notice's lines say the new name.

        Raises:
            Refused: there is no such recipient, or the name is another's.
        """
        old = self._newest(Recipient, recipient.id)
        self.name_is_free(recipient)
        was, today = old.record.name, self._clock.today()
        if was != recipient.name:
            former = FormerName(was, today - _DAY)
            recipient = replace(recipient, former_names=(*old.record.former_names, former))
        with self._register.writing(person) as writer:
            writer.add(recipient, supersedes=old.seq, reason=reason)
            self.say_anew(writer, NewName(recipient.id, was, recipient.name, today))
        return recipient

    def say_anew(self, writer: Writer, name: NewName) -> None:
        """Let the lines of the notice say a recipient's new name from its day on."""
        if name.old != name.new:
            RenamedLines(self._register, writer, name, self._clock.today()).write()

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

        A version that only began today is put right instead: nobody has relied on it for a day.

        Raises:
            Refused: there is no such flow, or the new version would begin before the old.
        """
        self._flow_is_sound(flow)
        old = self._newest_version(flow.id)
        if starts == old.record.valid_from == self._clock.today():
            return self._put_right(flow, old, person)
        if starts <= old.record.valid_from:
            raise Refused("version_too_early", "starts", began=old.record.valid_from)
        number = self._highest(flow.id) + 1
        changed = replace(flow, version=number, valid_from=starts, valid_to=None)
        with self._register.writing(person) as writer:
            self._end(writer, old, starts - _DAY, "a new version follows")
            writer.add(changed)
        return changed

    def end_flow(self, flow: FlowId, last_day: date, reason: str, person: str) -> Flow:
        """End a flow: `last_day` is the last day it carries anything.

        Raises:
            Refused: there is no such flow, it has ended before, it began later, or no reason.
        """
        if not reason.strip():
            raise Refused("flow_end_needs_reason", "reason")
        old = self._newest_version(flow)
        if last_day < old.record.valid_from - _DAY:
            raise Refused("version_too_early", "last_day", began=old.record.valid_from)
        if old.record.valid_to is not None and old.record.valid_to <= last_day:
            raise Refused("flow_ended_already", "last_day", day=old.record.valid_to)
        with self._register.writing(person) as writer:
            return self._end(writer, old, last_day, reason.strip())

    def _put_right(self, flow: Flow, old: Recorded[Flow], person: str) -> Flow:
        was = old.record
        right = replace(flow, version=was.version, valid_from=was.valid_from, valid_to=None)
        if right != was:
            with self._register.writing(person) as writer:
                writer.add(right, supersedes=old.seq, reason="put right on its first day")
        return right

    @staticmethod
    def _end(writer: Writer, old: Recorded[Flow], last_day: date, reason: str) -> Flow:
        """Write that a version ended by `last_day`; one that had ended before stays as it is."""
        before = old.record.valid_to
        if before is not None and before <= last_day:
            return old.record
        ended = replace(old.record, valid_to=last_day)
        writer.add(ended, supersedes=old.seq, reason=reason)
        return ended

    def adopt(
        self,
        starters: Iterable[StarterFlow],
        starts: date,
        person: str,
        agreement: AgreementId | None = None,
    ) -> int:
        """Write the ticked starter flows, with what they need; return how many were new.

        A recipient the register has under another name by now is not made again. Flows share the
        sets of safeguards their rows name; those of an agreement's list hang on `agreement`, or
        on the one that others of the list hang on, or on a new one.

        Raises:
            Refused: the register has no such agreement.
        """
        if agreement is not None and all(it.id != agreement for it in self._book.agreements()):
            raise Refused("record_unknown", "agreement", number=agreement)
        flows = self._book.flows()
        with self._register.writing(person) as writer:
            shared = SharedGround(self._register, flows, self._catalogues, writer)
            adopting = Adopting(
                self._register.current(Recipient), flows, self._catalogues, writer, shared
            )
            return adopting.adopt(starters, starts, agreement)

    def name_is_free(self, recipient: Recipient) -> None:
        """Let a recipient's name through that nobody else has.

        Raises:
            Refused: it has none, another has it, or its country cannot be read.
        """
        name = recipient.name.strip()
        if not name:
            raise Refused("recipient_unnamed", "name")
        country_is_sound(recipient.country)
        for each in self._book.recipients().values():
            if each.id != recipient.id and each.name.casefold() == name.casefold():
                raise Refused("recipient_known", "name", name=each.name)

    def _flow_is_sound(self, flow: Flow) -> None:
        if not flow.purpose.strip():
            raise Refused("flow_needs_purpose", "purpose")
        if flow.recipient not in self._book.recipients():
            raise Refused("recipient_unknown", "recipient")
        if flow.standing is Standing.CONDITIONAL and not flow.condition.strip():
            raise Refused("flow_needs_condition", "condition")
        if not flow.covers.names_somebody:
            raise Refused("flow_covers_nobody", "groups")
        country_is_sound(flow.country)

    def _newest_version(self, flow: FlowId) -> Recorded[Flow]:
        """Return the version that begins last; a new name may number an earlier one higher."""
        known = self._register.versions(Flow, flow)
        standing = [each for each in known if each.superseded_by is None]
        if not standing:
            raise Refused("flow_unknown", "flow", number=flow)
        return max(standing, key=lambda each: (each.record.valid_from, each.record.version))

    def _highest(self, flow: FlowId) -> int:
        return max(each.record.version for each in self._register.versions(Flow, flow))

    def _newest(self, kind: type[T], identifier: int) -> Recorded[T]:
        versions = [
            each for each in self._register.versions(kind, identifier) if each.superseded_by is None
        ]
        if not versions:
            raise Refused("record_unknown", "", number=identifier)
        return versions[-1]


def country_is_sound(code: str) -> None:
    """Let a country through that is none, or looks like its code of two letters (ISO 3166).

    Raises:
        Refused: `country_unreadable`.
    """
    fits = len(code) == _COUNTRY and code.isascii() and code.isalpha() and code.isupper()
    if code and not fits:
        raise Refused("country_unreadable", "country", typed=code)
