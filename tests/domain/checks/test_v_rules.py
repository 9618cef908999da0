"""Each rule of the law reference fires where it should, and stays silent where it should."""

import pytest

from sharebook.domain.bases import BasisChain
from sharebook.domain.checks.every import findings
from sharebook.domain.checks.subjects import about_parents
from sharebook.domain.findings import Severity
from sharebook.domain.names import Code
from sharebook.words.sentences import sentence, told
from tests.builders import a_case, catalogues
from tests.domain.checks.ruled import (
    TODAY,
    after,
    codes,
    received,
    under,
    with_items,
)
from tests.domain.checks.rules_of_basis import BASIS, CONSENT
from tests.domain.checks.rules_of_practice import PRACTICE

RULES = [*BASIS, *PRACTICE]


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
