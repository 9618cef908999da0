"""The rules about receiver, form and family, each with a case that fires and one that does not."""

from dataclasses import replace
from datetime import date

from sharebook.domain.considered import NotTold
from sharebook.domain.disclosures import Decision, Receipt
from sharebook.domain.names import NO_CODE, Code
from tests.builders import a_case
from tests.domain.checks.ruled import SAFE, SOUND, TODAY, received, typed, under, with_items

EARLIER = date(2026, 9, 1)
RUNS = {"single": False, "cycle": Code("termly")}


# the rule, the finding, a case that fires, the same case put right
PRACTICE = [
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
        with_items("health", basis=replace(SAFE, no_consent_reason=NO_CODE)),
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
