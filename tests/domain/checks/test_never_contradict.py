"""The checks never raise, never lead in circles, and leave everybody a way out."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sharebook.domain.bases import BasisChain
from sharebook.domain.checks.every import findings
from sharebook.domain.checks.facts import Arranged, Receiver, Written
from sharebook.domain.considered import NotTold
from sharebook.domain.disclosures import Decision, Receipt
from sharebook.domain.findings import Severity
from sharebook.domain.names import NO_CODE, Code
from sharebook.words.sentences import sentence, told
from tests.builders import a_case, catalogues
from tests.domain.checks.ruled import after, offered, rows

DAYS = st.dates(date(2018, 5, 25), date(2030, 12, 31))
NOBODY = Code("nobody knows this")
BY_A_PERSON = {  # what a choice of law cannot mend, and no check may: somebody else decides
    "pupil_shut_out",
    "whereabouts_locked",
    "flow_reserved",
    "no_live_consent",
}


def code_of(table: str) -> st.SearchStrategy[Code]:
    return st.sampled_from([NO_CODE, NOBODY, *getattr(catalogues(), table)])


def some(table: str) -> st.SearchStrategy[tuple[Code, ...]]:
    return st.lists(code_of(table), max_size=5).map(tuple)


WORDS = st.sampled_from(["", "because"])
CHAINS = st.builds(
    BasisChain,
    lawful_basis=code_of("lawful_bases"),
    condition=code_of("conditions"),
    schedule1=code_of("schedule1"),
    criminal=code_of("schedule1"),
    gateway=code_of("gateways"),
    policy_document=WORDS,
    confidentiality=code_of("confidentiality"),
    no_consent_reason=code_of("no_consent_reasons"),
    override_reason=WORDS,
)
RECEIVERS = st.builds(
    Receiver,
    role=code_of("roles"),
    contract=WORDS,
    country=st.sampled_from(["", "GB", "US"]),
    transfer=code_of("transfers"),
    assessment=WORDS,
    ended=st.none() | DAYS,
    heir=st.sampled_from(["", "Placeholder Plates"]),
)
ARRANGED = st.none() | st.builds(
    Arranged,
    items=some("items"),
    optional=some("items"),
    only_when=WORDS,
    agreed=st.booleans(),
    agreement_ends=st.none() | DAYS,
    review_due=st.none() | DAYS,
    ready_made=st.booleans(),
)
WRITTEN = st.none() | st.builds(
    Written,
    reason=WORDS,
    trigger=code_of("triggers"),
    answers=st.dictionaries(st.sampled_from(["necessity", "power", "retention"]), WORDS),
    family_told=code_of("family_told"),
    not_told=st.builds(NotTold, until=st.none() | DAYS, because=WORDS),
    receipt=st.sampled_from(Receipt),
    tracking=WORDS,
    named=WORDS,
    pupils=st.integers(0, 3),
    sealed=st.booleans(),
)
CASES = st.builds(
    a_case,
    day=DAYS,
    basis=CHAINS,
    item_codes=some("items"),
    recipient_kind=code_of("recipient_kinds"),
    heading=code_of("headings"),
    school_kind=code_of("school_types"),
    nation=code_of("nations"),
    method=code_of("methods"),
    cycle=code_of("cycles"),
    decision=st.sampled_from(Decision),
    consent=WORDS,
    emergency=WORDS,
    decided_by=WORDS,
    single=st.booleans(),
    in_notice=st.booleans(),
    in_error=st.booleans(),
    reserved=st.booleans(),
    shut_out=st.sampled_from([(), ("Bea Exampleby",)]),
    protected=st.sampled_from([(), ("Bea Exampleby",)]),
    receiver=RECEIVERS,
    arranged=ARRANGED,
    written=WRITTEN,
    policy_on_file=st.booleans(),
    today=st.none() | DAYS,
    look_again=st.none() | DAYS,
)


# a case has fifty parts to draw: on a busy machine the drawing itself takes its time
A_FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def stops(case) -> set[str]:
    return {each.code for each in findings(case) if each.severity is Severity.STOP}


@A_FEW
@given(CASES)
def test_the_checks_never_raise_and_always_have_words(case):
    for finding in findings(case):
        assert told(finding)
        assert sentence(f"{finding.code}_do", finding.facts)
        assert finding.source


@A_FEW
@given(CASES)
def test_nothing_is_found_twice(case):
    found = [finding.code for finding in findings(case)]

    assert len(found) == len(set(found))


@A_FEW
@given(CASES)
def test_what_is_offered_is_in_force_and_open_to_the_school(case):
    school = catalogues().school_types.get(case.school_kind)
    barred = school and school.public_authority and not case.basis.override_reason
    for finding in findings(case):
        for part, code in offered(finding):
            if part not in {"lawful_basis", "condition", "schedule1", "criminal", "gateway"}:
                continue
            row = rows(part)[code]
            assert row.in_force(case.day)
            assert not row.nations or not case.nation or case.nation in row.nations
            assert not (barred and part == "lawful_basis" and not row.public_authority_may)


@A_FEW
@given(CASES)
def test_one_click_ends_what_it_is_offered_for(case):
    for finding in findings(case):
        if finding.suggestion or finding.choice:
            assert finding.code not in {each.code for each in findings(after(case, finding))}


@A_FEW
@given(CASES)
def test_taking_every_usual_choice_comes_to_rest_where_the_law_stops_nothing(case):
    case = replace(case, consent="form")
    for _ in range(30):
        ways = [each for each in findings(case) if each.suggestion or each.choice]
        if not ways:
            break
        case = after(case, ways[0])
    else:
        pytest.fail(f"in circles: {[each.code for each in ways]}")
    assert stops(case) <= BY_A_PERSON


@A_FEW
@given(CASES)
def test_from_any_state_some_reason_in_law_is_not_refused(case):
    case = replace(case, consent="form")
    free = [
        code
        for code in catalogues().lawful_bases
        if stops(replace(case, basis=BasisChain(code))) <= BY_A_PERSON
    ]

    assert free


@A_FEW
@given(CASES)
def test_a_refusal_can_always_be_kept(case):
    assert stops(replace(case, decision=Decision.REFUSED)) == set()
    assert stops(replace(case, decision=Decision.WITHDRAWN)) == set()


@A_FEW
@given(CASES)
def test_only_the_known_stops_stop(case):
    assert stops(case) <= {*BY_A_PERSON, "basis_barred_for_state_schools"}
