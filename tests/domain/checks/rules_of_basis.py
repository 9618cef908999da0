"""The rules about the basis chain, each with a case that fires and one that does not."""

from dataclasses import replace
from datetime import date

from sharebook.domain.bases import BasisChain
from sharebook.domain.names import NO_CODE, Code
from tests.builders import a_case
from tests.domain.checks.ruled import SOUND, TODAY, typed, with_items

EARLIER = date(2026, 9, 1)
PLAIN = BasisChain(Code("A6_E"))
CONSENT = BasisChain(Code("A6_A"))
DUTY = BasisChain(Code("A6_C"), gateway=Code("GW_CENSUS"))
CRIMINAL = BasisChain(Code("A6_E"), criminal=Code("SCH1_36"))
TEN = BasisChain(Code("A6_E"), Code("A9_G"), Code("SCH1_10"))
RUNS = {"single": False, "cycle": Code("termly")}


# the rule, the finding, a case that fires, the same case put right
BASIS = [
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
        with_items("allergy", basis=replace(SOUND, schedule1=NO_CODE)),
        with_items("allergy", basis=SOUND),
    ),
    (
        "V1",
        "partner_does_not_fit",
        with_items("health", basis=replace(SOUND, schedule1=Code("SCH1_2"))),
        with_items(
            "health", basis=replace(SOUND, condition=Code("A9_H"), schedule1=Code("SCH1_2"))
        ),
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
    ("V3", "duty_needs_law", a_case(basis=replace(DUTY, gateway=NO_CODE)), a_case(basis=DUTY)),
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
]
