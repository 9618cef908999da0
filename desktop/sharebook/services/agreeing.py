"""Agreements: add, change, renew with a line of history, end; whom and which flows they cover."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sharebook.domain.agreements import Agreement, DocumentVersion
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused
from sharebook.domain.flows import Flow
from sharebook.domain.names import AgreementId, FlowId
from sharebook.domain.recorded import Recorded
from sharebook.services.book import Book
from sharebook.services.ports import Register, Writer


@dataclass(frozen=True, slots=True)
class Renewal:
    """What a renewal says.

    Attributes:
        version: what the new version is called: "4".
        day: the day it was agreed.
        ends: the new last day, or None where none is named.
        review_due: when it must be looked at again.
        author, released_to, comment: the rest of its line in the document history.
    """

    version: str
    day: date
    ends: date | None = None
    review_due: date | None = None
    author: str = ""
    released_to: str = ""
    comment: str = ""


class Agreeing:
    """Keeps the register of agreements."""

    def __init__(
        self, register: Register, book: Book, catalogues: Catalogues, clock: Clock
    ) -> None:
        self._register = register
        self._book = book
        self._catalogues = catalogues
        self._clock = clock

    def agreement(self, number: int) -> Agreement:
        """Return one agreement by its number.

        Raises:
            Refused: there is none of that number.
        """
        return self._newest(number).record

    def flows_under(self, agreement: AgreementId, day: date | None = None) -> list[Flow]:
        """Return the flows that stand under an agreement on `day` (today)."""
        running = self._book.flows_on(day or self._clock.today())
        return [flow for flow in running if flow.agreement == agreement]

    def add(self, agreement: Agreement, person: str, flows: Iterable[FlowId] = ()) -> Agreement:
        """Write a new agreement; its id is given here.

        Raises:
            Refused: it has no title, no recipient, or its days stand the wrong way round.
        """
        self._is_sound(agreement)
        with self._register.writing(person) as writer:
            added = replace(agreement, id=AgreementId(writer.next_id(Agreement)))
            writer.add(added)
            self._cover(writer, added, frozenset(flows))
        return added

    def change(
        self,
        agreement: Agreement,
        reason: str,
        person: str,
        flows: Iterable[FlowId] | None = None,
    ) -> Agreement:
        """Write an agreement's new state, and the flows under it where they are given.

        Raises:
            Refused: as for `add`, there is no such agreement, or no reason is given.
        """
        self._is_sound(agreement)
        old = self._newest(agreement.id)
        if not reason.strip():
            raise Refused("agreement_needs_reason", "reason")
        with self._register.writing(person) as writer:
            if agreement != old.record:
                writer.add(agreement, supersedes=old.seq, reason=reason.strip())
            if flows is not None:
                self._cover(writer, agreement, frozenset(flows))
        return agreement

    def renew(self, number: int, renewal: Renewal, person: str) -> Agreement:
        """Write the agreement's next version, with its line of history; both stay readable.

        Raises:
            Refused: there is no such agreement, the version has no name or an old one, or the
                review does not come after the renewal.
        """
        old = self._newest(number)
        was = old.record
        if not renewal.version.strip():
            raise Refused("agreement_version_unnamed", "version")
        if renewal.version.strip() in {was.version, *(line.version for line in was.history)}:
            raise Refused("agreement_version_known", "version", version=renewal.version.strip())
        line = DocumentVersion(
            renewal.version.strip(),
            renewal.day,
            renewal.author,
            renewal.released_to,
            renewal.comment,
        )
        renewed = replace(
            was,
            version=line.version,
            ends=renewal.ends,
            review_due=renewal.review_due,
            history=(*was.history, line),
            approvals=tuple(replace(each, signed_on=None) for each in was.approvals),
        )
        self._is_sound(renewed, since=renewal.day)
        with self._register.writing(person) as writer:
            writer.add(renewed, supersedes=old.seq, reason=f"version {line.version}")
        return renewed

    def end(self, number: int, last_day: date, reason: str, person: str) -> Agreement:
        """Write that an agreement ends; the flows under it go on and are told of.

        Raises:
            Refused: there is no such agreement, it began later, or no reason is given.
        """
        return self.change(replace(self.agreement(number), ends=last_day), reason, person)

    def _cover(self, writer: Writer, agreement: Agreement, wanted: frozenset[FlowId]) -> None:
        """Let exactly `wanted` stand under the agreement; each flow's version itself stays.

        Only what runs or is still to come is written again. That it stands under an agreement
        changes nothing of what was shared, so it makes no new version.
        """
        today = self._clock.today()
        for known in self._register.current(Flow):
            flow = known.record
            over = flow.valid_to is not None and flow.valid_to < today
            if over or (flow.recipient not in agreement.recipients and flow.id not in wanted):
                continue
            under = flow.id in wanted
            if under is (flow.agreement == agreement.id):
                continue
            named = replace(flow, agreement=agreement.id if under else None)
            writer.add(named, supersedes=known.seq, reason=f"agreement: {agreement.title}")

    def _newest(self, number: int) -> Recorded[Agreement]:
        for each in self._register.current(Agreement):
            if each.record.id == number:
                return each
        known = "; ".join(f"{each.id} {each.title}" for each in self._book.agreements())
        raise Refused("agreement_unknown", "number", number=number, known=known)

    def _is_sound(self, agreement: Agreement, since: date | None = None) -> None:
        if not agreement.title.strip():
            raise Refused("agreement_untitled", "title")
        if not agreement.recipients:
            raise Refused("agreement_with_nobody", "recipients")
        known = self._book.recipients()
        if any(each not in known for each in agreement.recipients):
            raise Refused("recipient_unknown", "recipients")
        starts = since or agreement.starts
        if agreement.ends is not None and agreement.ends < starts:
            raise Refused("agreement_ends_early", "ends", starts=starts)
        if agreement.review_due is not None and agreement.review_due < starts:
            raise Refused("agreement_review_early", "review_due", starts=starts)
