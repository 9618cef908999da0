"""Everything the page of one recipient shows, read in one go."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sharebook.domain.agreements import Agreement
from sharebook.domain.findings import Finding
from sharebook.domain.flows import CohortRule, Exclusion, Flow, Reach, Standing
from sharebook.domain.names import RecipientId
from sharebook.domain.recipients import Recipient
from sharebook.services.safeguarding_sets import worded
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
    """One line of "What we share, and why"; `more` stands below while it is chosen."""

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
    more: str = ""


@dataclass(frozen=True, slots=True)
class Agreed:
    """One line of the agreements; `old` once another has taken its place or it has ended."""

    agreement: Agreement
    title: str
    signed_by: str
    runs: str
    state: Chip
    old: bool


@dataclass(frozen=True, slots=True)
class ShutOut:
    """One line of who is shut out; `over` once the child was let in again."""

    exclusion: Exclusion
    name: str
    what: str
    days: str
    over: bool


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
    shut_out: tuple[ShutOut, ...] = ()
    ended: str = ""


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
        _former(desk, recipient),
        tuple(each.words for each in desk.book.headings() if each.code in used),
        tuple(_shut(desk, each, today) for each in desk.map.shutting_out.of_recipient(identifier)),
        _ended(desk, recipient),
    )


def _former(desk: "Desk", recipient: Recipient) -> tuple[str, ...]:
    said = [f"{old.name}, until {long_day(old.until)}" for old in recipient.former_names]
    before = desk.book.recipients().get(recipient.replaces) if recipient.replaces else None
    if before is not None:
        said.append(f"Took the place of {before.name}, which stays a recipient of its own")
    return tuple(said)


def _ended(desk: "Desk", recipient: Recipient) -> str:
    """Return that it is used no more and what came after it, or ""."""
    if recipient.ended is None:
        return ""
    after = [it.name for it in desk.book.recipients().values() if it.replaces == recipient.id]
    came = f" {after[0]} took its place." if after else ""
    return f"Last used on {long_day(recipient.ended)}.{came}"


def _shut(desk: "Desk", each: Exclusion, today: date) -> ShutOut:
    name = desk.choosing.named().get(each.pupil, "")
    flow = desk.book.flow_on(each.flow, today) if each.flow is not None else None
    what = flow.purpose if flow is not None else "everything they get"
    until = f" – {short_day(each.last_day)}" if each.last_day else ""
    over = each.last_day is not None and each.last_day < today
    days = f"{'' if until else 'Since '}{short_day(each.first_day)}{until}"
    return ShutOut(each, name, what[:1].upper() + what[1:], days, over)


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
        _more(desk, flow),
    )


def _more(desk: "Desk", flow: Flow) -> str:
    """Return what the table has no room for: how many, how it is kept safe, since when."""
    today = desk.clock.today()
    reached = desk.map.reaching.on(flow, today)
    safe = worded(flow, desk.book.safeguard_sets(), desk.catalogues)
    parts = (
        f"{len(reached.pupils):,} of {reached.on_roll:,} pupils today",
        f"kept safe: {safe}" if safe else "nothing is said of how it is kept safe",
        f"as it is since {long_day(flow.valid_from)}",
        f"they may pass it on to {flow.onward}" if flow.onward else "",
    )
    return f"{'; '.join(part.rstrip('.') for part in parts if part)}."


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
    return Agreed(
        each, each.title, signed or "Not signed yet", runs, state_of(each, later, today), ended
    )


def state_of(each: Agreement, later: list[Agreement], today: date) -> Chip:
    """Return where an agreement stands; `later` are those that may have taken its place."""
    if each.ends is not None and each.ends < today:
        return Chip("Replaced" if later else "Ended", "old")
    if each.starts > today:
        return Chip(f"From {short_day(each.starts)}", "fact", "clock")
    if each.review_due is not None and each.review_due < today:
        return Chip("Review passed", "overdue")
    return Chip("In force", "ok")
