"""Take ready-made flows into the register, each recipient once however it is called by now."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sharebook.domain.catalogue import Catalogues, StarterFlow
from sharebook.domain.catalogue_starters import StarterList
from sharebook.domain.flows import Flow
from sharebook.domain.names import AgreementId, Code, FlowId, RecipientId
from sharebook.domain.protection import leaves_out_protected
from sharebook.domain.recipients import Recipient
from sharebook.domain.recorded import Recorded
from sharebook.domain.starters import flow_from
from sharebook.services.ports import Writer
from sharebook.services.shared_ground import SharedGround


class Adopting:
    """Writes starters and the recipients they need, inside one transaction."""

    def __init__(
        self,
        recipients: Iterable[Recorded[Recipient]],
        flows: Iterable[Flow],
        catalogues: Catalogues,
        writer: Writer,
        shared: SharedGround,
    ) -> None:
        """Begin with what stands in the register.

        Args:
            recipients: the newest of each.
            flows: those of the register; what they were made from is not taken twice.
            catalogues: where the ready-made rows stand.
            writer: of the open transaction.
            shared: the sets and agreements the flows share.
        """
        self._writer = writer
        self._shared = shared
        self._kinds = catalogues.recipient_kinds
        self._taken: set[Code] = set()
        self._by_id = {each.record.id: (each.record, each.seq) for each in recipients}
        self._heirs = {
            found.replaces: found.id
            for found, _seq in self._by_id.values()
            if found.replaces is not None
        }
        self._by_name: dict[str, RecipientId] = {}
        for flow in flows:
            self._taken.add(flow.starter)
            row = catalogues.starter_flows.get(flow.starter)
            if row is not None:
                self._by_name.setdefault(row.words.casefold(), flow.recipient)
        for found, _seq in self._by_id.values():
            for former in found.former_names:
                self._by_name.setdefault(former.name.casefold(), found.id)
        for found, _seq in self._by_id.values():
            self._by_name[found.name.casefold()] = found.id

    def adopt(
        self,
        starters: Iterable[StarterFlow],
        starts: date,
        agreement: AgreementId | None = None,
    ) -> int:
        """Write those starters, valid from `starts`, that the register has not; say how many.

        Args:
            starters: rows of the catalogue.
            starts: the first day of their flows.
            agreement: what those of the agreement's list hang on; else it is found or made.
        """
        fresh = {each.code: each for each in starters if each.code not in self._taken}
        to = {code: self._recipient_for(row) for code, row in fresh.items()}
        listed = {code for code, row in fresh.items() if row.listed is StarterList.AGREEMENT}
        under = self._shared.agreement_with(
            (to[code] for code in fresh if code in listed), starts, agreement
        )
        for code, row in fresh.items():
            self._write(row, to[code], starts, under if code in listed else None)
        self._taken |= set(fresh)
        return len(fresh)

    def _write(
        self,
        starter: StarterFlow,
        recipient: RecipientId,
        starts: date,
        agreement: AgreementId | None,
    ) -> None:
        flow = FlowId(self._writer.next_id(Flow))
        made = flow_from(starter, recipient, flow, starts)
        off = leaves_out_protected(self._kinds.get(starter.kind))
        made = replace(made, protected_off=off, agreement=agreement)
        self._writer.add(self._shared.safeguarded(made, starter))

    def _recipient_for(self, starter: StarterFlow) -> RecipientId:
        known = self._by_name.get(starter.words.casefold())
        if known is None:
            return self._new(starter)
        while known in self._heirs:  # another firm took over: what is new goes there
            known = self._heirs[known]
        found, seq = self._by_id[known]
        if starter.unit and starter.unit not in found.units:
            wider = replace(found, units=(*found.units, starter.unit))
            written = self._writer.add(wider, supersedes=seq, reason="another unit")
            self._by_id[known] = (wider, written)
        return known

    def _new(self, starter: StarterFlow) -> RecipientId:
        made = Recipient(
            RecipientId(self._writer.next_id(Recipient)),
            starter.words,
            starter.kind,
            starter.role,
            (starter.unit,) if starter.unit else (),
            placeholder=starter.generic,
        )
        self._by_id[made.id] = (made, self._writer.add(made))
        self._by_name[starter.words.casefold()] = made.id
        return made.id
