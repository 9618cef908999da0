"""Everything the page of one recipient shows, read in one go."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sharebook.domain.agreements import Agreement
from sharebook.domain.findings import Finding
from sharebook.domain.flows import CohortRule, Flow, Reach, Standing
from sharebook.domain.names import RecipientId
from sharebook.domain.recipients import Recipient
from sharebook.services.wording import Wording
from sharebook.ui.chips import Chip
from sharebook.ui.screens.recipients.rows import flow_gaps, own_gaps
from sharebook.words.days import count, long_day, short_day

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

_STANDING = {
    Standing.ACTIVE: "",
    Standing.CONDITIONAL: "Only in the case described",
    Standing.RESERVED: "Still to be agreed",
}


@dataclass(frozen=True, slots=True)
class Purpose:
    """One line of "What we share, and why"."""

    flow: Flow
    purpose: str
    about: str
    what: str
    items: str
    basis: str
    heading: str
    how_often: str
    method: str
    last_sent: date | None
    gaps: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Agreed:
    """One line of the agreements; `old` once another has taken its place or it has ended."""

    title: str
    signed_by: str
    runs: str
    state: Chip
    old: bool


@dataclass(frozen=True, slots=True)
class RecipientFacts:
    """One recipient's page."""

    recipient: Recipient
    role: str
    gaps: tuple[Finding, ...]
    purposes: tuple[Purpose, ...]
    agreements: tuple[Agreed, ...]
    former: tuple[str, ...]
    headings: tuple[str, ...]


def read_recipient(desk: "Desk", identifier: RecipientId) -> RecipientFacts:
    """Read one recipient's page."""
    today = desk.clock.today()
    recipient = desk.book.recipients()[identifier]
    words = Wording(desk.catalogues, desk.book.headings())
    flows = desk.browsing.flows_to(identifier, today)
    sent = desk.browsing.last_sent_by_flow(identifier)
    used = {flow.heading for flow in flows if flow.heading}
    mine = [each for each in desk.book.agreements() if identifier in each.recipients]
    return RecipientFacts(
        recipient,
        _role(desk, recipient),
        own_gaps(desk, recipient),
        tuple(_purpose(desk, flow, words, sent.get(flow.id)) for flow in flows),
        _agreements(mine, today),
        tuple(f"{old.name}, until {long_day(old.until)}" for old in recipient.former_names),
        tuple(each.words for each in desk.book.headings() if each.code in used),
    )


def _role(desk: "Desk", recipient: Recipient) -> str:
    row = desk.catalogues.roles.get(recipient.role)
    kind = desk.catalogues.recipient_kinds.get(recipient.kind)
    where = "United Kingdom only" if recipient.country == "GB" else f"Abroad: {recipient.country}"
    parts = (kind.words if kind else "", row.words if row else "Its part is not said yet", where)
    return " ".join(f"{part}." for part in parts if part)


def _purpose(desk: "Desk", flow: Flow, words: Wording, last_sent: date | None) -> Purpose:
    cycle = desk.catalogues.cycles.get(flow.cycle)
    parts = (flow.unit, who(flow.covers), flow.condition or _STANDING[flow.standing])
    return Purpose(
        flow,
        flow.purpose[:1].upper() + flow.purpose[1:],
        ", ".join(part for part in parts if part),
        words.items(flow.items),
        _count_items(desk, flow),
        words.basis(flow.basis.lawful_basis).partition(":")[0],
        f"under {words.heading(flow.heading)}" if flow.heading else "not in the notice",
        cycle.words if cycle else "Not said",
        words.method(flow.method),
        last_sent,
        flow_gaps(desk, flow),
    )


def who(rule: CohortRule) -> str:
    """Return which pupils a rule takes in: "everyone", "years 5, 6"."""
    if rule.reach is Reach.ALL:
        return "everyone"
    if rule.reach is Reach.PICKED:
        return count(len(rule.pupils), "picked pupil")
    named = {Reach.YEARS: "years", Reach.CLASSES: "classes"}.get(rule.reach, "those with")
    return f"{named} {', '.join(rule.values)}"


def _count_items(desk: "Desk", flow: Flow) -> str:
    rows = [desk.catalogues.items[code] for code in flow.items if code in desk.catalogues.items]
    special = sum(1 for row in rows if row.special or row.criminal)
    return f"{count(len(flow.items), 'item')}, {special or 'none'} sensitive"


def _agreements(mine: Iterable[Agreement], today: date) -> tuple[Agreed, ...]:
    newest_first = sorted(mine, key=lambda each: each.starts, reverse=True)
    return tuple(
        _agreed(each, newest_first[:place], today) for place, each in enumerate(newest_first)
    )


def _agreed(each: Agreement, later: list[Agreement], today: date) -> Agreed:
    ended = each.ends is not None and each.ends < today
    signed = ", ".join(f"{one.name}, {one.post.lower()}" for one in each.approvals if one.signed_on)
    end = short_day(each.ends) if each.ends else "no end named"
    runs = f"{short_day(each.starts)} – {end}"
    return Agreed(each.title, signed or "Not signed yet", runs, _state(each, later, today), ended)


def _state(each: Agreement, later: list[Agreement], today: date) -> Chip:
    if each.ends is not None and each.ends < today:
        return Chip("Replaced" if later else "Ended", "old")
    if each.starts > today:
        return Chip(f"From {short_day(each.starts)}", "fact", "clock")
    if each.review_due is not None and each.review_due < today:
        return Chip("Review passed", "overdue")
    return Chip("In force", "ok")
