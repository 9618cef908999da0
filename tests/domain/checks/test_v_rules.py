"""Each rule of the law reference fires where it should, and stays silent where it should."""

from dataclasses import replace
from datetime import date

import pytest

from sharebook.domain.bases import BasisChain
from sharebook.domain.checks.every import findings
from sharebook.domain.checks.subjects import about_parents
from sharebook.domain.considered import NotTold
from sharebook.domain.disclosures import Decision, Receipt
from sharebook.domain.findings import Severity
from sharebook.domain.names import Code
from sharebook.words.sentences import sentence, told
from tests.builders import a_case, catalogues
from tests.domain.checks.ruled import (
    SAFE,
    SOUND,
    TODAY,
    after,
    codes,
    received,
    typed,
    under,
    with_items,
)

EARLIER = date(2026, 9, 1)
PLAIN = BasisChain(Code("A6_E"))
CONSENT = BasisChain(Code("A6_A"))
DUTY = BasisChain(Code("A6_C"), gateway=Code("GW_CENSUS"))
CRIMINAL = BasisChain(Code("A6_E"), criminal=Code("SCH1_36"))
TEN = BasisChain(Code("A6_E"), Code("A9_G"), Code("SCH1_10"))
RUNS = {"single": False, "cycle": Code("termly")}

# the rule, the finding, a case that fires, the same case put right
RULES = [
    ("V0", "no_lawful_basis", a_case(basis=BasisChain()), a_case()),
    (
        "V0",
        "basis_not_in_force",
        a_case(basis=BasisChain(Code("A6_EA")), school_kind=Code("INDEP"), day=date(2025, 1, 6)),
        a_case(basis=BasisChain(Code("A6_EA")), school_kind=Code("INDEP")),
    ),
    (
        "V0",
        "heading_is_no_basis",
        a_case(basis=BasisChain(), heading=Code("LC")),
        a_case(heading=Code("LC")),
    ),
    (
        "V1",
        "special_needs_condition",
        with_items("allergy"),
        with_items("allergy", basis=SOUND),
    ),
    (
        "V1",
        "condition_needs_partner",
        with_items("allergy", basis=replace(SOUND, schedule1="")),
        with_items("allergy", basis=SOUND),
    ),
    (
        "V1",
        "partner_does_not_fit",
        with_items("health", basis=replace(SOUND, schedule1=Code("SCH1_2"))),
        with_items("health", basis=replace(SOUND, condition="A9_H", schedule1=Code("SCH1_2"))),
    ),
    (
        "V1",
        "condition_not_for_schools",
        with_items("health", basis=replace(SOUND, condition=Code("A9_D"))),
        with_items("health", basis=SOUND),
    ),
    (
        "V1",
        "partner_not_for_schools",
        with_items("disability", basis=replace(SOUND, schedule1=Code("SCH1_16"))),
        with_items("disability", basis=SOUND),
    ),
    (
        "V1",
        "partner_not_about_one",
        typed("ethnicity", basis=replace(SOUND, schedule1=Code("SCH1_8")), pupils=1),
        typed("ethnicity", basis=replace(SOUND, schedule1=Code("SCH1_8")), pupils=60),
    ),
    (
        "V2",
        "criminal_needs_condition",
        with_items("custody"),
        with_items("custody", basis=CRIMINAL),
    ),
    (
        "V2",
        "criminal_not_for_schools",
        with_items("custody", basis=replace(CRIMINAL, criminal=Code("SCH1_35"))),
        with_items("custody", basis=CRIMINAL),
    ),
    ("V3", "duty_needs_law", a_case(basis=replace(DUTY, gateway="")), a_case(basis=DUTY)),
    (
        "V3",
        "law_not_in_force",
        a_case(basis=replace(DUTY, gateway=Code("GW_NEWPUPIL")), day=date(2024, 8, 18)),
        a_case(basis=replace(DUTY, gateway=Code("GW_NEWPUPIL")), day=date(2024, 8, 19)),
    ),
    (
        "V3",
        "law_of_elsewhere",
        a_case(basis=DUTY, nation=Code("wales")),
        a_case(basis=DUTY, nation=Code("england")),
    ),
    (
        "V3",
        "law_does_not_fit",
        a_case(basis=replace(DUTY, gateway=Code("GW_MIS"))),
        a_case(basis=replace(PLAIN, gateway=Code("GW_MIS"))),
    ),
    (
        "V3",
        "consent_not_the_reason",
        a_case(basis=replace(CONSENT, gateway=Code("GW_CENSUS")), consent="form"),
        a_case(basis=replace(CONSENT, gateway=Code("GW_PHOTO")), consent="form"),
    ),
    (
        "V3",
        "concern_rarely_a_duty",
        a_case(basis=replace(DUTY, gateway=Code("GW_S47"))),
        a_case(basis=replace(PLAIN, gateway=Code("GW_S47"))),
    ),
    ("V4", "no_live_consent", a_case(basis=CONSENT), a_case(basis=CONSENT, consent="form")),
    (
        "V4",
        "consent_beside_basis",
        a_case(consent="trip form"),
        a_case(basis=CONSENT, consent="photo form"),
    ),
    (
        "V5",
        "basis_barred_for_state_schools",
        a_case(basis=BasisChain(Code("A6_F"))),
        a_case(basis=BasisChain(Code("A6_F"), override_reason="alumni are no task of ours")),
    ),
    (
        "V6",
        "emergency_untold",
        a_case(basis=BasisChain(Code("A6_D"))),
        a_case(basis=BasisChain(Code("A6_D")), emergency="unconscious in the hall"),
    ),
    (
        "V6",
        "emergency_untold",
        typed(trigger=Code("emergency")),
        typed(trigger=Code("emergency"), emergency="a man at the gate"),
    ),
    (
        "V6",
        "emergency_look_again",
        typed(emergency="a fall", look_again=EARLIER, today=TODAY),
        typed(emergency="a fall", look_again=TODAY, today=TODAY),
    ),
    (
        "V6",
        "planned_no_emergency",
        a_case(basis=BasisChain(Code("A6_D")), **RUNS),
        a_case(basis=BasisChain(Code("A6_D")), single=False, cycle=Code("event")),
    ),
    (
        "V7",
        "policy_document_missing",
        with_items("health", basis=SOUND, policy_on_file=False),
        with_items("health", basis=replace(SOUND, policy_document="POL-3"), policy_on_file=False),
    ),
    (
        "V7",
        "policy_document_missing",
        with_items("health", basis=TEN, policy_on_file=False, recipient_kind=Code("caterer")),
        with_items("health", basis=TEN, policy_on_file=False, recipient_kind=Code("police")),
    ),
    (
        "V8",
        "contract_missing",
        a_case(**received(role=Code("processor"))),
        a_case(**received(role=Code("processor"), contract="C-17")),
    ),
    (
        "V9",
        "transfer_missing",
        a_case(**received(country="US")),
        a_case(**received(country="GB")),
    ),
    (
        "V9",
        "transfer_not_in_force",
        a_case(**received(country="US", transfer=Code("eea_only"))),
        a_case(**received(country="US", transfer=Code("adequacy"))),
    ),
    (
        "V9",
        "transfer_not_for_regular",
        a_case(**RUNS, **received(country="US", transfer=Code("derogation"))),
        a_case(**received(country="US", transfer=Code("derogation"))),
    ),
    (
        "V9",
        "transfer_not_assessed",
        a_case(**received(country="US", transfer=Code("idta"))),
        a_case(**received(country="US", transfer=Code("idta"), assessment="TRA-2")),
    ),
    (
        "V10",
        "no_consent_unsaid",
        with_items("health", basis=replace(SAFE, no_consent_reason="")),
        with_items("health", basis=SAFE),
    ),
    (
        "V11",
        "belongs_sealed",
        typed("chronology", family_told=Code("told_before")),
        typed("chronology", family_told=Code("told_before"), sealed=True),
    ),
    ("S11", "reason_unsaid", typed("bank_details", reason=""), typed("bank_details")),
    ("S11", "reason_unsaid", typed("chronology", reason=""), typed("name", reason="")),
    ("", "family_unsaid", typed("chronology"), typed("chronology", family_told="told_after")),
    (
        "",
        "not_told_unexplained",
        typed("name", reason="", family_told="not_told_yet", **under()),
        typed(family_told="not_told_yet"),
    ),
    (
        "",
        "not_told_without_end",
        typed(family_told="not_told_risk"),
        typed(family_told="not_told_risk", not_told=NotTold(TODAY, "the lead", "unsafe")),
    ),
    (
        "",
        "not_told_look_again",
        typed(family_told="not_told_risk", not_told=NotTold(EARLIER), today=TODAY),
        typed(family_told="not_told_risk", not_told=NotTold(TODAY), today=TODAY),
    ),
    (
        "S13",
        "confidence_unsaid",
        typed("medicine", basis=SOUND),
        typed("medicine", basis=replace(SOUND, confidentiality=Code("agreed"))),
    ),
    ("S13", "confidence_unsaid", typed("medicine", basis=SOUND), typed("dob", basis=SOUND)),
    ("", "heading_misleads", a_case(heading=Code("CO")), a_case(heading=Code("PI"))),
    (
        "S9",
        "only_when_unsaid",
        typed(reason="", **under(only_when="no longer supplied nationally")),
        typed(**under(only_when="no longer supplied nationally")),
    ),
    (
        "",
        "items_beyond_flow",
        typed("name", "dob", reason="", **under()),
        typed("name", reason="", **under()),
    ),
    (
        "",
        "optional_items_sent",
        typed("name", "dob", reason="", **under(optional=(Code("dob"),))),
        typed("name", "dob", **under(optional=(Code("dob"),))),
    ),
    (
        "S14",
        "items_ask_why",
        typed("bank_details", reason="", **under()),
        typed("bank_details", **under()),
    ),
    (
        "S13",
        "form_unanswered",
        typed(trigger=Code("request")),
        typed(trigger=Code("request"), answers={"power": "s.47", "retention": "six years"}),
    ),
    (
        "P9",
        "refusal_unexplained",
        typed(reason="", decision=Decision.DEFERRED),
        typed(decision=Decision.DEFERRED),
    ),
    (
        "S15",
        "nobody_named",
        typed(method=Code("hand")),
        typed(method=Code("hand"), named="Sam Pretend"),
    ),
    (
        "S15",
        "tracking_missing",
        typed(method=Code("post_special")),
        typed(method=Code("post_special"), tracking="XX 12"),
    ),
    (
        "S15",
        "receipt_wanted",
        typed(method=Code("post_special")),
        typed(method=Code("post_special"), receipt=Receipt.EXPECTED),
    ),
    (
        "",
        "agreement_missing",
        a_case(**RUNS, **under(), **received(role=Code("joint_controller"))),
        a_case(**RUNS, **under(agreed=True), **received(role=Code("joint_controller"))),
    ),
    (
        "",
        "agreement_over",
        a_case(**under(agreed=True, agreement_ends=EARLIER), **received(role=Code("controller"))),
        a_case(**under(agreed=True, agreement_ends=TODAY), **received(role=Code("controller"))),
    ),
    (
        "",
        "agreement_review_past",
        a_case(**under(agreed=True, review_due=EARLIER), **received(role=Code("controller"))),
        a_case(**under(agreed=True, review_due=TODAY), **received(role=Code("controller"))),
    ),
    ("", "recipient_left", a_case(**received(ended=EARLIER)), a_case(**received(ended=TODAY))),
    (
        "",
        "recipient_succeeded",
        a_case(**received(ended=EARLIER, heir="Placeholder Plates")),
        a_case(**received(heir="Placeholder Plates")),
    ),
]


@pytest.mark.parametrize(("rule", "code", "wrong", "right"), RULES, ids=lambda it: str(it)[:24])
def test_a_rule_fires_once_and_is_silent_when_all_is_right(rule, code, wrong, right):
    (found,) = [each for each in findings(wrong) if each.code == code]
    assert found.rule == rule
    assert code not in codes(right)


@pytest.mark.parametrize(("code", "wrong"), [(it[1], it[2]) for it in RULES], ids=str)
def test_a_finding_is_told_in_words_with_what_to_do_and_where_it_comes_from(code, wrong):
    found = next(each for each in findings(wrong) if each.code == code)

    assert told(found)
    assert sentence(f"{code}_do", found.facts)
    row = catalogues().questions[Code(code)]
    assert found.source == (row.law or row.source)


@pytest.mark.parametrize(("code", "wrong"), [(it[1], it[2]) for it in RULES], ids=str)
def test_one_click_ends_the_finding_where_there_is_a_usual_choice(code, wrong):
    found = next(each for each in findings(wrong) if each.code == code)

    if found.suggestion or found.choice:
        assert code not in codes(after(wrong, found))


@pytest.mark.parametrize("code", [it[1] for it in RULES])
def test_the_law_alone_stops_and_all_else_may_stay(code):
    wrong = next(it[2] for it in RULES if it[1] == code)
    found = next(each for each in findings(wrong) if each.code == code)

    assert found.may_stay is (found.severity is not Severity.STOP)


def test_items_that_tell_of_a_parent_are_told_apart():
    found = about_parents(with_items("name", "parent_ni_number", "bank_details").items)

    assert [item.code for item in found] == ["parent_ni_number", "bank_details"]
    assert about_parents(with_items("name", "allergy").items) == ()


def test_a_mistake_stops_nobody_from_telling_it():
    case = a_case(basis=CONSENT, in_error=True)

    assert {each.severity for each in findings(case)} == {Severity.WARNING}


def test_regular_sharing_from_the_ready_made_list_is_asked_nothing():
    """Calm: a routine flow as shipped has no findings at all in the nation it is for."""
    lists = catalogues()
    for row in lists.starter_flows.values():
        gateway = lists.gateways.get(row.gateway)
        if row.standing == "reserved" or not row.in_force(TODAY):
            continue
        if gateway is not None and not gateway.in_force(TODAY):
            continue
        case = a_case(
            basis=BasisChain(
                row.lawful_basis,
                row.condition,
                row.schedule1,
                row.criminal,
                row.gateway,
                no_consent_reason=row.no_consent_reason,
            ),
            school_kind=Code((row.school_types or ("MAINT",))[0]),
            nation=Code("england"),
            item_codes=tuple(code for code in row.items if not lists.items[code].locked),
            recipient_kind=row.kind,
            heading=row.heading,
            cycle=row.cycle,
            single=False,
            **received(role=row.role, contract="C-1", country="GB"),
            **under(items=row.items, ready_made=True, agreed=row.role == "joint_controller"),
        )
        assert [told(each) for each in findings(case)] == [], row.code
