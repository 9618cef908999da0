"""Where an answer could go wrong: what went out is said, and nothing is said that did not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharebook.domain.cohorts import Cohort
from sharebook.domain.disclosures import Decision
from sharebook.domain.flows import CohortRule, Reach, Standing
from sharebook.domain.names import Code, DisclosureId, FlowId, PupilId, RecipientId, SpellId
from sharebook.domain.recipients import FormerName
from tests.builders import (
    CATERER,
    a_disclosure,
    a_flow,
    a_recipient,
    a_spell,
    an_exclusion,
    answered,
)

OTHER = RecipientId(2)
BOTH = {CATERER: a_recipient(), OTHER: a_recipient(id=OTHER, name="Invented Dinners")}
ITEMS = tuple(Code(item) for item in ("name", "dob", "class", "allergy"))
FIRST = date(2024, 9, 1)
PURPOSE = a_flow().purpose


def test_a_flow_that_went_to_another_recipient_before_names_both():
    old = a_flow(valid_to=date(2024, 8, 31))
    new = a_flow(version=2, recipient=OTHER, valid_from=date(2024, 9, 1))

    lines = answered(flows=(old, new), recipients=BOTH).lines

    assert {(line.name, line.until) for line in lines} == {
        ("Pretend Plates Catering", date(2024, 8, 31)),
        ("Invented Dinners", None),
    }


def test_what_a_flow_no_longer_carries_is_told_with_its_last_day():
    old = a_flow(items=(Code("name"), Code("dob")), valid_to=date(2024, 8, 31))
    new = a_flow(version=2, items=(Code("name"),), valid_from=date(2024, 9, 1))

    given = answered(flows=(old, new))

    (runs,), (ended,) = given.regular, given.once
    assert runs.items == (Code("name"),)
    assert (ended.items, ended.until) == ((Code("dob"),), date(2024, 8, 31))


def test_a_flow_that_carries_more_than_before_is_one_line():
    old = a_flow(items=(Code("name"),), valid_to=date(2024, 8, 31))
    new = a_flow(version=2, items=(Code("name"), Code("dob")), valid_from=date(2024, 9, 1))

    (line,) = answered(flows=(old, new)).lines
    assert line.items == (Code("name"), Code("dob"))


def test_a_gap_between_two_versions_carried_nothing():
    old = a_flow(valid_to=date(2024, 7, 31))
    new = a_flow(version=2, valid_from=date(2025, 1, 1))

    (between,) = answered(as_at=date(2024, 10, 1), flows=(old, new)).lines
    assert between.until == date(2024, 7, 31)


def test_something_more_sent_under_a_flow_is_told_by_itself():
    more = a_disclosure(flow=FlowId(1), flow_version=1, purpose=PURPOSE, items=(Code("dob"),))

    given = answered(disclosures=(more,))

    assert [line.items for line in given.once] == [(Code("dob"),)]
    assert given.regular[0].times == 0


@pytest.mark.parametrize(
    "change",
    [
        {"purpose": "so that a new coat is found"},
        {"unit": "kitchen"},
        {"recipient": OTHER},
        {"items": (), "description": "a letter about a coat"},
    ],
)
def test_a_sending_that_is_not_the_flows_own_is_told_by_itself(change):
    sent = a_disclosure(**{"flow": FlowId(1), "flow_version": 1, "purpose": PURPOSE} | change)

    given = answered(disclosures=(sent,), recipients=BOTH)

    assert len(given.regular) == len(given.once) == 1


def test_a_flow_now_decided_case_by_case_ends_and_its_occasions_are_told():
    old = a_flow(valid_to=date(2026, 1, 31))
    new = a_flow(version=2, cycle=Code("case_by_case"), valid_from=date(2026, 2, 1))
    sent = a_disclosure(flow=FlowId(1), flow_version=2, purpose=PURPOSE)

    ended, occasion = sorted(answered(flows=(old, new), disclosures=(sent,)).lines, key=repr)

    assert {ended.until, occasion.until} == {date(2026, 1, 31), None}
    assert {ended.times, occasion.times} == {0, 1}


def test_a_conditional_flow_is_told_by_its_recorded_occasions_only():
    flow = a_flow(standing=Standing.CONDITIONAL)
    sent = a_disclosure(flow=FlowId(1), flow_version=1, purpose=PURPOSE)

    assert answered(flows=(flow,)).lines == ()
    (line,) = answered(flows=(flow,), disclosures=(sent,)).lines
    assert not line.regular


def test_a_file_sent_after_the_child_left_moves_the_last_day():
    left = a_spell(last_day=date(2026, 2, 13))
    sent = a_disclosure(flow=FlowId(1), flow_version=1, purpose=PURPOSE, day=date(2026, 3, 3))

    (line,) = answered(spells=(left,), disclosures=(sent,)).lines
    assert (line.until, line.last_sent) == (date(2026, 3, 3), date(2026, 3, 3))


def test_shut_out_of_one_flow_leaves_the_other_to_the_same_recipient():
    second = a_flow(id=FlowId(2), purpose="so that accounts are settled")
    shut = an_exclusion(flow=FlowId(1), first_day=date(2020, 1, 1))

    (line,) = answered(flows=(a_flow(), second), exclusions=(shut,)).lines
    assert line.purpose == "so that accounts are settled"


def test_shut_out_for_a_while_is_carried_before_and_after():
    shut = an_exclusion(first_day=date(2024, 1, 1), last_day=date(2024, 12, 31))

    (before,) = answered(as_at=date(2024, 6, 1), exclusions=(shut,)).lines
    (after,) = answered(exclusions=(shut,)).lines
    assert before.until == date(2023, 12, 31)
    assert after.until is None


def test_a_recipient_renamed_twice_has_the_name_of_each_day():
    renamed = a_recipient(
        former_names=(
            FormerName("First Plates", date(2023, 12, 31)),
            FormerName("Second Plates", date(2025, 6, 30)),
        )
    )

    def name(day: date) -> str:
        (line,) = answered(as_at=day, recipients={CATERER: renamed}).lines
        return line.name

    assert name(date(2023, 12, 31)) == "First Plates"
    assert name(date(2024, 1, 1)) == "Second Plates"
    assert name(date(2025, 7, 1)) == "Pretend Plates Catering"


@pytest.mark.parametrize("decision", [Decision.REFUSED, Decision.DEFERRED, Decision.WITHDRAWN])
def test_a_decision_that_gave_nothing_is_on_no_line(decision):
    sent = a_disclosure(decision=decision, flow=FlowId(1), flow_version=1, purpose=PURPOSE)

    (line,) = answered(disclosures=(sent,)).lines
    assert line.times == 0


def test_two_sendings_on_one_day_are_two_events_in_the_order_of_their_time():
    noon = a_disclosure(id=DisclosureId(1), time="12:00")
    morning = a_disclosure(id=DisclosureId(2), time="08:30")

    given = answered(flows=(), disclosures=(noon, morning))
    assert [event.id for event in given.events] == [2, 1]
    assert given.lines[0].times == 2


def test_the_day_of_a_move_belongs_to_one_class():
    spells = (
        a_spell(class_name="Robin", last_day=date(2025, 1, 10)),
        a_spell(id=SpellId(2), class_name="Heron", first_day=date(2025, 1, 11)),
    )
    flow = a_flow(covers=CohortRule(Reach.CLASSES, ("Heron",)))

    assert answered(as_at=date(2025, 1, 10), spells=spells, flows=(flow,)).lines == ()
    (line,) = answered(as_at=date(2025, 1, 11), spells=spells, flows=(flow,)).lines
    assert line.since == date(2025, 1, 11)


versions = st.lists(
    st.tuples(
        st.sampled_from([CATERER, OTHER]),
        st.sets(st.sampled_from(ITEMS), min_size=1),
        st.sampled_from(["continuous", "case_by_case", "daily"]),
        st.integers(1, 200),
    ),
    min_size=1,
    max_size=4,
)
sendings = st.lists(
    st.tuples(
        st.sampled_from([CATERER, OTHER]),
        st.sets(st.sampled_from(ITEMS), min_size=1),
        st.sampled_from([PURPOSE, "another purpose"]),
        st.sampled_from([None, 1, 2, 9]),
        st.integers(0, 700),
    ),
    max_size=4,
)


@given(versions=versions, sendings=sendings)
def test_nothing_that_was_given_is_missing_and_nothing_else_is_said(versions, sendings):
    flows, starts = [], FIRST
    for number, (recipient, items, cycle, days) in enumerate(versions, 1):
        last = starts + timedelta(days=days - 1)
        flow = a_flow(version=number, recipient=recipient, cycle=Code(cycle), valid_from=starts)
        flows.append(a_flow(**_of(flow), valid_to=last, items=tuple(sorted(items))))
        starts = last + timedelta(days=1)
    sent = tuple(
        a_disclosure(
            id=DisclosureId(number),
            day=FIRST + timedelta(days=days),
            recipient=recipient,
            items=tuple(sorted(items)),
            purpose=purpose,
            flow=None if version is None else FlowId(1),
            flow_version=version,
        )
        for number, (recipient, items, purpose, version, days) in enumerate(sendings, 1)
    )
    expected = {
        (flow.recipient, item)
        for flow in flows
        if flow.cycle != "case_by_case" and flow.valid_from <= date(2026, 9, 14)
        for item in flow.items
    } | {(event.recipient, item) for event in sent for item in event.items}

    lines = answered(flows=tuple(flows), disclosures=sent, recipients=BOTH).lines

    assert {(line.recipient, item) for line in lines for item in line.items} == expected
    assert sum(line.times for line in lines) == len(sent)
    for line in lines:
        assert line.until is None or line.since <= line.until


def _of(flow):
    return {
        "version": flow.version,
        "recipient": flow.recipient,
        "cycle": flow.cycle,
        "valid_from": flow.valid_from,
    }


def test_only_the_children_of_a_bulk_event_are_told_of_it():
    sent = a_disclosure(cohort=Cohort.of([PupilId(n) for n in range(2, 40)]))

    assert answered(flows=(), disclosures=(sent,)).lines == ()
