"""Every recipient of the sharing page and every row of the agreement is ready to tick."""

from datetime import date

import pytest

from sharebook.catalogues.choosing import of_school
from sharebook.catalogues.loading import load
from sharebook.catalogues.starters import offered
from sharebook.domain.catalogue import Status
from sharebook.domain.catalogue_starters import StarterList
from sharebook.domain.checks.case import Case
from sharebook.domain.checks.every import findings
from sharebook.domain.findings import Severity
from sharebook.domain.flows import Standing
from sharebook.domain.names import Code
from sharebook.domain.starters import chain_of
from tests.catalogues.both_lists import (
    ABOUT_PARENTS,
    AGREEMENT,
    APPENDIX_ROWS,
    CONDITIONAL,
    EVERY,
    ISL,
    ITS_TEXT,
    PAGE,
    PAGE_ROWS,
    RESERVED,
    WRONG_IN_THE_SEED,
    YEARS,
)

TODAY = date(2026, 11, 21)
STATE = ("MAINT", "MNS", "PRU", "ACAD")
NO_FLOW = {"GW_CENSUS_OPT", "GW_EHCPLAN"}  # what a family may decline; who may see a plan
GRAVE = {Severity.STOP, Severity.WARNING}
# fmt: off
NORMAL_TOO = {  # "missing from the seed but normal"
    "OFSTED", "STA", "SAIS", "NCMP", "MASH", "VSH", "ADMISSIONS", "EXAM", "MP", "IRP", "TRUST",
    "AUDITOR", "FILTER",
}
# fmt: on


def at(kind, nation="england"):
    return offered(of_school(load(), Code(kind)), Code(kind), Code(nation), TODAY)


def test_both_lists_are_walked_whole():
    assert {line.row for line in PAGE} == PAGE_ROWS
    assert {line.row for line in AGREEMENT} == APPENDIX_ROWS


@pytest.mark.parametrize("line", EVERY, ids=lambda line: f"{line.row}-{line.starter}")
def test_a_row_is_a_starter_with_its_chain_its_cycle_and_its_items(line):
    row = load().starter_flows[line.starter]
    told = (row.lawful_basis, row.condition, row.schedule1, row.criminal, row.gateway)
    assert told == line.chain
    assert (row.role, row.heading) == (line.role, line.heading)
    assert row.method in line.methods or row.standing is Standing.RESERVED
    assert set(line.items) <= set(row.items)
    if line.starter != "R20_PLAN":  # the practice school's care plans change with the child
        assert row.cycle == line.cycle


@pytest.mark.parametrize("line", AGREEMENT, ids=lambda line: str(line.starter))
def test_every_row_of_the_agreement_has_its_safeguards(line):
    row = load().starter_flows[line.starter]
    assert row.safeguard_set == "S_ISL"
    assert row.safeguards == ISL


def test_the_lists_are_told_apart():
    listed = {row.code: row.listed for row in load().starter_flows.values()}
    assert {listed[line.starter] for line in PAGE} == {StarterList.PAGE}
    assert {listed[line.starter] for line in (*AGREEMENT, *ITS_TEXT)} == {StarterList.AGREEMENT}
    assert {listed[Code(code)] for code in NORMAL_TOO} == {StarterList.OTHER}


def test_conditional_and_reserved_rows_say_when():
    rows = [load().starter_flows[line.starter] for line in EVERY]
    assert {row.code for row in rows if row.standing is Standing.CONDITIONAL} == CONDITIONAL
    assert {row.code for row in rows if row.standing is Standing.RESERVED} == RESERVED
    assert all(bool(row.only_when) is (row.standing is not Standing.ACTIVE) for row in rows)


def test_rows_about_some_years_cover_those_years():
    rows = [load().starter_flows[line.starter] for line in EVERY]
    assert {row.code: row.years for row in rows if row.years} == YEARS


def test_rows_that_carry_a_parents_own_data_say_so():
    rows = [load().starter_flows[line.starter] for line in EVERY]
    assert {row.code for row in rows if "parent" in row.subjects} >= ABOUT_PARENTS
    needy = {"parent_ni_number", "income_benefit", "bank_details", "parent_dob"}
    silent = [
        row.code
        for row in load().starter_flows.values()
        if needy & set(row.items) and "parent" not in row.subjects
    ]
    assert silent == []


def test_what_the_seed_puts_under_the_law_by_mistake_has_the_right_basis():
    listed = load().starter_flows
    wrong = {
        row.code
        for row in listed.values()
        if row.listed is not StarterList.OTHER
        and row.heading == "LO"
        and row.lawful_basis not in {"A6_C", ""}
    }
    assert wrong == WRONG_IN_THE_SEED


# ------------------------------------------------------------------ every law


def test_every_law_that_describes_a_flow_has_a_starter():
    served = {row.gateway for row in load().starter_flows.values()}
    assert set(load().gateways) - served == NO_FLOW


def test_a_law_that_has_not_begun_has_a_starter_nobody_is_offered_yet():
    waiting = {
        row.code: load().gateways[row.gateway].status
        for row in load().starter_flows.values()
        if row.status is Status.NOT_COMMENCED
    }
    assert set(waiting) == {"S16LA", "CSA", "EHE_REGISTER"}
    assert set(waiting.values()) == {Status.NOT_COMMENCED}
    assert not set(waiting) & set(at("MAINT"))


@pytest.mark.parametrize("kind", [*STATE, "NMSS", "INDEP"])
def test_nothing_that_is_offered_is_against_the_law(kind):
    lists = of_school(load(), Code(kind))
    for row in at(kind).values():
        if row.standing is Standing.RESERVED:
            continue
        case = Case(
            day=TODAY,
            catalogues=lists,
            school_kind=Code(kind),
            basis=chain_of(row),
            item_codes=row.items,
            recipient_kind=row.kind,
            heading=row.heading,
            cycle=row.cycle,
            single=False,
        )
        grave = {
            each.code
            for each in findings(case)
            if each.severity in GRAVE and each.field not in _SCHOOLS_OWN
        }
        assert not grave, row.code


_SCHOOLS_OWN = {"policy_document", "contract", "heading"}  # only a school can name its papers


# ------------------------------------------------------------------ type of school and nation


def test_the_file_of_a_leaver_is_a_duty_of_maintained_schools_and_a_task_of_others():
    assert at("MAINT")[Code("R01")].lawful_basis == "A6_C"
    assert at("ACAD")[Code("R01_ACAD")].lawful_basis == "A6_E"
    assert at("INDEP")[Code("R01_ACAD")].lawful_basis == "A6_F"
    assert "R01" not in at("ACAD")
    assert "R01_ACAD" not in at("MAINT")


def test_an_independent_school_has_its_own_bases():
    bases = {row.lawful_basis for row in at("INDEP").values()}
    assert "A6_E" not in bases
    assert at("INDEP")[Code("R15")].lawful_basis == "A6_EA"


def test_a_state_school_is_offered_no_basis_the_law_closes_to_it():
    for kind in STATE:
        assert not {"A6_EA", "A6_F"} & {row.lawful_basis for row in at(kind).values()}


@pytest.mark.parametrize("nation", ["wales", "scotland", "northern_ireland"])
def test_another_nation_is_not_told_that_english_law_binds_it(nation):
    rows = at("MAINT", nation)
    assert {row.gateway for row in rows.values()} == {""}
    assert "A6_C" not in {row.lawful_basis for row in rows.values()}
    assert not {line.starter for line in AGREEMENT} & set(rows)
    assert {"R02", "R06", "R18", "R24"} <= set(rows)
