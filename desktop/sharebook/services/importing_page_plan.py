"""What each line of a sharing page adds to the register, and what it has already."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sharebook.domain.flows import Flow
from sharebook.domain.names import Code, RecipientId
from sharebook.domain.preview import (
    Fate,
    FlowPlan,
    PageFile,
    PageLine,
    PagePlan,
    RecipientPlan,
    Warned,
)
from sharebook.domain.recipients import Recipient
from sharebook.domain.recorded import Recorded
from sharebook.intake.folding import fold

_ONLY_TOLD = ("page_mapped", "page_mapped_special")  # the other codes ask for a person


class PagePlanner:
    """Places the lines of one page, in order; gathers what would be written.

    Attributes:
        recipients: each recipient of the page once, however many lines name it.
        flows: the flows to write.
        warnings: what a person must look at.
    """

    def __init__(
        self,
        recipients: Iterable[Recorded[Recipient]],
        flows: Iterable[Recorded[Flow]],
        page: PageFile,
        today: date,
    ) -> None:
        self._known = {known.record.id: known for known in recipients}
        self._by_name = _by_name(self._known.values())
        self._running = [
            known
            for known in flows
            if known.record.runs_on(today) or known.record.valid_from > today
        ]
        self._by_line: dict[tuple[Code, str], list[Flow]] = defaultdict(list)
        for known in self._running:
            self._by_line[_key(known.record)].append(known.record)
        self._page_lines = {(line.heading.code, fold(line.line)) for line in page.lines}
        self._places: dict[str, int] = {}
        self._taken: set[int] = set()
        self.recipients: list[RecipientPlan] = []
        self.flows: list[FlowPlan] = []
        self.warnings: list[Warned] = []

    def plan(self, line: PageLine) -> PagePlan:
        """Return what `line` comes to."""
        had = self._by_line.get((line.heading.code, fold(line.line)))
        if had:
            return self._same(line, had)
        self.warnings += [
            Warned(line.row, code, facts)
            for code, facts in zip(line.codes, line.facts, strict=True)
            if code not in _ONLY_TOLD
        ]
        pairs = zip(line.recipients, line.flows, strict=True)
        fates = {self._place(recipient, flow) for recipient, flow in pairs}
        return PagePlan(line, Fate.NEW if Fate.NEW in fates else Fate.CHANGED)

    def _same(self, line: PageLine, had: list[Flow]) -> PagePlan:
        """The register has this very line: whatever a person made of it since is kept."""
        flows = [flow for flow in had if flow.recipient in self._known]
        recipients = tuple(self._known[flow.recipient].record for flow in flows)
        for flow in flows:
            known = self._known[flow.recipient]
            self._place_of(known.record, known)
        told = replace(line, recipients=recipients, flows=tuple(flows), codes=(), facts=())
        return PagePlan(told, Fate.SAME)

    def _place(self, recipient: Recipient, flow: Flow) -> Fate:
        known = self._by_name.get(_name_key(recipient.name))
        place = self._place_of(recipient, known)
        moved = self._moved(flow, known) if known else None
        if moved is None:
            self.flows.append(FlowPlan(flow, place))
            return Fate.NEW
        self._taken.add(moved.seq)
        under = replace(moved.record, notice_line=flow.notice_line)
        self.flows.append(FlowPlan(under, place, moved))
        return Fate.CHANGED

    def _moved(self, flow: Flow, known: Recorded[Recipient]) -> Recorded[Flow] | None:
        """Return the same starter's flow that so far stands under a line the page does not have."""
        for running in self._running:
            old = running.record
            alike = (old.recipient, old.unit, old.heading, old.starter) == (
                *(known.record.id, flow.unit, flow.heading, flow.starter),
            )
            free = running.seq not in self._taken and _key(old) not in self._page_lines
            if flow.starter and alike and free:
                return running
        return None

    def _place_of(self, recipient: Recipient, known: Recorded[Recipient] | None) -> int:
        """Return the recipient's place in the plan, one legal body once; units are gathered."""
        name = _name_key(known.record.name if known else recipient.name)
        if name not in self._places:
            self._places[name] = len(self.recipients)
            first = known.record if known else replace(recipient, id=RecipientId(0))
            self.recipients.append(RecipientPlan(first, known))
        place = self._places[name]
        plan = self.recipients[place]
        units = (*plan.recipient.units, *recipient.units)
        placeholder = plan.recipient.placeholder and (known is not None or recipient.placeholder)
        gathered = replace(
            plan.recipient, units=tuple(dict.fromkeys(units)), placeholder=placeholder
        )
        self.recipients[place] = replace(plan, recipient=gathered)
        return place


def _key(flow: Flow) -> tuple[Code, str]:
    return flow.heading, fold(flow.notice_line)


def _name_key(name: str) -> str:
    return fold(name).removeprefix("the ")


def _by_name(known: Iterable[Recorded[Recipient]]) -> dict[str, Recorded[Recipient]]:
    """Return recipients by what they are called, else by what they were once called."""
    named: dict[str, Recorded[Recipient]] = {}
    for each in known:
        for former in each.record.former_names:
            named.setdefault(_name_key(former.name), each)
    return named | {_name_key(each.record.name): each for each in known}
