"""Invented recipients, regular sharing and acts of giving; the same every time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sharebook.bootstrap.benching.roll import FIRST_YEAR, YearOnRoll
from sharebook.bootstrap.benching.sizes import Size
from sharebook.domain.bases import BasisChain
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.cohorts import Cohort
from sharebook.domain.disclosures import Asker, Decision, Disclosure, Receipt
from sharebook.domain.flows import CohortRule, Flow, Reach
from sharebook.domain.names import Code, DisclosureId, FlowId, PupilId, RecipientId
from sharebook.domain.recipients import Recipient
from sharebook.domain.school_year import year_from

_STAFF = ("Pat Inkwell", "Sam Blotter", "Ash Quill", "Robin Ledger")
_DAYS = 320  # of a school year on which the office works
_NOTED, _ASKED, _REFUSED, _RECEIVED = 0.66, 0.1, 0.02, 0.05  # shares of the entries
_FOR_ALL, _FOR_YEARS, _FOR_FLAGGED = 0.1, 0.4, 0.6  # shares of the flows, added up


@dataclass(frozen=True, slots=True)
class Partners:
    """Whom the school shares with, and what regularly."""

    recipients: list[Recipient]
    flows: list[Flow]


def partners(size: Size, catalogues: Catalogues, chance: Random) -> Partners:
    """Invent the recipients and every version of every flow."""
    kinds = sorted(catalogues.recipient_kinds)
    recipients = [
        Recipient(
            RecipientId(number),
            f"Example {chance.choice(('Service', 'Trust', 'Club', 'Clinic'))} {number}",
            kind=(kind := chance.choice(kinds)),
            role=catalogues.recipient_kinds[kind].role,
            secure_address=f"records@service{number}.example",
            keeps_for="Six years",
        )
        for number in range(1, size.recipients + 1)
    ]
    lists = _item_lists(size, catalogues, chance)
    flows = [
        version
        for number in range(1, size.flows + 1)
        for version in _versions(size, number, recipients, lists, catalogues, chance)
    ]
    return Partners(recipients, flows)


def _item_lists(size: Size, catalogues: Catalogues, chance: Random) -> list[tuple[Code, ...]]:
    open_items = sorted(code for code, row in catalogues.items.items() if not row.locked)
    return [tuple(chance.sample(open_items, chance.randint(2, 8))) for _ in range(size.item_sets)]


def _versions(
    size: Size,
    number: int,
    recipients: list[Recipient],
    lists: list[tuple[Code, ...]],
    catalogues: Catalogues,
    chance: Random,
) -> Iterator[Flow]:
    recipient = recipients[(number - 1) % len(recipients)]
    covers, basis = _rule(chance), _basis(catalogues, chance)
    cycle = chance.choice(sorted(catalogues.cycles))
    heading, method = _of(catalogues.headings, chance), _of(catalogues.methods, chance)
    for version in range(1, size.versions + 1):
        first = FIRST_YEAR + (version - 1) * size.years // size.versions
        after = FIRST_YEAR + version * size.years // size.versions
        ends = None if version == size.versions else year_from(after - 1).last
        yield Flow(
            FlowId(number),
            version,
            recipient.id,
            f"So that invented purpose {number} is met",
            year_from(first).first,
            valid_to=ends,
            items=chance.choice(lists),
            basis=basis,
            heading=heading,
            notice_line=recipient.name,
            method=method,
            cycle=cycle,
            covers=covers,
        )


def _rule(chance: Random) -> CohortRule:
    """Return who is taken in: a few flows take everyone, most take some."""
    drawn = chance.random()
    if drawn < _FOR_ALL:
        return CohortRule()
    if drawn < _FOR_YEARS:
        years = tuple(str(chance.randint(7, 13)) for _ in range(2))
        return CohortRule(Reach.YEARS, years)
    if drawn < _FOR_FLAGGED:
        return CohortRule(Reach.FLAG, ("SEN support",))
    picked = tuple(PupilId(chance.randint(1, 50)) for _ in range(5))
    return CohortRule(Reach.PICKED, (), picked)


def _basis(catalogues: Catalogues, chance: Random) -> BasisChain:
    return BasisChain(
        _of(catalogues.lawful_bases, chance),
        condition=_of(catalogues.conditions, chance),
        gateway=_of(catalogues.gateways, chance),
    )


def _of(rows: object, chance: Random) -> Code:
    return Code(chance.choice(sorted(rows)))  # type: ignore[call-overload]  # a mapping of codes


@dataclass(frozen=True, slots=True)
class Act:
    """An event that is yet to be written: how many pupils it takes, in which year."""

    year: int
    day: date
    reach: str


def acts(size: Size, chance: Random) -> list[Act]:
    """Return every event by day, oldest first."""
    counts = {
        "all": size.whole_school,
        "year": size.year_groups,
        "class": size.classes,
        "one": size.single,
    }
    found = [
        _act(number % size.years, reach, chance)
        for reach, count in counts.items()
        for number in range(count)
    ]
    return sorted(found, key=lambda act: act.day)


def _act(year: int, reach: str, chance: Random) -> Act:
    first = year_from(FIRST_YEAR + year).first
    return Act(year, first + timedelta(days=chance.randrange(_DAYS)), reach)


def disclosures(
    planned: Sequence[Act], rolls: list[YearOnRoll], known: Partners, chance: Random
) -> Iterator[Disclosure]:
    """Yield each event as an entry, numbered in the order of days."""
    by_version = {(flow.id, flow.version): flow for flow in known.flows}
    flows = sorted({flow.id for flow in known.flows})
    versions = max(flow.version for flow in known.flows)
    years = len(rolls)
    for number, act in enumerate(planned, 1):
        place = int(len(flows) * chance.random() ** 2)  # some are used far more than others
        flow = by_version[flows[place], 1 + act.year * versions // years]
        yield _disclosure(DisclosureId(number), act, flow, rolls[act.year], chance)


def _disclosure(
    number: DisclosureId, act: Act, flow: Flow, roll: YearOnRoll, chance: Random
) -> Disclosure:
    single = act.reach == "one"
    refused = single and chance.random() < _REFUSED
    return Disclosure(
        number,
        act.day,
        flow.recipient,
        Cohort.of(_pupils(act, roll, chance)),
        flow.purpose,
        decision=Decision.REFUSED if refused else Decision.SHARED,
        time=f"{chance.randint(8, 16):02d}:{chance.randrange(60):02d}",
        flow=flow.id,
        flow_version=flow.version,
        items=flow.items,
        basis=flow.basis,
        heading=flow.heading,
        method=flow.method,
        asker=Asker("Val Asker", "Officer") if single and chance.random() < _ASKED else Asker(),
        decided_by=chance.choice(_STAFF),
        decided_post="School office",
        reason="Not needed for the purpose." if refused else "",
        receipt=Receipt.RECEIVED if chance.random() < _RECEIVED else Receipt.NOT_NEEDED,
        note=f"Invented note {number}." if single and chance.random() < _NOTED else "",
    )


def _pupils(act: Act, roll: YearOnRoll, chance: Random) -> Sequence[PupilId]:
    if act.reach == "one":
        return (chance.choice(roll.everyone),)
    if act.reach == "all":
        return roll.everyone
    sets = roll.groups if act.reach == "year" else roll.classes
    return sets[chance.choice(sorted(sets))]
