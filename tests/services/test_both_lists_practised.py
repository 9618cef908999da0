"""The practice school shares by every row of both lists, lawfully, and its year view knows when."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from sharebook.domain.cycles import due_dates
from sharebook.domain.drafts import Draft
from sharebook.domain.findings import Severity
from sharebook.domain.flows import Flow, Standing
from sharebook.domain.names import Code, SafeguardSetId
from sharebook.domain.safeguards import safeguards_of
from sharebook.services.book import Book
from sharebook.services.calendar import Calendar
from sharebook.services.judging import Judging
from sharebook.services.practising import practise
from sharebook.services.safeguarding_sets import worded
from sharebook.store.creating import create_database
from sharebook.store.register import SqlRegister
from tests.builders import catalogues
from tests.catalogues.both_lists import (
    AGREEMENT,
    CONDITIONAL,
    EVERY,
    ISL,
    ITS_TEXT,
    PAGE,
    RESERVED,
    WRONG_IN_THE_SEED,
    YEARS,
    Line,
)
from tests.conftest import Quiet, StillClock

TODAY = date(2026, 11, 21)
YEAR = date(2025, 9, 1), date(2026, 8, 31)
GRAVE = {Severity.STOP, Severity.WARNING}
CENSUS_DAYS = [date(2025, 10, 2), date(2026, 1, 15), date(2026, 5, 21)]
TERM_ENDS = [date(2025, 12, 19), date(2026, 3, 27), date(2026, 7, 21)]
DUE = {  # in the school year 2025-26 with the terms typed; nothing else ever falls due
    "census_day": CENSUS_DAYS,
    "headcount": CENSUS_DAYS,
    "after_census": [date(2025, 10, 9), date(2026, 1, 22), date(2026, 6, 1)],  # half term
    "end_of_june": [date(2026, 6, 26)],
    "first_week_july": [date(2026, 7, 7)],
    "termly": TERM_ENDS,
    "termly_some": TERM_ENDS,
    "yearly": [date(2026, 7, 15)],
    "yearly_some": [date(2026, 7, 15)],
}
EVERY_SCHOOL_DAY = {"daily", "daily_changes"}


class School:
    """The practice school in a real register, with what the test asks of it."""

    def __init__(self, register: SqlRegister, clock: StillClock) -> None:
        self.book = Book(register)
        self.judging = Judging(register, self.book, catalogues())
        self.calendar = Calendar(register, self.book, catalogues(), clock)
        self.days = self.calendar.days()
        self.returns = self.calendar.returns(*YEAR)

    def flow(self, line: Line) -> Flow:
        """Return the flow of one line; where a school has it twice, the first."""
        running = self.book.flows_on(TODAY)
        return next(flow for flow in running if flow.starter == line.starter)

    def safe(self, flow: Flow) -> tuple[Code, ...]:
        """Return every safeguard that holds for a flow."""
        return safeguards_of(flow, self.book.safeguard_sets())


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    clock = StillClock(datetime(2026, 11, 21, 9, 0, tzinfo=UTC))
    place = tmp_path_factory.mktemp("practice") / "practice.db"
    register = SqlRegister(create_database(place, bytes(range(32)), "practice"), clock)
    practise(register, catalogues(), Quiet(), TODAY)
    yield School(register, clock)
    register.close()


def of(lines: tuple[Line, ...]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("line", lines, ids=lambda line: f"{line.row}-{line.starter}")


@of(EVERY)
def test_a_row_is_practised_with_its_chain_and_items(school: School, line: Line) -> None:
    flow = school.flow(line)
    basis = flow.basis
    chain = (basis.lawful_basis, basis.condition, basis.schedule1, basis.criminal, basis.gateway)
    assert chain == line.chain
    assert set(line.items) <= set(flow.items)
    assert flow.method in line.methods or flow.standing is Standing.RESERVED
    assert flow.heading == line.heading
    assert (flow.role or school.book.recipients()[flow.recipient].role) == line.role


@of(EVERY)
def test_its_chain_was_valid_from_its_first_day_on(school: School, line: Line) -> None:
    flow = school.flow(line)
    for day in (flow.valid_from, TODAY):
        grave = [each for each in school.judging.flow(flow, day) if each.severity in GRAVE]
        told = [each for each in grave if not _marked_wrong(line, each.field)]
        assert told == [], line.row


def _marked_wrong(line: Line, field: str) -> bool:
    """The reference itself calls the seed's heading wrong here."""
    return line.starter in WRONG_IN_THE_SEED and field == "heading"


@of(EVERY)
def test_its_law_was_in_force_and_its_policy_document_is_named(school: School, line: Line) -> None:
    flow = school.flow(line)
    gateway = catalogues().gateways.get(flow.basis.gateway)
    assert gateway is None or gateway.in_force(flow.valid_from)
    partner = catalogues().schedule1.get(flow.basis.schedule1)
    if partner is not None and partner.needs_policy_document:
        assert flow.basis.policy_document


@of(EVERY)
def test_it_falls_due_when_its_document_says(school: School, line: Line) -> None:
    flow = school.flow(line)
    assert flow.cycle == line.cycle
    rules = catalogues().cycles[flow.cycle].due
    days = due_dates(rules, school.days, *YEAR)
    if line.cycle in EVERY_SCHOOL_DAY:
        assert days == list(school.days.within(*YEAR))
        return
    assert days == DUE.get(line.cycle, [])
    shown = [each.day for each in school.returns if each.flow == flow.id]
    assert shown == ([] if flow.standing is Standing.RESERVED else days)


def test_no_day_of_the_year_view_is_guessed(school: School) -> None:
    assert school.returns
    assert not any(each.assumed for each in school.returns)


def test_a_return_that_went_is_marked_as_done(school: School) -> None:
    done = {each.flow for each in school.returns if each.done}
    went = ("R14", "A2", "A6", "R17a", "R17a_PHON")
    assert {school.flow(line).id for line in EVERY if line.starter in went} <= done


def test_nothing_that_today_asks_for_was_left_undone(school: School) -> None:
    flows = {flow.id: flow for flow in school.book.flows_on(TODAY)}
    undone = [
        (flows[each.flow].starter, each.day)
        for each in school.returns
        if catalogues().cycles[flows[each.flow].cycle].reminds
        and flows[each.flow].standing is Standing.ACTIVE
        and not each.done
    ]
    assert undone == []


@of(AGREEMENT)
def test_the_appendix_has_the_safeguards_and_the_agreement(school: School, line: Line) -> None:
    flow = school.flow(line)
    assert school.safe(flow) == ISL
    shared = school.book.safeguard_sets()[flow.safeguard_set or SafeguardSetId(0)]
    assert (shared.starter, flow.safeguards, flow.safeguards_except) == ("S_ISL", (), ())
    assert worded(flow, school.book.safeguard_sets(), catalogues()) == f"As in “{shared.name}”"
    assert _title(school, flow) == "SEND information sharing agreement"


@of(ITS_TEXT)
def test_the_other_flows_of_the_agreement_hang_on_it_too(school: School, line: Line) -> None:
    flow = school.flow(line)
    assert _title(school, flow) == "SEND information sharing agreement"
    assert "encrypted" in school.safe(flow)


@of(PAGE)
def test_every_recipient_of_the_page_has_safeguards(school: School, line: Line) -> None:
    row = catalogues().starter_flows[line.starter]
    assert school.safe(school.flow(line)) == row.safeguards


def _title(school: School, flow: Flow) -> str:
    return next(each.title for each in school.book.agreements() if each.id == flow.agreement)


def test_conditional_reserved_and_partial_flows_stay_so(school: School) -> None:
    by_code = {line.starter: school.flow(line) for line in EVERY}
    conditional = {c for c, flow in by_code.items() if flow.standing is Standing.CONDITIONAL}
    assert conditional == CONDITIONAL
    assert {c for c, flow in by_code.items() if flow.standing is Standing.RESERVED} == RESERVED
    years = {c: flow.covers.values for c, flow in by_code.items() if flow.covers.reach == "years"}
    assert years == YEARS


def test_nothing_may_be_sent_under_what_is_still_to_be_agreed(school: School) -> None:
    other = next(flow for flow in school.book.flows() if flow.starter == Code("A10"))
    assert (other.items, other.basis.lawful_basis, other.method) == ((), "", "")
    draft = Draft(day=TODAY, recipient=other.recipient, flow=other.id)
    found = school.judging.draft(draft, TODAY)
    assert ("flow_reserved", Severity.STOP) in {(each.code, each.severity) for each in found}


def test_it_stays_one_council_and_one_health_service(school: School) -> None:
    appendix = {school.flow(line).recipient for line in AGREEMENT}
    assert len(appendix) == 1
    council = school.book.recipients()[appendix.pop()]
    units = {flow.unit for flow in school.book.flows() if flow.recipient == council.id}
    assert units <= set(council.units)
