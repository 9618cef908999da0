"""The lists of the law: complete, consistent, explained, and switched by type of school."""

import inspect
import re
from dataclasses import fields, replace
from datetime import date

import pytest

from sharebook.catalogues.choosing import for_school, of_school
from sharebook.catalogues.loading import load
from sharebook.catalogues.validating import faults
from sharebook.domain import checks
from sharebook.domain.bases import BasisChain
from sharebook.domain.catalogue import Certainty, Status
from sharebook.domain.checks.every import findings
from sharebook.domain.names import Code
from tests.builders import a_case, catalogues
from tests.catalogues.test_faults import with_row

TODAY = date(2026, 11, 21)
ENGLAND = Code("england")
BEYOND_THE_CHECKS = {"receipt_not_recorded", "recipient_to_be_named", "contract_missing"}
STATE, PRIVATE = ("MAINT", "MNS", "PRU", "ACAD"), ("INDEP", "NMSS")


def offered(kind, day=TODAY, nation="england", **more):
    return for_school(of_school(load(), Code(kind)), Code(kind), Code(nation), day, **more)


# ------------------------------------------------------------------ complete


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("timeline", 20),
        ("recognised_interests", 5),
        ("compatible_purposes", 9),
        ("request_types", 9),
        ("clock_steps", 9),
        ("exemptions", 24),
        ("print_modes", 4),
        ("golden_rules", 7),
        ("decision_form", 17),
        ("ropa_columns", 15),
        ("notice_items", 15),
        ("who_may_ask", 13),
        ("school_records", 19),
    ],
)
def test_every_table_of_the_reference_is_there(name, count):
    assert len(getattr(load(), name)) == count


def test_every_finding_of_the_checks_says_why_it_is_asked():
    named = set(re.findall(r'Finding\(\s*"(\w+)"', _sources()))
    assert named
    assert named | BEYOND_THE_CHECKS == set(load().questions)


def _sources():
    from importlib import import_module
    from pkgutil import iter_modules

    names = [f"{checks.__name__}.{each.name}" for each in iter_modules(checks.__path__)]
    return "\n".join(inspect.getsource(import_module(name)) for name in names)


def test_what_is_uncertain_is_never_offered():
    for kind in (*STATE, *PRIVATE):
        here = offered(kind)
        for part in fields(here):
            rows = getattr(here, part.name).values()
            if part.name in {"timeline", "school_records", "retention", "regulators"}:
                continue  # told with how sure they are, or switched by the school
            assert not [row.code for row in rows if row.certainty is Certainty.UNCERTAIN]


def test_law_that_has_not_begun_has_no_day():
    waiting = [row for row in load().timeline.values() if row.status is Status.NOT_COMMENCED]
    assert len(waiting) == 4
    assert not [row.code for row in waiting if row.valid_from]


# ------------------------------------------------------------------ faults are found


@pytest.mark.parametrize(
    ("catalogue", "code", "changes", "said"),
    [
        ("request_types", "RQ_LOG", {"clock": Code("never")}, "never"),
        ("request_types", "RQ_LOG", {"right_of": "the cat"}, "the cat"),
        ("exemptions", "X_3P", {"print_mode": Code("BLUR")}, "BLUR"),
        ("exemptions", "X_3P", {"switches_off": ""}, "says neither"),
        ("duties", "caldicott", {"about": "cricket"}, "cricket"),
        ("clocks", "breach", {"unit": "fortnights"}, "no clock runs so"),
        ("clocks", "record", {"holidays_stop": False}, "school holidays"),
        ("notice_items", "source", {"from_others": False}, "nobody is told"),
        ("lawful_bases", "A6_E", {"otherwise": Code("A6_X")}, "A6_X"),
        ("timeline", "duty_to_share", {"valid_from": TODAY}, "has not begun"),
        ("methods", "phone", {"status": Status.REPEALED}, "no day is given"),
        ("starter_flows", "R14", {"valid_from": date(1990, 1, 1)}, ""),
        ("conditions", "A9_H", {"certainty": Certainty.UNCERTAIN}, "does not count"),
        ("conditions", "A9_H", {"valid_to": TODAY}, "outlives A9_H"),
    ],
)
def test_a_planted_fault_in_the_law_is_found(catalogue, code, changes, said):
    found = faults(with_row(catalogue, code, **changes))
    assert any(said in fault for fault in found) is bool(said), found


def test_a_starter_that_begins_before_its_law_is_found():
    early = with_row("gateways", "GW_CENSUS", valid_from=date(2026, 1, 1))
    rows = dict(early.starter_flows)
    rows[Code("R14")] = replace(rows[Code("R14")], valid_from=date(2025, 1, 1))
    found = faults(replace(early, starter_flows=rows))
    assert "starter_flows R14: begins before GW_CENSUS does" in found


# ------------------------------------------------------------------ the type of school


@pytest.mark.parametrize("kind", STATE)
def test_a_state_school_is_not_offered_what_the_law_closes_to_it(kind):
    assert not {"A6_EA", "A6_F"} & set(offered(kind).lawful_bases)
    assert not offered(kind).recognised_interests


@pytest.mark.parametrize("kind", STATE)
def test_with_the_officers_reason_a_state_school_sees_it(kind):
    assert {"A6_EA", "A6_F"} <= set(offered(kind, opened=True).lawful_bases)


@pytest.mark.parametrize("kind", PRIVATE)
def test_an_independent_school_is_offered_its_own_bases_first(kind):
    here = offered(kind)
    order = list(here.lawful_bases)
    assert order.index("A6_F") < order.index("A6_E")
    assert here.headings[Code("PI")].lawful_basis == "A6_F"
    assert here.starter_flows[Code("R18")].lawful_basis == "A6_EA"
    assert here.gateways[Code("GW_S17")].lawful_bases[0] == "A6_F"
    assert set(here.recognised_interests) == {"RLI_1", "RLI_2", "RLI_3", "RLI_5", "RLI_6"}


def test_a_state_school_keeps_its_public_task():
    here = offered("ACAD")
    assert here.headings[Code("PI")].lawful_basis == "A6_E"
    assert here.starter_flows[Code("R18")].lawful_basis == "A6_E"


def test_what_a_law_orders_is_the_same_for_both():
    assert offered("INDEP").starter_flows[Code("R14")].lawful_basis == "A6_C"


@pytest.mark.parametrize(("kind", "basis"), [("INDEP", "A6_EA"), ("MAINT", "A6_E")])
def test_the_usual_basis_for_the_police_depends_on_the_school(kind, basis):
    lists = of_school(catalogues(), Code(kind))
    case = a_case(
        catalogues=lists,
        basis=BasisChain(),
        school_kind=Code(kind),
        recipient_kind=Code("police"),
        heading=Code("PI"),
    )
    (found,) = [each for each in findings(case) if each.code == "no_lawful_basis"]
    assert found.suggestion == basis


def test_before_the_new_basis_begins_the_heading_s_own_is_usual():
    lists = of_school(catalogues(), Code("INDEP"))
    case = a_case(
        catalogues=lists,
        basis=BasisChain(),
        school_kind=Code("INDEP"),
        recipient_kind=Code("police"),
        heading=Code("PI"),
        day=date(2026, 2, 4),
    )
    (found,) = [each for each in findings(case) if each.code == "no_lawful_basis"]
    assert found.suggestion == "A6_F"


@pytest.mark.parametrize("kind", ["MAINT", "PRU", "NMSS"])
def test_parents_may_ask_for_the_record_where_the_law_says_so(kind):
    assert {"RQ_EDREC_V", "RQ_EDREC_C"} <= set(offered(kind).request_types)
    assert load().school_types[Code(kind)].record_right


@pytest.mark.parametrize("kind", ["ACAD", "MNS", "INDEP"])
def test_parents_have_no_right_of_their_own_elsewhere(kind):
    assert not {"RQ_EDREC_V", "RQ_EDREC_C"} & set(offered(kind).request_types)
    assert not load().school_types[Code(kind)].record_right


def test_another_nation_has_its_own_rows():
    assert "X_ABUSE" not in offered("MAINT", nation="scotland").exemptions
    assert "X_ABUSE" in offered("MAINT").exemptions
    assert "X_REPORTER" in offered("MAINT", nation="scotland").exemptions
    assert "X_REPORTER" not in offered("MAINT").exemptions


def test_asking_twice_changes_nothing_more():
    once = of_school(load(), Code("INDEP"))
    twice = of_school(once, Code("INDEP"))
    assert list(twice.lawful_bases) == list(once.lawful_bases)
    assert twice.gateways == once.gateways
