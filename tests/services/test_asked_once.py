"""In a long list the checks are asked once of entries that are alike, and say what they would."""

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import cast

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sharebook.domain.agreements import Agreement
from sharebook.domain.bases import BasisChain
from sharebook.domain.cohorts import Cohort
from sharebook.domain.considered import Considered, NotTold
from sharebook.domain.disclosures import Asker, Decision, Disclosure, Receipt
from sharebook.domain.flows import Standing
from sharebook.domain.names import (
    NO_CODE,
    AgreementId,
    Code,
    DisclosureId,
    FlowId,
    PupilId,
    RecipientId,
)
from sharebook.domain.recipients import UnitContact
from sharebook.services.book import Book
from sharebook.services.judging import Judging
from sharebook.services.ports import Register
from tests.builders import a_disclosure, a_flow, a_recipient, a_school, catalogues
from tests.services.fakes import MemoryRegister

LAW_CHANGES = sorted(
    {
        day
        for table in (catalogues().lawful_bases, catalogues().transfers, catalogues().gateways)
        for row in table.values()
        for day in (row.valid_from, row.valid_to)
        if day is not None
    }
)
DAYS = st.builds(
    lambda edge, off: edge + timedelta(days=off),
    st.sampled_from([*LAW_CHANGES, *LAW_CHANGES[-1:] * 3, *[date(2026, 3, 3)] * 9]),
    st.integers(-1, 1),
)
WORDS = st.sampled_from(["", " ", "because", "her aunt asked"])
CHAIN = {
    "lawful_basis": "lawful_bases",
    "condition": "conditions",
    "schedule1": "schedule1",
    "criminal": "schedule1",
    "gateway": "gateways",
    "confidentiality": "confidentiality",
    "no_consent_reason": "no_consent_reasons",
}
READ_OF_NOBODY = {  # number, pupils by name, hour, note and the like: no check asks
    "id": st.integers(1, 999).map(DisclosureId),
    "purpose": WORDS,
    "time": st.sampled_from(["", "09:15"]),
    "description": WORDS,
    "safeguards": st.sampled_from([(), (Code("encrypted"),)]),
    "decided_post": WORDS,
    "note": WORDS,
    "request": st.none(),
}


def code_of(table: str) -> st.SearchStrategy[Code]:
    return st.sampled_from([NO_CODE, Code("nobody knows this"), *getattr(catalogues(), table)])


def some(table: str) -> st.SearchStrategy[tuple[Code, ...]]:
    return st.lists(code_of(table), max_size=4).map(tuple)


DATED = [code for code, row in catalogues().gateways.items() if row.valid_from or row.valid_to]
CHAINS = st.builds(
    BasisChain,
    policy_document=WORDS,
    override_reason=WORDS,
    **{part: code_of(table) for part, table in CHAIN.items() if part != "gateway"},
    gateway=code_of("gateways") | st.sampled_from(DATED),
)
WEIGHED = st.builds(
    Considered,
    **dict.fromkeys(("necessity", "power", "advice", "retention", "assessment"), WORDS),
    requested_on=st.none() | DAYS,
)
READ = {  # of an entry, by some check
    "day": DAYS,
    "recipient": st.sampled_from([RecipientId(1), RecipientId(2)]),
    "cohort": st.lists(st.integers(1, 3).map(PupilId), min_size=1, max_size=3).map(Cohort.of),
    "decision": st.sampled_from([Decision.SHARED, *Decision]),
    "unit": st.sampled_from(["", "east", "west"]),
    "flow": st.sampled_from([None, FlowId(1), FlowId(2)]),
    "flow_version": st.sampled_from([None, 1, 2]),
    "items": some("items"),
    "basis": CHAINS,
    "heading": code_of("headings"),
    "method": code_of("methods"),
    "trigger": code_of("triggers"),
    "asker": st.builds(Asker, WORDS),
    "decided_by": WORDS,
    "reason": WORDS,
    "emergency": WORDS,
    "consent": WORDS,
    "receipt": st.sampled_from(Receipt),
    "tracking": WORDS,
    "family_told": code_of("family_told"),
    "imported": st.booleans(),
    "considered": st.just(Considered()) | WEIGHED,
    "not_told": st.builds(NotTold, until=st.none() | DAYS, because=WORDS),
}
RECIPIENTS = st.builds(
    a_recipient,
    kind=code_of("recipient_kinds"),
    role=code_of("roles"),
    person=WORDS,
    country=st.sampled_from(["GB", "US"]),
    keeps_for=WORDS,
    transfer=code_of("transfers"),
    transfer_assessment=WORDS,
    unit_contacts=st.sampled_from([(), (UnitContact("east", "Val Asker"),)]),
    ended=st.none() | DAYS,
)
FLOWS = st.builds(
    a_flow,
    valid_from=DAYS,
    valid_to=st.none() | DAYS,
    items=some("items"),
    optional_items=some("items"),
    cycle=code_of("cycles"),
    condition=WORDS,
    standing=st.sampled_from(Standing),
    agreement=st.sampled_from([None, *[AgreementId(1)] * 3]),
    role=st.sampled_from([*catalogues().roles]),
    notice_line=WORDS,
    country=st.sampled_from(["", "US"]),
    transfer=code_of("transfers"),
)
AGREEMENTS = st.builds(
    lambda ends: Agreement(AgreementId(1), "Invented agreement", (), date(2020, 1, 1), ends=ends),
    st.sampled_from([date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 4), None]),
)


def _asking(memory: MemoryRegister, *, sealed: bool = False) -> Judging:
    register = cast("Register", memory)  # as far as asked
    return Judging(register, Book(register), catalogues(), sealed=sealed)


@st.composite
def books(draw: st.DrawFn) -> Judging:
    """Return the checks over a book with two recipients and two purposes of two versions each."""
    second = replace(
        draw(RECIPIENTS), id=RecipientId(2), name="Pretend Heir", replaces=RecipientId(1)
    )
    flows = [
        replace(draw(FLOWS), id=FlowId(number), version=version, recipient=RecipientId(number))
        for number in (1, 2)
        for version in (1, 2)
    ]
    kind = st.sampled_from(list(catalogues().school_types))
    school = a_school(kind=draw(kind), nation=draw(code_of("nations")))
    register = MemoryRegister(school, draw(RECIPIENTS), second, *flows, draw(AGREEMENTS))
    return _asking(register, sealed=draw(st.booleans()))


@st.composite
def lists(draw: st.DrawFn) -> list[tuple[Disclosure, date | None]]:
    """Return an entry, then for each thing one that differs in it; each with a day to look again.

    Half of the differences are kept by what comes after, so that they meet.
    """
    entry, again = a_disclosure(**{name: draw(values) for name, values in READ.items()}), None
    found: list[tuple[Disclosure, date | None]] = [(entry, again)]
    for name in draw(st.permutations([*READ, "day", "day", "day", "flow"])):
        other = replace(entry, **{name: draw(READ[name])})
        found.append((other, again))
        if draw(st.booleans()):
            entry, again = other, draw(st.none() | DAYS)
    return found


A_FEW = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))


@A_FEW
@given(books(), lists(), st.none() | DAYS)
def test_a_list_says_of_every_entry_what_is_said_of_it_alone(asked, entries, today):
    alone = [asked.entry(entry, today, again) for entry, again in entries]

    with asked.held():
        together = [asked.entry(entry, today, again) for entry, again in entries]

    assert together == alone


def test_every_part_of_an_entry_is_tried():
    assert {part.name for part in fields(Disclosure)} == set(READ) | set(READ_OF_NOBODY)


@A_FEW
@given(st.fixed_dictionaries(READ_OF_NOBODY))
def test_entries_that_differ_only_in_what_no_check_reads_are_asked_once(changes):
    register = MemoryRegister(a_school(), a_recipient(), a_flow())
    asked = _asking(register)
    bare = a_disclosure(basis=BasisChain())

    with asked.held():
        first, second = asked.entry(bare), asked.entry(replace(bare, **changes))

    assert first
    assert second is first  # not asked again, only given again


def test_the_next_list_is_asked_anew_as_the_book_has_moved_on():
    register = MemoryRegister(a_school(), a_recipient(), a_flow(notice_line=""))
    asked = _asking(register)
    with asked.held():
        before = {each.code for each in asked.entry(a_disclosure())}

    with register.writing("Pat Inkwell") as writer:
        writer.add(a_flow(id=FlowId(2)))
    with asked.held():
        after = {each.code for each in asked.entry(a_disclosure())}

    assert "not_in_notice" in before
    assert "not_in_notice" not in after
