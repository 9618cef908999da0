"""Which backups may go: whatever the rules, some must stay."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sharebook.bootstrap.keeping import keeping
from sharebook.domain.backups import Period, Rule, Which, kept_by, to_drop

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Made:
    moment: datetime


hours = st.lists(st.integers(0, 24 * 900), max_size=80).map(
    lambda ages: [Made(NOON - timedelta(hours=age)) for age in ages]
)
rules = st.lists(
    st.builds(Rule, st.sampled_from(Period), st.integers(0, 12), st.sampled_from(Which)),
    max_size=4,
)


def newest_first(backups):
    return sorted(backups, key=lambda each: each.moment, reverse=True)


def left(backups, some_rules):
    gone = {id(each) for each in to_drop(backups, some_rules)}
    return [each for each in newest_first(backups) if id(each) not in gone]


@given(hours, rules)
def test_the_newest_never_goes(backups, some_rules):
    assert left(backups, some_rules)[:1] == newest_first(backups)[:1]


@given(hours, rules)
def test_what_any_rule_keeps_stays(backups, some_rules):
    stayed = {id(each) for each in left(backups, some_rules)}

    for rule in some_rules:
        assert {id(each) for each in kept_by(newest_first(backups), rule)} <= stayed


@given(hours)
def test_each_of_the_newest_days_weeks_and_months_keeps_its_last(backups):
    stayed = left(backups, keeping().rules)
    starts = {
        Period.DAY: lambda day: day.date(),
        Period.WEEK: lambda day: day.date() - timedelta(days=day.weekday()),
        Period.MONTH: lambda day: (day.year, day.month),
    }

    for period, count in ((Period.DAY, 12), (Period.WEEK, 10), (Period.MONTH, 9)):
        start = starts[period]
        wanted = sorted({start(each.moment) for each in backups}, reverse=True)[:count]
        for each in wanted:
            last = max(b.moment for b in backups if start(b.moment) == each)
            assert last in {b.moment for b in stayed}


@given(hours)
def test_thinning_twice_takes_nothing_more(backups):
    once = left(backups, keeping().rules)

    assert to_drop(once, keeping().rules) == []


@given(hours)
def test_all_of_the_last_two_days_stay_and_no_crowd_does(backups):
    stayed = left(backups, keeping().rules)
    two_days = sorted({each.moment.date() for each in backups}, reverse=True)[:2]

    for each in backups:
        assert each.moment.date() not in two_days or each in stayed
    older = [each for each in stayed if each.moment.date() not in two_days]
    assert len(older) <= 12 + 10 + 9


def test_years_of_daily_work_leave_most_of_a_year_to_look_back_on():
    daily = [Made(NOON - timedelta(days=age)) for age in range(1000)]

    stayed = left(daily, keeping().rules)

    ages = [(NOON - each.moment).days for each in stayed]
    assert ages[:12] == list(range(12))
    assert 210 <= ages[-1] <= 280
    assert len(stayed) < 32


def test_nothing_is_thinned_for_a_month_after_a_restore():
    assert keeping().pause == timedelta(days=30)
