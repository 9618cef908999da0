"""Combinations that look wrong are found; right ones are left in peace."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharebook.domain.bases import BasisChain
from sharebook.domain.checks.every import findings
from sharebook.domain.disclosures import GAVE_DATA, Decision
from sharebook.domain.findings import Severity
from sharebook.domain.names import NO_CODE, Code
from sharebook.words.sentences import sentence, told
from tests.builders import a_case, catalogues

SOUND = BasisChain(Code("A6_E"), Code("A9_G"), Code("SCH1_6"))


def codes(**changes: object) -> set[str]:
    return {finding.code for finding in findings(a_case(**changes))}


def test_an_ordinary_case_has_nothing_to_say():
    assert findings(a_case()) == ()


def test_special_items_without_a_condition_are_found_and_the_usual_one_is_offered():
    found = findings(a_case(item_codes=(Code("allergy"),)))

    (finding,) = found
    assert finding.code == "special_needs_condition"
    assert finding.severity is Severity.WARNING
    assert finding.suggestion in catalogues().conditions
    assert "allergy" in told(finding)


def test_health_staff_are_offered_the_health_condition():
    (finding,) = findings(a_case(item_codes=(Code("health"),), recipient_kind=Code("nhs")))

    assert (finding.suggestion, finding.suggestion2) == (Code("A9_H"), Code("SCH1_2"))


def test_a_condition_without_its_partner_is_found():
    basis = BasisChain(Code("A6_E"), Code("A9_G"))

    assert codes(item_codes=(Code("allergy"),), basis=basis) == {"condition_needs_partner"}


def test_special_items_with_both_conditions_are_fine():
    assert codes(item_codes=(Code("allergy"),), basis=SOUND) == set()


def test_criminal_items_want_a_condition_that_serves_criminal_data():
    items = (Code("alleged_offence"),)

    assert "criminal_needs_condition" in codes(item_codes=items)
    serving = next(row.code for row in catalogues().schedule1.values() if row.for_criminal)
    basis = BasisChain(Code("A6_E"), criminal=serving)
    assert "criminal_needs_condition" not in codes(item_codes=items, basis=basis)


def test_a_legal_obligation_must_name_its_law():
    assert codes(basis=BasisChain(Code("A6_C"))) == {"duty_needs_law"}
    assert codes(basis=BasisChain(Code("A6_C"), gateway=Code("GW_CENSUS"))) == set()


def test_a_law_that_has_not_begun_cannot_be_relied_on():
    basis = BasisChain(Code("A6_C"), gateway=Code("GW_16LA"))

    assert codes(basis=basis) == {"law_not_in_force"}


def test_sharing_on_consent_stops_without_a_consent():
    basis = BasisChain(Code("A6_A"))

    (finding,) = findings(a_case(basis=basis))
    assert (finding.code, finding.severity) == ("no_live_consent", Severity.STOP)
    assert codes(basis=basis, consent="form of 1 June 2026") == set()


def test_a_state_school_may_not_use_legitimate_interests_without_the_officers_reason():
    for code in (Code("A6_EA"), Code("A6_F")):
        assert codes(basis=BasisChain(code)) == {"basis_barred_for_state_schools"}
        reasoned = BasisChain(code, override_reason="not one of the school’s tasks: alumni")
        assert codes(basis=reasoned) == set()
        assert codes(basis=BasisChain(code), school_kind=Code("INDEP")) == set()


def test_vital_interests_ask_what_the_emergency_was():
    basis = BasisChain(Code("A6_D"))

    assert codes(basis=basis) == {"emergency_untold"}
    assert codes(basis=basis, emergency="unconscious in the hall") == set()


def test_a_shut_out_child_stops_the_sharing():
    assert "pupil_shut_out" in codes(shut_out=("Bea Exampleby",))


def test_a_protected_childs_whereabouts_stay_locked():
    items = (Code("refuge"),)

    assert "whereabouts_named" in codes(item_codes=items)
    assert "whereabouts_locked" in codes(item_codes=items, protected=("Bea Exampleby",))


def test_a_reserved_flow_may_not_be_used():
    assert "flow_reserved" in codes(reserved=True)


def test_ordinary_email_is_warned_of():
    assert codes(method=Code("ordinary_email")) == {"method_not_secure"}


def test_a_refusal_is_asked_only_who_decided():
    case = {
        "decision": Decision.REFUSED,
        "item_codes": (Code("allergy"), Code("alleged_offence")),
        "basis": BasisChain(),
        "shut_out": ("Bea Exampleby",),
    }

    assert codes(**case) == set()
    assert codes(**case, decided_by="") == {"decider_unnamed"}


def test_a_refusal_under_a_basis_the_school_may_not_use_can_be_kept():
    case = a_case(basis=BasisChain(Code("A6_F")), decision=Decision.REFUSED)

    assert findings(case) == ()


def test_regular_sharing_says_how_often():
    assert codes(single=False) == {"cycle_unnamed"}
    assert codes(single=False, cycle=Code("daily")) == set()
    assert codes(cycle=NO_CODE) == set()  # a single act has no rhythm


def code_of(table: str) -> st.SearchStrategy[Code]:
    known = list(getattr(catalogues(), table))
    return st.sampled_from([NO_CODE, Code("nobody knows this"), *known])


CHAINS = st.builds(
    BasisChain,
    lawful_basis=code_of("lawful_bases"),
    condition=code_of("conditions"),
    schedule1=code_of("schedule1"),
    criminal=code_of("schedule1"),
    gateway=code_of("gateways"),
    override_reason=st.sampled_from(["", "because"]),
)
CASES = st.builds(
    a_case,
    basis=CHAINS,
    item_codes=st.lists(code_of("items"), max_size=4).map(tuple),
    recipient_kind=code_of("recipient_kinds"),
    heading=code_of("headings"),
    school_kind=code_of("school_types"),
    method=code_of("methods"),
    decision=st.sampled_from(Decision),
    consent=st.sampled_from(["", "form"]),
    emergency=st.sampled_from(["", "a fall"]),
    single=st.booleans(),
    in_notice=st.booleans(),
)


@given(CASES)
def test_checks_never_raise_and_every_finding_has_its_words(case):
    for finding in findings(case):
        assert told(finding)
        assert sentence(f"{finding.code}_do", finding.facts)


FILLED_BY = {"override_reason": "lawful_basis"}


@given(CASES)
def test_taking_the_usual_choice_ends_the_finding(case):
    for finding in findings(case):
        if not finding.suggestion:
            continue
        field = FILLED_BY.get(finding.field, finding.field)
        basis = replace(case.basis, **{field: finding.suggestion})
        if finding.suggestion2:
            basis = replace(basis, schedule1=finding.suggestion2)

        after = {each.code for each in findings(replace(case, basis=basis))}
        assert finding.code not in after
        if field == "condition":
            assert "condition_needs_partner" not in after
        if field == "lawful_basis" and finding.field == "lawful_basis":
            assert "no_lawful_basis" not in after


@given(CASES)
def test_what_gave_nothing_is_never_stopped(case):
    if case.decision not in GAVE_DATA:
        assert {each.severity for each in findings(case)} <= {Severity.GAP}


@given(CASES)
def test_findings_come_gravest_first(case):
    order = [list(Severity).index(finding.severity) for finding in findings(case)]

    assert order == sorted(order)


@pytest.mark.parametrize("kind", ["MAINT", "ACAD", "INDEP", "PRU"])
@given(items=st.lists(st.sampled_from(list(catalogues().items)), max_size=5))
def test_there_is_always_a_choice_that_may_be_saved(kind, items):
    """No state in which every choice is refused: public task, or for private schools another."""
    allowed = [
        basis
        for basis in catalogues().lawful_bases
        if not any(
            finding.severity is Severity.STOP
            for finding in findings(
                a_case(
                    item_codes=tuple(items),
                    school_kind=Code(kind),
                    basis=BasisChain(basis),
                    consent="form",
                )
            )
        )
    ]
    assert allowed
