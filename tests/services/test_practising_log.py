"""The practice school's three years of sharing: lawful but for its gaps."""

from collections import Counter
from dataclasses import fields, is_dataclass
from datetime import date, timedelta

import pytest

from sharebook.catalogues.loading import load
from sharebook.domain.agreements import Agreement
from sharebook.domain.checks.case import Case
from sharebook.domain.checks.every import findings
from sharebook.domain.contacts import Contact
from sharebook.domain.disclosures import Decision, Disclosure, Receipt
from sharebook.domain.flows import Exclusion, Flow, Standing
from sharebook.domain.headings import Heading
from sharebook.domain.households import Household
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.recipients import Recipient
from sharebook.domain.school import School
from sharebook.domain.school_year import school_year
from tests.services.practice_shelf import TODAY, played_today


@pytest.fixture(scope="module")
def played():
    return played_today()


def judged(shelf, entries):
    """Count what the checks say about some entries of the log."""
    kinds = {each.id: each.kind for each in shelf.of(Recipient)}
    told = {flow.recipient for flow in shelf.of(Flow) if flow.notice_line}
    school = shelf.of(School)[0].kind
    cases = (
        Case(
            day=entry.day,
            catalogues=load(),
            school_kind=school,
            basis=entry.basis,
            item_codes=entry.items,
            recipient_kind=kinds[entry.recipient],
            heading=entry.heading,
            decision=entry.decision,
            emergency=entry.emergency,
            consent=entry.consent,
            decided_by=entry.decided_by,
            method=entry.method,
            in_notice=entry.recipient in told,
        )
        for entry in entries
    )
    return Counter(finding.code for case in cases for finding in findings(case))


def test_identifiers_count_from_one_without_gaps(played):
    shelf, _ = played
    kinds = (Pupil, Spell, Contact, Household, Recipient, Heading, Agreement, Exclusion)
    for kind in kinds:
        assert [each.id for each in shelf.of(kind)] == list(range(1, len(shelf.of(kind)) + 1))
    numbers = [record.id for record, _, _ in shelf.kept if isinstance(record, Disclosure)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert {flow.id for flow in shelf.of(Flow)} == set(range(1, played[1].flows + 1))


def test_at_most_one_version_of_a_flow_is_valid_on_a_day(played):
    flows = played[0].of(Flow)
    assert max(flow.version for flow in flows) == 2
    for day in (TODAY, date(2025, 8, 31), date(2025, 9, 1)):
        valid = [flow.id for flow in flows if flow.runs_on(day)]
        assert len(set(valid)) == len(valid)


def test_every_disclosure_fits_the_flow_it_used(played):
    flows = {(flow.id, flow.version): flow for flow in played[0].of(Flow)}
    for entry in played[0].of(Disclosure):
        if entry.flow is None:
            continue
        flow = flows[entry.flow, entry.flow_version]
        assert flow.runs_on(entry.day)
        assert flow.standing is not Standing.RESERVED
        assert (entry.recipient, entry.basis) == (flow.recipient, flow.basis)


def test_nobody_who_is_shut_out_is_in_a_disclosure(played):
    shelf, _ = played
    for barred in shelf.of(Exclusion):
        sent = [
            entry
            for entry in shelf.of(Disclosure)
            if barred.pupil in entry.cohort
            and entry.recipient == barred.recipient
            and barred.flow in (None, entry.flow)
            and barred.holds_on(entry.day)
        ]
        assert sent == []


def test_pupils_are_in_a_disclosure_only_while_they_were_here(played):
    shelf, _ = played
    days: dict[int, list[tuple[date, date]]] = {}
    for spell in shelf.of(Spell):
        days.setdefault(spell.pupil, []).append((spell.first_day, spell.last_day or TODAY))
    late = timedelta(days=90)  # a file may follow a child who has left
    strays = [
        entry.number
        for entry in shelf.of(Disclosure)
        for pupil in entry.cohort
        if not any(first <= entry.day <= last + late for first, last in days[pupil])
    ]
    assert strays == []


def test_the_law_holds_but_for_a_handful_of_gaps(played):
    shelf, _ = played
    this_year = [each for each in shelf.of(Disclosure) if each.day >= school_year(TODAY).first]
    assert judged(shelf, this_year) == {
        "decider_unnamed": 3,
        "not_in_notice": 2,
        "special_needs_condition": 1,
        "method_not_secure": 1,
    }


def test_the_earlier_years_are_in_order(played):
    shelf, _ = played
    earlier = [each for each in shelf.of(Disclosure) if each.day < school_year(TODAY).first]
    assert set(judged(shelf, earlier)) == {"not_in_notice"}  # the photographer, every September


def test_the_log_has_refusals_emergencies_receipts_and_a_correction(played):
    shelf, _ = played
    log = shelf.of(Disclosure)
    decisions = Counter(entry.decision for entry in log)
    assert decisions[Decision.REFUSED] >= 3
    assert decisions[Decision.DEFERRED] == 1
    assert any(entry.emergency for entry in log)
    assert any(entry.receipt is Receipt.RECEIVED for entry in log)
    assert sum(entry.receipt is Receipt.EXPECTED for entry in log) == 3
    assert [reason for _, gone, reason in shelf.kept if gone] == [
        "The entry said too much: only the allergy list went to the kitchen."
    ]


def test_three_flows_are_conditional_one_reserved_and_one_agreement_long_overdue(played):
    shelf, _ = played
    standings = Counter(flow.standing for flow in shelf.of(Flow))
    assert (standings[Standing.CONDITIONAL], standings[Standing.RESERVED]) == (3, 1)
    assert shelf.of(Agreement)[0].review_due == date(2022, 4, 30)
    assert len(shelf.of(Agreement)) == 3


def test_every_code_is_in_the_catalogues(played):
    lists = load()
    known = {code for part in fields(lists) for code in getattr(lists, part.name)} | {""}
    for record in [*played[0].of(Flow), *played[0].of(Disclosure)]:
        codes = {*record.items, *record.safeguards, record.method, record.heading}
        codes |= {record.basis.lawful_basis, record.basis.condition, record.basis.gateway}
        assert is_dataclass(record)
        assert codes <= known
