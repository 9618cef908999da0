"""What adopted flows share: a set of safeguards each row names, and the agreement of their list."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sharebook.domain.agreements import Agreement
from sharebook.domain.catalogue import Catalogues, StarterFlow
from sharebook.domain.catalogue_starters import StarterList
from sharebook.domain.flows import Flow
from sharebook.domain.names import AgreementId, Code, RecipientId, SafeguardSetId
from sharebook.domain.recorded import Recorded
from sharebook.domain.safeguards import SafeguardSet
from sharebook.domain.starters import sharing
from sharebook.services.ports import Register, Writer

_TITLE = "Information sharing agreement on special educational needs"


class SharedGround:
    """Finds or makes, inside one transaction, what several flows of the catalogue share."""

    def __init__(
        self, register: Register, flows: Iterable[Flow], catalogues: Catalogues, writer: Writer
    ) -> None:
        """Begin with what stands in the register; `flows` are its flows, every version."""
        self._writer = writer
        self._rows = catalogues.safeguard_sets
        known = [each.record for each in register.current(SafeguardSet)]
        self._names = {each.name.casefold() for each in known}
        self._sets: dict[Code, SafeguardSetId] = {
            each.starter: each.id for each in known if each.starter and not each.removed
        }
        self._agreements = {each.record.id: each for each in register.current(Agreement)}
        rows = catalogues.starter_flows
        listed = {code for code, row in rows.items() if row.listed is StarterList.AGREEMENT}
        self._used = [flow.agreement for flow in flows if flow.starter in listed]

    def safeguarded(self, flow: Flow, starter: StarterFlow) -> Flow:
        """Return a flow whose safeguards are said by the set its row names, made if need be."""
        row = self._rows.get(starter.safeguard_set)
        if row is None:
            return flow
        if row.code not in self._sets:
            made = SafeguardSetId(self._writer.next_id(SafeguardSet))
            name = row.words if row.words.casefold() not in self._names else f"{row.words} ({made})"
            self._writer.add(SafeguardSet(made, name, row.safeguards, row.code))
            self._sets[row.code] = made
        return sharing(flow, row, self._sets[row.code])

    def agreement_with(
        self, recipients: Iterable[RecipientId], starts: date, chosen: AgreementId | None
    ) -> AgreementId | None:
        """Return the agreement the list's flows hang on; it names these recipients from now on.

        That is the one chosen; else the one flows of the list hang on already; else a new one,
        whose papers the office fills in. None where there is no recipient.
        """
        wanted = tuple(dict.fromkeys(recipients))
        if not wanted:
            return None
        found = self._found(chosen)
        if found is None:
            made = AgreementId(self._writer.next_id(Agreement))
            self._writer.add(Agreement(made, _TITLE, wanted, starts))
            return made
        old = found.record
        more = tuple(each for each in wanted if each not in old.recipients)
        if more:
            wider = replace(old, recipients=(*old.recipients, *more))
            self._writer.add(wider, supersedes=found.seq, reason="another recipient")
        return old.id

    def _found(self, chosen: AgreementId | None) -> Recorded[Agreement] | None:
        if chosen is not None:
            return self._agreements[chosen]
        named = [each for each in self._used if each in self._agreements]
        if named and named[-1] is not None:
            return self._agreements[named[-1]]
        titled = (it for it in self._agreements.values() if it.record.title == _TITLE)
        return next(titled, None)
