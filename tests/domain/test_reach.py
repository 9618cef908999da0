"""For any rule and any spells, the figure beside the rule is what coverage says of that day."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sharebook.domain.coverage import coverage
from sharebook.domain.flows import CohortRule, Reach
from sharebook.domain.intervals import Interval
from sharebook.domain.names import ExclusionId, FlowId, PupilId, SpellId
from sharebook.domain.protection import leaves_out_protected
from sharebook.domain.reach import reached
from tests.builders import CATERER, a_flow, a_pupil, a_spell, an_exclusion, catalogues

DAY = date(2026, 9, 14)
days = st.integers(-40, 40).map(lambda n: DAY + timedelta(days=n))
pupils = st.integers(1, 4).map(PupilId)
rules = st.one_of(
    st.just(CohortRule()),
    st.sets(st.sampled_from("R123")).map(lambda it: CohortRule(Reach.YEARS, tuple(sorted(it)))),
    st.sets(st.sampled_from(["Wren", "Heron"])).map(
        lambda it: CohortRule(Reach.CLASSES, tuple(sorted(it)))
    ),
    st.just(CohortRule(Reach.FLAG, ("SEN support",))),
    st.sets(pupils).map(lambda it: CohortRule(Reach.PICKED, pupils=tuple(sorted(it)))),
)
spells = st.lists(
    st.builds(
        lambda pupil, year, room, first, last: a_spell(
            pupil=pupil, year=year, class_name=room, first_day=first, last_day=last
        ),
        pupils,
        st.sampled_from("R123"),
        st.sampled_from(["Wren", "Heron"]),
        days,
        st.none() | days,
    ),
    max_size=7,
)
exclusions = st.lists(
    st.builds(
        lambda pupil, first, last, flow: an_exclusion(
            id=ExclusionId(1), pupil=pupil, first_day=first, last_day=last, flow=flow
        ),
        pupils,
        days,
        st.none() | days,
        st.sampled_from([None, FlowId(1), FlowId(2)]),
    ),
    max_size=3,
)


@given(rules, spells, exclusions, st.booleans(), st.sets(pupils))
def test_the_figure_is_what_coverage_says(rule, all_spells, shut, off, let_in):
    flow = a_flow(
        covers=rule, protected_off=off, let_in=tuple(let_in), valid_from=DAY - timedelta(days=90)
    )
    children = [
        a_pupil(id=PupilId(n), protected=n > 2, flags=("SEN support",) if n % 2 else ())
        for n in range(1, 5)
    ]
    mine = {
        child.id: [
            replace(spell, id=SpellId(place))
            for place, spell in enumerate(all_spells)
            if spell.pupil == child.id
        ]
        for child in children
    }
    roll = [(it, [one for one in mine[it.id] if one.covers(DAY)]) for it in children]

    found = reached(flow, roll, shut, DAY)

    told = {
        child.id
        for child in children
        if any(
            span.meet(Interval(DAY, DAY))
            for span in coverage(
                flow, child, mine[child.id], [it for it in shut if it.pupil == child.id], DAY
            )
        )
    }
    assert found.pupils == told
    assert found.on_roll == sum(1 for _, there in roll if there)
    assert not found.protected & found.pupils
    assert not found.shut_out & found.pupils


def test_a_rule_without_anybody_names_nobody():
    assert CohortRule().names_somebody
    assert not CohortRule(Reach.YEARS).names_somebody
    assert not CohortRule(Reach.PICKED).names_somebody


def test_those_who_must_be_told_of_everyone_do_not_leave_protected_children_out():
    kinds = catalogues().recipient_kinds
    off = {code for code, row in kinds.items() if leaves_out_protected(row)}
    assert {"photographer", "club", "caterer", "media", "learning_platform"} <= off
    assert not {"mis", "local_authority", "government", "social_care", "police"} & off
    assert leaves_out_protected(None)
    assert CATERER == 1
