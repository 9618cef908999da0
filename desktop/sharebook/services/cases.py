"""What the checks look at, gathered from the book: receiver, regular sharing, what was written."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date

from sharebook.domain.agreements import Agreement
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.checks.facts import Arranged, Receiver, Written
from sharebook.domain.considered import Considered
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.drafts import Draft
from sharebook.domain.flows import Flow, Standing
from sharebook.domain.names import AgreementId, FlowId, RecipientId
from sharebook.domain.recipients import Recipient
from sharebook.services.book import Book

_FORM = tuple(part.name for part in fields(Considered))
_NOBODY = Receiver()


class Cases:
    """Gathers the facts beside the basis chain; what repeats is gathered once."""

    def __init__(self, book: Book, catalogues: Catalogues) -> None:
        self._book = book
        self._catalogues = catalogues
        self._of: tuple[Flow, ...] | None = None  # the flows that what follows was made from
        self._versions: dict[tuple[FlowId, int], Flow] = {}
        self._policy = False

    def policy_on_file(self) -> bool:
        """Say whether any purpose names the school's policy document."""
        self._look()
        return self._policy

    def version(self, told: Draft | Disclosure, day: date) -> Flow | None:
        """Return the version of a flow an entry or form stands under, if any."""
        if told.flow is None:
            return None
        if isinstance(told, Disclosure) and told.flow_version is not None:
            self._look()
            found = self._versions.get((told.flow, told.flow_version))
            if found is not None:
                return found
        return self._book.flow_on(told.flow, day)

    def receiver(self, recipient: RecipientId | None, flow: Flow | None) -> Receiver:
        """Return who receives it, in the part it plays for this flow."""
        known = self._book.recipients().get(recipient) if recipient is not None else None
        if known is None:
            return _NOBODY
        abroad = flow is not None and bool(flow.country)
        own = flow if flow is not None and (abroad or flow.transfer) else known
        return Receiver(
            role=(flow.role if flow is not None else known.role) or known.role,
            contract=known.contract,
            country=(flow.country if flow is not None else "") or known.country,
            transfer=own.transfer,
            assessment=own.transfer_assessment,
            ended=known.ended,
            heir=self._heir(known),
        )

    def arranged(self, flow: Flow | None, *, reviewed: bool = False) -> Arranged | None:
        """Return what a flow arranges; with `reviewed` also when its agreement is looked at."""
        if flow is None:
            return None
        behind = self._agreement(flow.agreement)
        row = self._catalogues.starter_flows.get(flow.starter)
        return Arranged(
            items=flow.items,
            optional=flow.optional_items,
            only_when=flow.condition if flow.standing is Standing.CONDITIONAL else "",
            agreed=flow.agreement is not None,
            agreement_ends=behind.ends if behind else None,
            review_due=behind.review_due if behind and reviewed else None,
            ready_made=row is not None and set(flow.items) <= set(row.items),
        )

    def written(self, told: Draft | Disclosure, *, sealed: bool) -> Written:
        """Return what an entry or form says beyond the chain."""
        known = self._book.recipients().get(told.recipient) if told.recipient is not None else None
        return Written(
            reason=told.reason,
            trigger=told.trigger,
            answers=_answers(told.considered, known),
            family_told=told.family_told,
            not_told=told.not_told,
            receipt=told.receipt,
            tracking=told.tracking,
            named=_named(told, known),
            pupils=len(told.pupils) if isinstance(told, Draft) else len(told.cohort),
            sealed=sealed,
        )

    def _heir(self, known: Recipient) -> str:
        if known.ended is None:
            return ""
        all_of_them = self._book.recipients().values()
        return next((each.name for each in all_of_them if each.replaces == known.id), "")

    def _agreement(self, wanted: AgreementId | None) -> Agreement | None:
        if wanted is None:
            return None
        return next((each for each in self._book.agreements() if each.id == wanted), None)

    def _look(self) -> None:
        flows = self._book.flows()
        if flows is self._of:
            return
        self._of = flows
        self._versions = {(flow.id, flow.version): flow for flow in flows}
        self._policy = any(flow.basis.policy_document.strip() for flow in flows)


_EMPTY = Considered()


def _answers(considered: Considered, known: Recipient | None) -> Mapping[str, str]:
    keeps = {"retention": known.keeps_for} if known is not None and known.keeps_for else {}
    if considered == _EMPTY:
        return keeps
    said = {name: str(getattr(considered, name) or "") for name in _FORM}
    return {**said, "retention": considered.retention or keeps.get("retention", "")}


def _named(told: Draft | Disclosure, known: Recipient | None) -> str:
    """Return the person at the recipient: who asked, or whom the register knows there."""
    if told.asker.name or known is None:
        return told.asker.name
    return known.contact_at(told.unit).person or known.person
