"""The rows of the recipient list, with what is missing and what is overdue."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sharebook.domain.agreements import Agreement
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.flows import Flow
from sharebook.domain.names import Code, RecipientId
from sharebook.domain.recipients import Recipient
from sharebook.ui.folding import folded
from sharebook.words.days import count, short_day

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk


@dataclass(frozen=True, slots=True)
class RecipientRow:
    """One recipient in the list.

    Attributes:
        gaps: how much is missing in it and its purposes.
        overdue: whether the review of one of its agreements has passed.
        searched: name, former names, units and kind, folded.
    """

    id: RecipientId
    name: str
    purposes: str
    gaps: int
    overdue: bool
    searched: str

    @property
    def state(self) -> str:
        """The mark in words."""
        gaps = count(self.gaps, "gap") if self.gaps else ""
        overdue = "review overdue" if self.overdue else ""
        return ", ".join(part for part in (overdue, gaps) if part)


@dataclass(frozen=True, slots=True)
class Roster:
    """Every recipient, and under how many headings of the notice they stand."""

    rows: tuple[RecipientRow, ...]
    headings: int


def read_roster(desk: "Desk") -> Roster:
    """Return every recipient by name."""
    today = desk.clock.today()
    flows = desk.book.flows_on(today)
    mine: dict[RecipientId, list[Flow]] = {}
    for flow in flows:
        mine.setdefault(flow.recipient, []).append(flow)
    late = passed(desk.book.agreements(), today)
    rows = tuple(
        _row(desk, each, mine.get(each.id, []), overdue=each.id in late)
        for each, _purposes in desk.browsing.recipients(today)
    )
    return Roster(rows, len({flow.heading for flow in flows if flow.heading}))


def passed(agreements: Iterable[Agreement], today: date) -> set[RecipientId]:
    """Return the recipients of agreements in force whose review day has passed."""
    return {
        recipient
        for each in agreements
        if each.review_due and each.review_due < today and (each.ends is None or today <= each.ends)
        for recipient in each.recipients
    }


def flow_gaps(desk: "Desk", flow: Flow) -> tuple[Finding, ...]:
    """Return what the checks want of a purpose and it lacks, beside what its recipient lacks."""
    said = {each.code for each in own_gaps(desk, desk.book.recipients()[flow.recipient])}
    found = desk.judging.flow(flow, desk.clock.today())
    return tuple(
        each for each in found if each.severity is not Severity.FINE and each.code not in said
    )


def own_gaps(desk: "Desk", recipient: Recipient) -> tuple[Finding, ...]:
    """Return what the recipient itself lacks: its real name, its contract."""
    return desk.judging.recipient(recipient)


def _row(desk: "Desk", each: Recipient, flows: Sequence[Flow], *, overdue: bool) -> RecipientRow:
    gaps = len(own_gaps(desk, each)) + sum(len(flow_gaps(desk, flow)) for flow in flows)
    kind = desk.catalogues.recipient_kinds.get(each.kind)
    former = [old.name for old in each.former_names]
    words = [each.name, *former, *each.units, kind.words if kind else ""]
    consent = _consent_only(desk, flows)
    purposes = count(len(flows), "purpose") + (", consent only" if consent else "")
    if each.ended is not None:
        purposes = f"until {short_day(each.ended)}"
    return RecipientRow(each.id, each.name, purposes, gaps, overdue, folded(" ".join(words)))


def _consent_only(desk: "Desk", flows: Sequence[Flow]) -> bool:
    bases: list[Code] = [flow.basis.lawful_basis for flow in flows]
    rows = [desk.catalogues.lawful_bases.get(code) for code in bases]
    return bool(rows) and all(row is not None and row.needs_consent for row in rows)
