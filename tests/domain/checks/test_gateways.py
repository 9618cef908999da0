"""Every law of the catalogue: what goes with it is content, and what does not is found."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sharebook.domain.bases import BasisChain
from sharebook.domain.catalogue import Certainty, Gateway, Status
from sharebook.domain.checks.every import findings
from sharebook.domain.names import NO_CODE, Code
from sharebook.words.sentences import told
from tests.builders import a_case, catalogues
from tests.domain.checks.ruled import codes

TODAY = date(2026, 9, 14)
LAWS = [pytest.param(row, id=row.code) for row in catalogues().gateways.values()]
STARTING = [
    pytest.param(row, id=row.code) for row in catalogues().gateways.values() if row.valid_from
]
PRIVATE = {"A6_EA", "A6_F"}


def begun(law: Gateway) -> Gateway:
    """Return a law as it will be on the day it begins."""
    return replace(law, status=Status.IN_FORCE)


def case_of(law: Gateway, basis: BasisChain | None = None, **changes):
    lists = catalogues()
    lists = replace(lists, gateways={**lists.gateways, law.code: law})
    items = [Code("name")]
    items += [Code("health")] if law.conditions else []
    items += [Code("custody")] if law.criminal else []
    own = {
        "catalogues": lists,
        "basis": basis or own_chain(law),
        "item_codes": tuple(items),
        "nation": Code((law.nations or ("england",))[0]),
        "consent": "form of 1 June" if (basis or own_chain(law)).lawful_basis == "A6_A" else "",
        "day": TODAY,
    }
    return a_case(**{**own, **changes})


def own_chain(law: Gateway) -> BasisChain:
    """Return the chain the row itself suggests, for a state school."""
    lists = catalogues()
    bases = [code for code in law.lawful_bases if code not in PRIVATE and code != "A6_D"]
    if law.rarely_obliges:
        bases = [code for code in bases if not lists.lawful_bases[code].needs_gateway]
    condition = law.conditions[0] if law.conditions else NO_CODE
    known = lists.conditions.get(condition)
    partners = [code for code in law.schedule1 if known and code in known.schedule1]
    partner = partners[0] if partners else NO_CODE
    schedule1 = lists.schedule1.get(partner)
    return BasisChain(
        bases[0] if bases else Code("A6_E"),
        condition,
        partner,
        law.criminal[0] if law.criminal else NO_CODE,
        law.code,
        no_consent_reason=schedule1.usual_reason if schedule1 else NO_CODE,
    )


@pytest.mark.parametrize("law", LAWS)
def test_a_chain_of_the_laws_own_suggestions_is_content(law):
    assert [told(each) for each in findings(case_of(begun(law)))] == []


@pytest.mark.parametrize("law", LAWS)
def test_a_law_that_has_not_begun_or_is_gone_is_found(law):
    for status in (Status.NOT_COMMENCED, Status.REPEALED):
        assert "law_not_in_force" in codes(case_of(replace(law, status=status)))
    over = replace(begun(law), valid_to=TODAY - timedelta(days=1))
    assert "law_not_in_force" in codes(case_of(over))


@pytest.mark.parametrize("law", LAWS)
def test_a_law_that_is_switched_off_is_found(law):
    assert "law_not_in_force" in codes(case_of(replace(begun(law), certainty=Certainty.UNCERTAIN)))


@pytest.mark.parametrize("law", STARTING)
def test_a_law_counts_from_its_first_day(law):
    begins = law.valid_from
    assert "law_not_in_force" in codes(case_of(law, day=begins - timedelta(days=1)))
    assert "law_not_in_force" not in codes(case_of(law, day=begins))


@pytest.mark.parametrize("law", LAWS)
def test_another_nation_is_told_that_the_law_is_not_its_own(law):
    found = codes(case_of(begun(law), nation=Code("scotland")))
    assert ("law_of_elsewhere" in found) is bool(law.nations)


@pytest.mark.parametrize("law", LAWS)
def test_a_basis_the_law_does_not_go_with_is_found(law):
    bases = catalogues().lawful_bases
    for code in ("A6_C", "A6_A", "A6_B"):
        found = codes(case_of(begun(law), replace(own_chain(law), lawful_basis=Code(code))))
        misfit = {"law_does_not_fit", "consent_not_the_reason"} & found
        wrong = code not in law.lawful_bases
        expected = wrong and bool(law.lawful_bases or bases[Code(code)].needs_gateway)
        assert bool(misfit) is expected, code


@pytest.mark.parametrize("law", LAWS)
def test_sensitive_items_without_their_condition_are_found_and_the_laws_own_is_offered(law):
    bare = replace(own_chain(law), condition=NO_CODE, schedule1=NO_CODE)
    case = case_of(begun(law), bare, item_codes=(Code("health"),))
    (found,) = [each for each in findings(case) if each.code == "special_needs_condition"]

    if law.conditions:
        assert found.suggestion in law.conditions


@pytest.mark.parametrize("law", LAWS)
def test_offences_without_their_condition_are_found_and_the_laws_own_is_offered(law):
    bare = replace(own_chain(law), criminal=NO_CODE)
    case = case_of(begun(law), bare, item_codes=(Code("custody"),))
    (found,) = [each for each in findings(case) if each.code == "criminal_needs_condition"]

    assert found.suggestion == (law.criminal[0] if law.criminal else "SCH1_36")
