"""What the data protection officer decided about a row, and what follows from it."""

from dataclasses import replace
from datetime import date

import pytest

from sharebook.domain.amendments import AMENDABLE, Amendment, AmendmentId, Switch, amended
from sharebook.domain.bases import BasisChain
from sharebook.domain.catalogue import Certainty
from sharebook.domain.checks.every import findings
from sharebook.domain.errors import Refused
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.names import Code
from sharebook.services.amending import Amending, Decision
from sharebook.services.explaining import Explaining
from sharebook.words.law import LISTS, decided, stands
from tests.builders import a_case, catalogues

PAT = "Pat Inkwell"
DAY = date(2027, 1, 11)
NEW_DUTY = Code("GW_16LA")
BEGUN = Decision(Switch.ON, DAY, "It began on that day.", "Sam Ledger, DPO")


@pytest.fixture
def amending(register, clock):
    return Amending(register, catalogues(), clock)


def own(register):
    return [each.record for each in register.current(Amendment)]


def lists(register):
    return amended(catalogues(), own(register))


def test_a_law_that_has_begun_is_switched_on_from_its_day(amending, register):
    amending.decide("gateways", NEW_DUTY, BEGUN, PAT)
    row = lists(register).gateways[NEW_DUTY]
    assert not row.in_force(date(2027, 1, 10))
    assert row.in_force(DAY)
    assert not catalogues().gateways[NEW_DUTY].in_force(DAY)


def test_the_checks_follow_the_decision(amending, register):
    basis = BasisChain(Code("A6_C"), gateway=NEW_DUTY)

    def codes(these):
        return {each.code for each in findings(a_case(catalogues=these, basis=basis, day=DAY))}

    assert "law_not_in_force" in codes(catalogues())
    amending.decide("gateways", NEW_DUTY, BEGUN, PAT)
    assert "law_not_in_force" not in codes(lists(register))


def test_a_row_that_is_switched_off_still_counts_for_what_was_before(amending, register):
    off = replace(BEGUN, switch=Switch.OFF)
    amending.decide("gateways", Code("GW_KS1"), off, PAT)
    row = lists(register).gateways[Code("GW_KS1")]
    assert row.in_force(date(2027, 1, 10))
    assert not row.in_force(DAY)


def test_what_is_uncertain_is_to_be_confirmed_once_it_is_switched_on(amending, register):
    amending.decide("timeline", Code("kcsie_2026"), BEGUN, PAT)
    row = lists(register).timeline[Code("kcsie_2026")]
    assert row.certainty is Certainty.KNOWLEDGE
    assert row.in_force(DAY)


def test_own_words_lie_over_the_shipped_ones(amending, register):
    words = Decision(Switch.SHIPPED, DAY, "We say it so", "Sam Ledger", "  The council’s copy ")
    amending.decide("gateways", Code("GW_CENSUS_LA"), words, PAT)
    assert lists(register).gateways[Code("GW_CENSUS_LA")].words == "The council’s copy"
    assert decided(own(register)[0]) == "Your own words"


def test_a_later_decision_takes_the_place_of_the_earlier_and_both_stay(amending, register):
    first = amending.decide("gateways", NEW_DUTY, BEGUN, PAT)
    again = replace(BEGUN, switch=Switch.SHIPPED, because="Too early")
    second = amending.decide("gateways", NEW_DUTY, again, PAT)
    assert second.id == first.id
    assert own(register) == [second]
    assert [each.record for each in register.versions(Amendment, first.id)] == [first, second]
    assert not lists(register).gateways[NEW_DUTY].in_force(DAY)


def test_two_rows_have_a_decision_each(amending, register):
    amending.decide("gateways", NEW_DUTY, BEGUN, PAT)
    amending.decide("gateways", Code("GW_CSA"), BEGUN, PAT)
    assert [each.id for each in own(register)] == [1, 2]


@pytest.mark.parametrize(
    ("name", "code", "changes", "refusal", "field"),
    [
        ("headings", "PI", {}, "law_list_unknown", "list"),
        ("gateways", "GW_MOON", {}, "law_row_unknown", "row"),
        ("gateways", "GW_16LA", {"because": " "}, "law_needs_because", "because"),
        ("gateways", "GW_16LA", {"approved_by": ""}, "law_needs_word", "approved_by"),
        ("gateways", "GW_16LA", {"switch": Switch.SHIPPED}, "law_nothing_changes", "switch"),
    ],
)
def test_what_does_not_stand_is_refused_and_nothing_is_written(
    amending, register, name, code, changes, refusal, field
):
    with pytest.raises(Refused) as refused:
        amending.decide(name, Code(code), replace(BEGUN, **changes), PAT)
    assert (refused.value.code, refused.value.field) == (refusal, field)
    assert own(register) == []


def test_a_decision_outlives_the_row_and_waits(amending, register, clock):
    amending.decide("gateways", NEW_DUTY, BEGUN, PAT)
    rest = {code: row for code, row in catalogues().gateways.items() if code != NEW_DUTY}
    later = replace(catalogues(), gateways=rest)
    assert NEW_DUTY not in amended(later, own(register)).gateways
    (waiting,) = [
        each for each in Amending(register, later, clock).lines("gateways") if not each.shipped
    ]
    assert waiting.code == NEW_DUTY
    assert stands(waiting.here, DAY) == "Not shipped any more"


def test_what_ships_as_law_later_counts_as_shipped(amending, register):
    amending.decide("gateways", NEW_DUTY, BEGUN, PAT)
    begun = replace(
        catalogues().gateways[NEW_DUTY],
        status=catalogues().gateways[Code("GW_CENSUS")].status,
        valid_from=date(2026, 12, 1),
    )
    later = replace(catalogues(), gateways={**catalogues().gateways, NEW_DUTY: begun})
    assert amended(later, own(register)).gateways[NEW_DUTY] == begun


def test_a_decision_about_a_list_nobody_knows_changes_nothing():
    odd = Amendment(
        AmendmentId(1), Code("moons"), Code("X"), Switch.ON, DAY, "", "because", "Sam Ledger"
    )
    assert amended(catalogues(), [odd]) == catalogues()


def test_every_list_that_may_be_changed_exists_and_has_a_name():
    assert all(getattr(catalogues(), name) for name in AMENDABLE)
    assert set(LISTS) == set(AMENDABLE)


# ------------------------------------------------------------------ why does the program ask this?


def test_a_finding_is_explained_by_its_rule_then_by_what_it_suggests(amending):
    finding = Finding(
        "special_needs_condition",
        Severity.WARNING,
        field="condition",
        suggestion=Code("A9_H"),
        suggestion2=Code("SCH1_2"),
    )
    told = Explaining(catalogues(), amending).finding(finding, DAY)
    assert [each.list for each in told] == ["questions", "conditions", "schedule1"]
    assert told[0].cited == "UK GDPR Article 9"
    assert "confirm" in told[0].sure
    assert told[2].cited == "Schedule 1 Part 1 paragraph 2"
    assert "Looked up in the law itself" in told[2].sure


def test_a_chain_says_since_when_it_is_in_force(amending):
    chain = BasisChain(Code("A6_C"), gateway=Code("GW_NEWPUPIL"))
    told = Explaining(catalogues(), amending).chain(chain, DAY)
    assert [each.code for each in told] == ["A6_C", "GW_NEWPUPIL"]
    assert told[1].counts == "In force since 19 August 2024."


def test_law_that_has_not_begun_says_so_and_the_school_s_word_is_told(amending, register):
    why = Explaining(catalogues(), amending)
    before = why.row("gateways", NEW_DUTY, DAY)
    assert before is not None
    assert "has not begun" in before.counts
    assert before.ours == ""
    amending.decide("gateways", NEW_DUTY, BEGUN, PAT)
    after = Explaining(lists(register), amending).row("gateways", NEW_DUTY, DAY)
    assert after is not None
    assert after.counts == "In force since 11 January 2027."
    assert "Sam Ledger, DPO" in after.ours
    assert "written by Pat Inkwell" in after.ours


def test_what_no_list_holds_is_not_explained(amending):
    why = Explaining(catalogues(), amending)
    assert why.row("gateways", Code("GW_MOON"), DAY) is None
    assert why.row("", Code("A6_C"), DAY) is None
    assert why.finding(Finding("shut", Severity.GAP), DAY) == ()
