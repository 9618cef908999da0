"""Agreements: added, changed, renewed with a line of history, ended; what is due follows."""

from dataclasses import replace
from datetime import date

import pytest

from sharebook.domain.agreements import Agreement, Approval
from sharebook.domain.errors import Refused
from sharebook.domain.names import AgreementId, Code, FlowId, RecipientId
from sharebook.services.agreeing import Renewal
from tests.builders import CATERER

PAT = "Pat Inkwell"
BEGAN = date(2022, 9, 1)
MEALS = Agreement(
    AgreementId(0),
    "School meals contract",
    (CATERER,),
    BEGAN,
    review_due=date(2026, 4, 30),
    approvals=(Approval("Example Lane", "Head", "Theo Placeholder", BEGAN),),
    kind=Code("processor"),
)
RENEWED = Renewal("2", date(2026, 9, 14), review_due=date(2027, 9, 14), comment="Prices")


@pytest.fixture
def meals(office):
    return office.map.agreeing.add(MEALS, PAT, [FlowId(1)])


def reviews(office):
    return [each.number for each in office.reviewing.due() if each.code == "agreement_review"]


def test_an_agreement_covers_its_flows_without_a_new_version_of_them(office, meals):
    (flow,) = office.map.agreeing.flows_under(meals.id)
    assert (flow.id, flow.version, flow.agreement) == (1, 1, meals.id)
    office.map.agreeing.change(meals, "not this one", PAT, [])
    assert office.map.agreeing.flows_under(meals.id) == []
    assert office.book.flow_on(FlowId(1), BEGAN).version == 1


def test_its_review_is_the_first_thing_due_until_it_is_renewed(office, meals):
    assert office.reviewing.due()[0].number == meals.id
    office.map.agreeing.renew(meals.id, RENEWED, PAT)
    assert reviews(office) == []


def test_a_renewal_writes_a_line_of_history_and_waits_for_its_signatures(office, meals):
    renewed = office.map.agreeing.renew(meals.id, RENEWED, PAT)

    assert renewed == office.map.agreeing.agreement(meals.id)
    assert (renewed.version, renewed.starts) == ("2", BEGAN)
    assert [(it.version, it.day, it.comment) for it in renewed.history] == [
        ("2", date(2026, 9, 14), "Prices")
    ]
    assert [it.signed_on for it in renewed.approvals] == [None]
    before = office.register.versions(Agreement, meals.id)[0].record
    assert before.approvals[0].signed_on == BEGAN


def test_a_version_needs_a_new_name_and_a_review_to_come(office, meals):
    renew = office.map.agreeing.renew
    with pytest.raises(Refused, match="agreement_version_unnamed"):
        renew(meals.id, replace(RENEWED, version=" "), PAT)
    with pytest.raises(Refused, match="agreement_version_known"):
        renew(meals.id, replace(RENEWED, version="1"), PAT)
    with pytest.raises(Refused, match="agreement_review_early"):
        renew(meals.id, replace(RENEWED, review_due=date(2026, 9, 1)), PAT)
    with pytest.raises(Refused, match="agreement_unknown"):
        renew(9, RENEWED, PAT)


def test_one_that_ended_is_due_no_longer_once_nothing_relies_on_it(office, meals):
    office.map.agreeing.end(meals.id, date(2026, 8, 31), "Another firm", PAT)
    assert reviews(office) == [meals.id]  # a flow still stands under it
    office.arranging.end_flow(FlowId(1), date(2026, 8, 31), "Another firm", PAT)
    assert reviews(office) == []


def test_what_does_not_stand_is_refused(office, meals):
    agreeing = office.map.agreeing
    for wrong, code in (
        (replace(MEALS, title=" "), "agreement_untitled"),
        (replace(MEALS, recipients=()), "agreement_with_nobody"),
        (replace(MEALS, recipients=(RecipientId(9),)), "recipient_unknown"),
        (replace(MEALS, ends=date(2022, 8, 31)), "agreement_ends_early"),
        (replace(MEALS, review_due=date(2022, 8, 31)), "agreement_review_early"),
    ):
        with pytest.raises(Refused, match=code):
            agreeing.add(wrong, PAT)
    with pytest.raises(Refused, match="agreement_needs_reason"):
        agreeing.change(replace(meals, owner="Head"), " ", PAT)
