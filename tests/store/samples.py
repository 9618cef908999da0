# mypy: disable-error-code="arg-type, list-item"
# Because plain numbers and words stand for identifiers and codes.
"""Invented records, one of every kind with every field filled, and ways to write them."""

import hashlib
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from sharebook.domain.acknowledgements import About, Acknowledgement
from sharebook.domain.agreements import Agreement, Approval, DocumentVersion
from sharebook.domain.amendments import Amendment, Switch
from sharebook.domain.attachments import Attachment
from sharebook.domain.bases import BasisChain
from sharebook.domain.calls import Call
from sharebook.domain.cohorts import Cohort
from sharebook.domain.considered import Considered, NotTold
from sharebook.domain.contacts import Contact, Restriction
from sharebook.domain.disclosures import Asker, Decision, Disclosure, Receipt
from sharebook.domain.disposal import Disposal, Disposed, Order
from sharebook.domain.drafts import Draft
from sharebook.domain.flows import CohortRule, Exclusion, Flow, Reach, Standing
from sharebook.domain.headings import Heading
from sharebook.domain.holds import Hold, HoldReason
from sharebook.domain.households import Household
from sharebook.domain.incidents import Incident
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.recipients import FormerName, Recipient, UnitContact
from sharebook.domain.requests import Request
from sharebook.domain.retention import Keeping
from sharebook.domain.safeguards import SafeguardSet
from sharebook.domain.school import School
from sharebook.domain.school_dates import Chase, DateKind, SchoolDate
from sharebook.domain.templates import Template

KEY = bytes(range(32))
FILE = b"a copy of what was sent"
DAY = date(2026, 9, 1)
LATER = date(2027, 7, 20)
BASIS = BasisChain("basis-a", "condition-b", gateway="gateway-c", override_reason="asked twice")


def a_pupil(number=1, **changes):
    pupil = Pupil(number, "Sampleton", "Juno", date(2015, 3, 4), upn=f"A{number:012}")
    return replace(pupil, **changes)


def a_spell(number=1, pupil=1, **changes):
    return replace(Spell(number, pupil, "3", "3B", DAY), **changes)


def a_disclosure(number=1, pupils=(1,), **changes):
    disclosure = Disclosure(number, DAY, 1, Cohort.of(pupils), "so that lunch is safe")
    return replace(disclosure, **changes)


def one_of_each():
    """Return records of every family with every field filled."""
    return [
        School(
            "Example Lane Primary School", "maintained", "england", "1 Example Lane", "0123",
            "office@example.test", "example.test", "Pat Inkwell", "Dee Pio", "dpo@example.test",
            "1234567", "100000", practice=True, marking="official",
        ),
        Pupil(
            1, "Sampleton", "Juno", date(2015, 3, 4), "A000000000001", "permanent", "Jun",
            ("Quill",), ("T0001",), "00123", protected=True, flags=("SEN support",),
        ),
        Spell(1, 1, "3", "3B", DAY, LATER, "Elsewhere Primary", "main", "Otherplace School"),
        Contact(
            1, 1, "Sam Sampleton", "mother", responsibility=True, restriction=Restriction.ASK_FIRST,
            restriction_note="ask Pat", phone="0456", email="sam@example.test",
            address="2 Example Lane", rank=2, evidence="birth certificate", orders=("no contact",),
            address_protected=True, no_reports=True,
        ),
        Recipient(
            1, "Example Catering", "caterer", "processor", ("kitchen",),
            (FormerName("Old Catering", DAY),), "Lee Ladle", "secure@example.test", "0789", "dpo",
            "IE", "one year", "C-1", placeholder=True, post="cook", address="3 Example Lane",
            dpo_contact="dpo@example.test", onward="nobody", transfer="idta",
            transfer_assessment="TRA-1", replaces=2, ended=LATER,
            unit_contacts=(UnitContact("kitchen", "Lee", "cook", "0789", "lee@example.test"),),
        ),
        Heading(1, "public", "Public interest", "so that", "We share with:", 2),
        Agreement(
            1, "Lunch", (1,), DAY, LATER, LATER, "Pat", "Kitchens", "lunches", "2", ("P",), ("Q",),
            ("S",), (DocumentVersion("1", DAY, "Pat", "all", "first"),),
            (Approval("Example", "head", "Pat", DAY),), "contract", "the safe",
        ),
        Flow(
            1, 1, 1, "so that lunch is safe", DAY, "kitchen", LATER, ("name", "diet"), ("class",),
            BASIS, "public", "Caterers", "secure-mail", "termly", ("locked",),
            CohortRule(Reach.YEARS, ("3",), (1,)), Standing.CONDITIONAL, "if asked", 1,
            "processor", "starter-1", 1, ("locked",), "the kitchen", "IE", "idta", "TRA-2",
            protected_off=True, let_in=(4,),
        ),
        Exclusion(1, 1, 1, "objected", DAY, LATER, 1),
        Disclosure(
            1, DAY, 1, Cohort.of(range(1, 31)), "census", Decision.PART, "09:10", "kitchen", 1, 1,
            ("name", "diet"), "the list", BASIS, "public", "secure-mail", ("locked",), "request",
            Asker("Lee", "cook", "Example"), "Pat", "head", "was asked", "fire", "C-9",
            Receipt.EXPECTED, "T-5", "told", "by phone", imported=True, request=1,
            considered=Considered("nothing less would do", capacity="able", requested_on=DAY),
            not_told=NotTold(LATER, "Pat", "a child is at risk"),
        ),
        Disclosure(2, DAY, 1, Cohort.of([1, 4]), "two children", items=("name",)),
        Call(1, 1, DAY, "10:15", 1, "Sam", ("voice",), "asked who", "ab" * 32, 3),
        Hold(1, HoldReason.LITIGATION, "the case of the lunch", DAY, 1, 1, LATER),
        Keeping(1, "PUPIL", 30, "the governors", in_use=False),
        SchoolDate(1, DateKind.BREAK, "Half term", DAY, LATER, removed=True),
        Chase(1, 1, LATER),
        Request(
            1, DAY, "RQ_LOG", 1, Asker("Lee", "cook", "Example"), (1, 4), ("name",), "all names",
            "lunch", "the kitchens act", LATER, "post", "T-6", 1, LATER, "given", "by phone",
        ),
        Incident(
            1, 1, DAY, "10:15", "wrong", "sent to the wrong kitchen", "Pat", DAY, LATER, LATER,
            LATER, "deleted",
        ),
        Attachment(1, 1, "list.pdf", len(FILE), hashlib.sha256(FILE).hexdigest(), removed=True),
        SafeguardSet(1, "The council's", ("locked",), "S_1", removed=True),
        Template(
            1, "Lunch list", Draft(1, 1, items=("name",), day=DAY),
            CohortRule(Reach.CLASSES, ("3B",)), removed=True,
        ),
        Household(1, (1, 4)),
        Acknowledgement(1, About.FLOW, 1, "cycle_unnamed", "it is said aloud", DAY, 1, True),
        Amendment(1, "gateways", "GW_16LA", Switch.ON, DAY, "", "it has begun", "Sam, DPO"),
        Disposal(
            1, LATER, Disposed.ENTRY, "its time has ended", "Pat Inkwell, head", 1, (7, 9), 2, 0,
            DAY, LATER, "PUPIL", 25, hashlib.sha256(b"skeleton").hexdigest(),
        ),
    ]  # fmt: skip


def write(register, *records, person="Pat Inkwell"):
    """Write `records` in one transaction and return their places in the chain."""
    with register.writing(person) as writer:
        if any(isinstance(each, Attachment) for each in records):
            writer.attach(FILE)
        return [writer.add(record) for record in records]


def write_and_dispose(register, *records):
    """Write `records`, dispose of one more child, and put another on roll after that."""
    write(register, *records, a_pupil(4, surname="Quillfeather"))
    with register.writing("Pat Inkwell") as writer:
        writer.dispose(Order(Disposed.PUPIL, 4, LATER, "its time has ended", "the head"))
    register.sweep()
    write(register, a_pupil(5, surname="Inkblot"))


# ---------------------------------------------------------------- any record at all
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1))
NUMBERS = st.integers(min_value=0, max_value=2**40)
COHORTS = st.sets(st.integers(1, 3000), max_size=40).map(Cohort.of)
_PLAIN = {str: TEXT, date: DAYS, int: NUMBERS, bool: st.booleans(), Cohort: COHORTS}


def any_record(kind: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for every record of `kind`, nested values and absent ones too."""
    hints = get_type_hints(kind)
    return st.builds(kind, **{part.name: _any(hints[part.name]) for part in fields(kind)})


def _any(hint: Any) -> st.SearchStrategy[Any]:
    hint = getattr(hint, "__supertype__", hint)
    if hint in _PLAIN:
        return _PLAIN[hint]
    if get_origin(hint) is tuple:
        return st.lists(_any(get_args(hint)[0]), max_size=3).map(tuple)
    if get_origin(hint) in (UnionType, Union):
        inner = [each for each in get_args(hint) if each is not NoneType]
        return st.none() | _any(inner[0])
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    assert is_dataclass(hint), hint
    return any_record(hint)
