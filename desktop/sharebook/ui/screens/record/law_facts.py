"""The facts that hold for a draft: its basis, its law, the notice, who is left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sharebook.bootstrap.desk import Desk
from sharebook.domain.checks.subjects import about_parents
from sharebook.domain.drafts import Draft
from sharebook.domain.names import PupilId
from sharebook.services.wording import Wording
from sharebook.words.days import count, long_day

_NAMED = 4  # children left out of whom a line tells


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is in order, and a second line about it."""

    title: str
    second: str


# what makes sharing lawful was not there when it went to the wrong place
_WRONG = Fact("You write down what went wrong", "When it is saved, a panel says what to do first.")


def facts_of(desk: Desk, draft: Draft, out: Sequence[PupilId]) -> list[Fact]:
    """Return what is in order about `draft`; `out` are the children left out by name."""
    day = draft.day or desk.clock.today()
    trigger = desk.catalogues.triggers.get(draft.trigger)
    if trigger is not None and trigger.opens_incident:
        return [_WRONG, *(fact for fact in [_parents(desk, draft)] if fact)]
    found = [
        _basis(desk, draft, day),
        _condition(desk, draft),
        _gateway(desk, draft, day),
        _notice(desk, draft, day),
        _parents(desk, draft),
    ]
    return [fact for fact in found if fact] + _left_out(desk, draft, out, day)


def _basis(desk: Desk, draft: Draft, day: date) -> Fact | None:
    row = desk.catalogues.lawful_bases.get(draft.basis.lawful_basis)
    if row is None or not row.in_force(day):
        return None
    named = row.words.partition(":")[0]
    usual = draft.flow is not None and desk.book.flow_on(draft.flow, day).basis.lawful_basis
    second = "It comes with this recipient and purpose." if usual == row.code else "You chose it."
    return Fact(f"Lawful basis: {named[0].lower()}{named[1:]}", second)


def _condition(desk: Desk, draft: Draft) -> Fact | None:
    row = desk.catalogues.conditions.get(draft.basis.condition)
    partner = desk.catalogues.schedule1.get(draft.basis.schedule1)
    if row is None or (row.needs_schedule1 and partner is None):
        return None
    places = row.article + (f", {partner.paragraph}" if partner else "")
    return Fact(f"Second condition: {row.words[0].lower()}{row.words[1:]}", f"{places}.")


def _gateway(desk: Desk, draft: Draft, day: date) -> Fact | None:
    row = desk.catalogues.gateways.get(draft.basis.gateway)
    if row is None or not row.in_force(day):
        return None
    return Fact(f"Law: {row.words}", f"In force on {long_day(day)}.")


def _notice(desk: Desk, draft: Draft, day: date) -> Fact | None:
    if draft.recipient is None or not desk.judging.in_notice(draft.recipient, day):
        return None
    heading = Wording(desk.catalogues, desk.book.headings()).heading(draft.heading)
    second = f"Under the heading “{heading}”." if draft.heading else "Under another heading."
    return Fact("The notice names this recipient", second)


def _parents(desk: Desk, draft: Draft) -> Fact | None:
    known = desk.catalogues.items
    found = about_parents(known[code] for code in draft.items if code in known)
    if not found:
        return None
    words = ", ".join(item.words for item in found)
    return Fact("It tells of the parents, too", f"They may ask about it themselves: {words}.")


def _left_out(desk: Desk, draft: Draft, out: Sequence[PupilId], day: date) -> list[Fact]:
    reasons = {
        each.pupil: each
        for each in desk.book.exclusions()
        if each.recipient == draft.recipient and each.holds_on(day)
    }
    protected = desk.book.protected()
    facts = []
    for pupil in sorted(out, key=lambda it: it not in reasons)[:_NAMED]:
        name, known = desk.choosing.names((pupil,))[0], reasons.get(pupil)
        second = "Their whereabouts are protected." if pupil in protected else "You said so."
        second = f"Since {long_day(known.first_day)}: {known.reason}." if known else second
        facts.append(Fact(f"{name} is left out", second))
    if len(out) > _NAMED:
        more = count(len(out) - _NAMED, "more child is", "more children are")
        facts.append(Fact(f"{more} left out", "They stand beside “except”."))
    return facts
