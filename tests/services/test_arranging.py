"""Recipients and flows: renamed is one recipient, a new basis is a new version."""

from dataclasses import replace
from datetime import date

import pytest

from sharebook.domain.bases import BasisChain
from sharebook.domain.errors import Refused
from sharebook.domain.flows import Reach, Standing
from sharebook.domain.names import AgreementId, Code, FlowId
from sharebook.domain.safeguards import safeguards_of
from tests.builders import CATERER, JUNO, a_flow, a_recipient, catalogues

PAT = "Pat Inkwell"
TODAY = date(2026, 9, 14)


def test_a_renamed_recipient_keeps_its_former_name(office):
    office.arranging.change_recipient(a_recipient(name="Invented Dinners"), "renamed", PAT)

    recipient = office.book.recipients()[CATERER]
    assert recipient.name == "Invented Dinners"
    assert recipient.name_on(date(2026, 9, 1)) == "Pretend Plates Catering"


def test_two_recipients_cannot_have_one_name(office):
    with pytest.raises(Refused, match="recipient_known"):
        office.arranging.add_recipient(a_recipient(name="nhs"), PAT)


def test_what_the_basis_was_on_a_past_day_is_still_known(office):
    changed = a_flow(basis=BasisChain(Code("A6_C"), gateway=Code("GW_CENSUS")))
    office.arranging.change_flow(changed, date(2026, 9, 1), PAT)

    assert office.book.flow_on(FlowId(1), date(2026, 3, 1)).basis == a_flow().basis
    assert office.book.flow_on(FlowId(1), date(2026, 9, 14)).basis == changed.basis
    (line,) = office.answering.answer(JUNO, as_at=date(2026, 3, 1)).lines
    assert line.basis == a_flow().basis


def test_a_new_version_must_begin_after_the_old(office):
    with pytest.raises(Refused, match="version_too_early"):
        office.arranging.change_flow(a_flow(), date(2022, 9, 1), PAT)


def test_starters_are_adopted_once(office):
    rows = catalogues().starter_flows
    wanted = [rows[Code("R03a")], rows[Code("R03b")], rows[Code("R04")]]

    assert office.arranging.adopt(wanted, date(2026, 9, 1), PAT) == 3
    assert office.arranging.adopt(wanted, date(2026, 9, 1), PAT) == 0
    nhs = [each for each in office.book.recipients().values() if each.name == "NHS"]
    assert len(nhs) == 1
    assert len(nhs[0].units) == 2


def test_a_recipient_renamed_since_is_not_made_again(office):
    rows = catalogues().starter_flows
    office.arranging.adopt([rows[Code("R17b")]], date(2026, 9, 1), PAT)
    (council,) = (
        each for each in office.book.recipients().values() if each.kind == "local_authority"
    )
    office.arranging.change_recipient(
        replace(council, name="Example Borough Council"), "its real name", PAT
    )

    assert office.arranging.adopt([rows[Code("A2")], rows[Code("R17b")]], TODAY, PAT) == 1

    councils = [
        each for each in office.book.recipients().values() if each.kind == "local_authority"
    ]
    assert [each.name for each in councils] == ["Example Borough Council"]
    assert councils[0].units == ("attendance", "census")


def test_a_conditional_and_a_reserved_flow_are_adopted_as_such(office):
    rows = catalogues().starter_flows
    office.arranging.adopt([rows[Code("A9")], rows[Code("A10")]], TODAY, PAT)

    by_starter = {flow.starter: flow for flow in office.book.flows()}
    tables, other = by_starter[Code("A9")], by_starter[Code("A10")]
    assert tables.standing is Standing.CONDITIONAL
    assert "national system" in tables.condition
    assert (tables.covers.reach, tables.covers.values) == (Reach.YEARS, ("4",))
    sets = office.book.safeguard_sets()
    assert safeguards_of(tables, sets) == ("dbs_staff", "encrypted", "role_access")
    assert (tables.safeguard_set, tables.safeguards) == (other.safeguard_set, ())
    assert [each.starter for each in sets.values()] == ["S_ISL"]
    assert other.standing is Standing.RESERVED
    assert (other.items, other.basis) == ((), BasisChain())


def test_the_flows_of_the_agreement_s_list_hang_on_one_agreement(office):
    rows = catalogues().starter_flows
    office.arranging.adopt([rows[Code("A9")], rows[Code("R04")]], TODAY, PAT)
    before = {each.id for each in office.book.agreements()}
    office.arranging.adopt([rows[Code("A10")], rows[Code("R03b")]], TODAY, PAT)

    flows = {flow.starter: flow for flow in office.book.flows()}
    assert flows[Code("R04")].agreement is None
    assert flows[Code("A9")].agreement == flows[Code("A10")].agreement
    assert flows[Code("A9")].agreement in before
    assert {each.id for each in office.book.agreements()} == before
    (made,) = (it for it in office.book.agreements() if it.id == flows[Code("A9")].agreement)
    assert flows[Code("A10")].recipient in made.recipients


def test_the_office_names_the_agreement_it_has(office):
    rows = catalogues().starter_flows
    office.arranging.adopt([rows[Code("A9")]], TODAY, PAT)
    (mine,) = (it.agreement for it in office.book.flows() if it.starter == "A9")
    office.arranging.adopt([rows[Code("A2")]], TODAY, PAT, agreement=mine)

    assert {it.agreement for it in office.book.flows() if it.starter in {"A9", "A2"}} == {mine}
    with pytest.raises(Refused, match="record_unknown"):
        office.arranging.adopt([rows[Code("A1")]], TODAY, PAT, agreement=AgreementId(99))


def test_a_set_that_was_changed_is_not_made_again(office):
    rows = catalogues().starter_flows
    office.arranging.adopt([rows[Code("A9")]], TODAY, PAT)
    office.arranging.adopt([rows[Code("A2")]], TODAY, PAT)

    assert len(office.book.safeguard_sets()) == 1


def test_a_flow_says_what_it_is_for(office):
    with pytest.raises(Refused, match="flow_needs_purpose"):
        office.arranging.add_flow(replace(a_flow(), purpose=""), PAT)
