"""Bring in the school's own sharing page: headings, recipients, flows."""

from collections.abc import Sequence
from dataclasses import replace

from sharebook.catalogues.choosing import for_school
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused
from sharebook.domain.flows import Flow
from sharebook.domain.headings import Heading
from sharebook.domain.names import FlowId, HeadingId, RecipientId
from sharebook.domain.preview import FlowPlan, Outcome, PagePreview, RecipientPlan
from sharebook.domain.protection import leaves_out_protected
from sharebook.domain.recipients import Recipient
from sharebook.domain.recorded import Recorded
from sharebook.domain.school import School
from sharebook.intake.page import read_page
from sharebook.services.importing_page_plan import PagePlanner
from sharebook.services.ports import Progress, Register, Writer
from sharebook.words.sentences import sentence


class ImportPage:
    """Compares a sharing page with the register, then writes what a person has seen."""

    def __init__(self, register: Register, catalogues: Catalogues, clock: Clock) -> None:
        self._register = register
        self._catalogues = catalogues
        self._clock = clock

    def preview(self, name: str, source: bytes | str) -> PagePreview:
        """Return what bringing in the page would do; nothing is written.

        Args:
            name: the file's own name.
            source: everything in it, or text that was pasted.

        Raises:
            Refused: the file cannot be read as a page that says whom the school shares with.
        """
        seen = self._register.head().seq
        own = self._register.current(Heading)
        rows = self._our_rows()
        today = self._clock.today()
        page = read_page(name, source, rows, today, [known.record for known in own])
        planner = PagePlanner(
            self._register.current(Recipient), self._register.current(Flow), page, today
        )
        plans = tuple(planner.plan(line) for line in page.lines)
        return PagePreview(
            name=name,
            outcome=Outcome.READY,
            title=page.title,
            headings=tuple(_worded(heading, own) for heading in page.headings),
            plans=plans,
            recipients=tuple(planner.recipients),
            flows=tuple(self._guarded(plan, planner.recipients) for plan in planner.flows),
            not_understood=page.not_understood,
            warnings=tuple(planner.warnings),
            seen=seen,
        )

    def _guarded(self, plan: FlowPlan, recipients: Sequence[RecipientPlan]) -> FlowPlan:
        """Leave protected children out of what is new, where the kind of recipient allows it."""
        if plan.known is not None:
            return plan
        kind = self._catalogues.recipient_kinds.get(recipients[plan.recipient].recipient.kind)
        return replace(plan, flow=replace(plan.flow, protected_off=leaves_out_protected(kind)))

    def apply(self, preview: PagePreview, person: str, progress: Progress) -> PagePreview:
        """Write what `preview` shows, in `person`'s name, in one transaction.

        Returns:
            The same preview with the outcome "applied".

        Raises:
            Refused: the register has changed since the preview.
            Cancelled: `progress` was stopped; nothing was written.
        """
        if not preview.can_apply:
            raise Refused("import_not_ready")
        if _writes_something(preview):
            with self._register.writing(person) as writer:
                if self._register.head().seq != preview.seen:
                    raise Refused("import_register_changed")
                _Scribe(writer, progress, preview).write()
        return replace(preview, outcome=Outcome.APPLIED)

    def _our_rows(self) -> Catalogues:
        schools = self._register.current(School)
        if not schools:
            return self._catalogues
        school = schools[-1].record
        return for_school(self._catalogues, school.kind, school.nation, self._clock.today())


def _worded(
    heading: Heading, own: list[Recorded[Heading]]
) -> tuple[Heading, Recorded[Heading] | None]:
    """Return the heading in the page's words; where the page says nothing, ours stay."""
    known = next((each for each in own if each.record.code == heading.code), None)
    if known is None:
        return heading, None
    old = known.record
    purpose, lead_in = heading.purpose or old.purpose, heading.lead_in or old.lead_in
    return replace(heading, id=old.id, purpose=purpose, lead_in=lead_in), known


def _writes_something(preview: PagePreview) -> bool:
    reworded = any(known is None or heading != known.record for heading, known in preview.headings)
    renamed = any(_is_new(plan) for plan in preview.recipients)
    return bool(reworded or renamed or preview.flows)


def _is_new(plan: RecipientPlan) -> bool:
    return plan.known is None or plan.recipient != plan.known.record


class _Scribe:
    """Writes one preview."""

    def __init__(self, writer: Writer, progress: Progress, preview: PagePreview) -> None:
        self._writer = writer
        self._progress = progress
        self._preview = preview
        self._steps = len(preview.headings) + len(preview.recipients) + len(preview.flows)
        self._done = 0

    def write(self) -> None:
        """Write headings, recipients, then the flows to them."""
        for heading, known in self._preview.headings:
            self._step()
            self._heading(heading, known)
        recipients = [self._recipient(plan) for plan in self._preview.recipients]
        for plan in self._preview.flows:
            self._step()
            self._flow(plan, recipients[plan.recipient])
        self._step()

    def _step(self) -> None:
        self._progress.report(self._done, self._steps, sentence("import_doing"))
        self._done = min(self._done + 1, self._steps)

    def _reason(self, code: str) -> str:
        return sentence(code, {"file": self._preview.name})

    def _heading(self, heading: Heading, known: Recorded[Heading] | None) -> None:
        if known is None:
            identifier = HeadingId(self._writer.next_id(Heading))
            self._writer.add(replace(heading, id=identifier))
        elif heading != known.record:
            self._writer.add(heading, known.seq, self._reason("import_reason_heading"))

    def _recipient(self, plan: RecipientPlan) -> RecipientId:
        self._step()
        if plan.known is None:
            identifier = RecipientId(self._writer.next_id(Recipient))
            self._writer.add(replace(plan.recipient, id=identifier))
            return identifier
        if plan.recipient != plan.known.record:
            self._writer.add(plan.recipient, plan.known.seq, self._reason("import_reason"))
        return plan.recipient.id

    def _flow(self, plan: FlowPlan, recipient: RecipientId) -> None:
        if plan.known is None:
            identifier = FlowId(self._writer.next_id(Flow))
            self._writer.add(replace(plan.flow, id=identifier, recipient=recipient))
        else:
            self._writer.add(plan.flow, plan.known.seq, self._reason("import_reason"))
