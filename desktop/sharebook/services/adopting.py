"""Take ready-made flows into the register, each recipient once however it is called by now."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sharebook.domain.catalogue import Catalogues, StarterFlow
from sharebook.domain.flows import Flow
from sharebook.domain.names import Code, FlowId, RecipientId
from sharebook.domain.protection import leaves_out_protected
from sharebook.domain.recipients import Recipient
from sharebook.domain.recorded import Recorded
from sharebook.domain.starters import flow_from
from sharebook.services.ports import Writer


class Adopting:
    """Writes starters and the recipients they need, inside one transaction."""

    def __init__(
        self,
        recipients: Iterable[Recorded[Recipient]],
        flows: Iterable[Flow],
        catalogues: Catalogues,
        writer: Writer,
    ) -> None:
        """Begin with what stands in the register.

        Args:
            recipients: the newest of each.
            flows: those of the register; what they were made from is not taken twice.
            catalogues: where the ready-made rows stand.
            writer: of the open transaction.
        """
        self._writer = writer
        self._kinds = catalogues.recipient_kinds
        self._taken: set[Code] = set()
        self._by_id = {each.record.id: (each.record, each.seq) for each in recipients}
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

    def adopt(self, starter: StarterFlow, starts: date) -> bool:
        """Write one starter, valid from `starts`, unless the register has it already."""
        if starter.code in self._taken:
            return False
        recipient = self._recipient_for(starter)
        flow = FlowId(self._writer.next_id(Flow))
        made = flow_from(starter, recipient, flow, starts)
        off = leaves_out_protected(self._kinds.get(starter.kind))
        self._writer.add(replace(made, protected_off=off))
        self._taken.add(starter.code)
        return True

    def _recipient_for(self, starter: StarterFlow) -> RecipientId:
        known = self._by_name.get(starter.words.casefold())
        if known is None:
            return self._new(starter)
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
