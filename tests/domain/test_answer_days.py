"""Of every single day: a line holds it if the data went out on it, and only then."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sharebook.domain.bases import BasisChain
from sharebook.domain.flows import CohortRule, Reach
from sharebook.domain.names import Code, ExclusionId, FlowId, SpellId
from sharebook.domain.recipients import FormerName
from tests.builders import (
    CATERER,
    a_disclosure,
    a_flow,
    a_pupil,
    a_recipient,
    a_spell,
    an_exclusion,
    answered,
)

FIRST = date(2024, 9, 1)
LAST = 120  # days looked at
FLOWS = [None, FlowId(1), FlowId(2)]


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def stretch(longest: int) -> st.SearchStrategy[tuple[int, int]]:
    return st.tuples(st.integers(0, LAST), st.integers(0, longest))


spells = st.lists(st.tuples(stretch(60), st.sampled_from(["Robin", "Wren"])), max_size=4)
shut_out = st.lists(st.tuples(stretch(30), st.sampled_from(FLOWS)), max_size=3)
versions = st.lists(
    st.tuples(st.integers(1, 60), st.sampled_from(["A6_E", "A6_A", "A6_C"])), min_size=1, max_size=3
)


def flow_versions(given_versions):
    """Return versions one after the other for the children of Robin class."""
    starts, found = FIRST, []
    for number, (days, basis) in enumerate(given_versions, 1):
        last = starts + timedelta(days=days - 1)
        found.append(
            a_flow(
                version=number,
                valid_from=starts,
                valid_to=last,
                basis=BasisChain(Code(basis)),
                covers=CohortRule(Reach.CLASSES, ("Robin",)),
            )
        )
        starts = last + timedelta(days=1)
    return tuple(found)


def went_out(on: date, flows, on_roll, exclusions) -> bool:
    """Say by the plainest means whether the first flow carried the child's data on a day."""
    runs = any(flow.runs_on(on) for flow in flows)
    here = any(spell.covers(on) and spell.class_name == "Robin" for spell in on_roll)
    shut = any(each.holds_on(on) and each.flow in (None, FlowId(1)) for each in exclusions)
    return runs and here and not shut


@given(spells, shut_out, versions)
def test_each_day_is_on_the_line_if_the_data_went_out_on_it(classes, shut, told):
    on_roll = tuple(
        a_spell(id=SpellId(n), class_name=name, first_day=day(first), last_day=day(first + days))
        for n, ((first, days), name) in enumerate(classes, 1)
    )
    exclusions = tuple(
        an_exclusion(id=ExclusionId(n), first_day=day(first), last_day=day(first + days), flow=flow)
        for n, ((first, days), flow) in enumerate(shut, 1)
    )
    flows = flow_versions(told)
    end = day(LAST + 100)

    lines = answered(end, spells=on_roll, exclusions=exclusions, flows=flows).lines
    said = {
        each.first + timedelta(days=n)
        for line in lines
        for each in line.periods
        for n in range((each.last - each.first).days + 1)
    }

    wanted = {day(n) for n in range(LAST + 101) if went_out(day(n), flows, on_roll, exclusions)}
    assert said == wanted
    for line in lines:
        for before in line.bases_before:
            assert line.since <= before.until < line.periods[-1].last


@given(spells, shut_out, versions, st.integers(0, LAST))
def test_on_each_day_it_runs_if_the_data_went_out_on_that_day(classes, shut, told, on):
    on_roll = tuple(
        a_spell(id=SpellId(n), class_name=name, first_day=day(first), last_day=day(first + days))
        for n, ((first, days), name) in enumerate(classes, 1)
    )
    exclusions = tuple(
        an_exclusion(id=ExclusionId(n), first_day=day(first), last_day=day(first + days), flow=flow)
        for n, ((first, days), flow) in enumerate(shut, 1)
    )
    flows = flow_versions(told)

    given_answer = answered(day(on), spells=on_roll, exclusions=exclusions, flows=flows)

    assert bool(given_answer.regular) == went_out(day(on), flows, on_roll, exclusions)


def test_names_of_a_time_before_the_child_came_are_not_told():
    renamed = a_recipient(
        former_names=(FormerName("First", date(2023, 1, 31)), FormerName("Second", day(40)))
    )
    spell = a_spell(first_day=FIRST)

    (line,) = answered(spells=(spell,), recipients={CATERER: renamed}).lines
    assert [(each.value, each.until) for each in line.names_before] == [("Second", day(40))]


def test_a_sending_on_another_basis_than_the_flows_is_told_by_itself():
    sent = a_disclosure(
        flow=FlowId(1),
        flow_version=1,
        purpose=a_flow().purpose,
        basis=BasisChain(Code("A6_D")),
    )

    regular, once = answered(disclosures=(sent,)).lines
    assert (regular.times, once.times) == (0, 1)
    assert once.basis.lawful_basis == "A6_D"


def test_a_protected_child_let_in_by_name_is_carried_and_others_are_not():
    hidden = a_pupil(protected=True)
    flow = a_flow(protected_off=True)
    let_in = a_flow(protected_off=True, let_in=(hidden.id,))

    assert answered(pupil=hidden, flows=(flow,)).lines == ()
    assert len(answered(pupil=hidden, flows=(let_in,)).lines) == 1
    assert len(answered(flows=(flow,)).lines) == 1


def test_a_flag_counts_on_the_days_it_stood():
    flagged, plain = a_pupil(flags=("young carer",)), a_pupil()
    flow = a_flow(covers=CohortRule(Reach.FLAG, ("young carer",)))
    earlier = ((day(9), plain), (day(29), flagged), (day(49), plain))

    (line,) = answered(pupil=flagged, flows=(flow,), earlier=earlier).lines
    assert [(each.first, each.last) for each in line.periods] == [
        (day(10), day(29)),
        (day(50), date(2026, 9, 14)),
    ]
