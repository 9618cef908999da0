"""Names and numbers, flags, protection, contacts, households, twins of one child."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from sharebook.bootstrap.pupil_verbs import PupilVerbs
from sharebook.domain.clock import Clock
from sharebook.domain.contacts import Contact, Restriction
from sharebook.domain.errors import Refused
from sharebook.domain.flows import CohortRule, Reach
from sharebook.domain.names import ContactId, FlowId, PupilId, SpellId
from sharebook.domain.pupils import Pupil
from sharebook.domain.upn import check_letter
from sharebook.services.naming import Named
from sharebook.services.wording import Wording
from sharebook.words.sentences import told
from tests.builders import a_flow, a_pupil, a_spell, catalogues
from tests.services.conftest import PAT, Office

JUNO, BEA, OTIS, LUKASZ = (PupilId(number) for number in range(1, 5))
ROAD = "1 Example Lane, Sampleton"


def number(serial: int) -> str:
    body = f"674123101{serial}"
    return check_letter(body) + body


class Desk:
    def __init__(self, office: Office, clock: Clock) -> None:
        self.register, self.book, self.clock = office.register, office.book, clock
        self.catalogues = catalogues()


@pytest.fixture
def verbs(office: Office, clock: Clock) -> PupilVerbs:
    return PupilVerbs(Desk(office, clock))


def refused(deed: Callable[..., object], *arguments: object, **named: object) -> str:
    with pytest.raises(Refused) as problem:
        deed(*arguments, **named)
    assert told(problem.value)
    return problem.value.code


def named(pupil: Pupil, **changes: Any) -> Named:
    parts = ("surname", "forename", "born", "known_as", "upn", "admission_number")
    return Named(**{**{part: getattr(pupil, part) for part in parts}, **changes})


def add(office: Office, *records: object) -> None:
    with office.register.writing(PAT) as writer:
        for record in records:
            writer.add(record)


def test_a_new_number_and_surname_keep_the_former_ones(office, verbs):
    juno = office.answering.pupil(JUNO)
    first = verbs.naming.change(JUNO, named(juno, upn=number(501)), "issued", PAT)
    again = verbs.naming.change(
        JUNO, named(first, upn=number(502), surname="Newname"), "adopted", PAT
    )
    assert (again.upn, again.former_upns) == (number(502), (number(501),))
    assert (again.surname, again.former_names) == ("Newname", ("Sampleton",))
    assert office.answering.find(number(501))[0].id == JUNO
    back = verbs.naming.change(JUNO, named(again, upn=number(501)), "the first counts", PAT)
    assert (back.upn, back.former_upns) == (number(501), (number(502),))


def test_a_number_is_never_forgotten_nor_another_child_s(office, verbs):
    juno = verbs.naming.change(
        JUNO, named(office.answering.pupil(JUNO), upn=number(501)), "issued", PAT
    )
    kept = verbs.naming.change(JUNO, named(juno, upn="", known_as="Ju"), "asked", PAT)
    assert kept.upn == number(501)
    bea = office.answering.pupil(BEA)
    change = verbs.naming.change
    assert refused(change, BEA, named(bea, upn=number(501)), "x", PAT) == "enrol_upn_taken"
    assert refused(change, BEA, named(bea, upn="A12"), "x", PAT) == "enrol_upn_shape"
    assert refused(change, BEA, named(bea), "x", PAT) == "names_same"
    assert refused(change, BEA, named(bea, forename="B"), " ", PAT) == "names_need_reason"


def test_flags_are_remembered_and_spelt_as_before(office, verbs):
    assert "EHC plan" in verbs.flagging.suggested()
    verbs.flagging.set_to(JUNO, ["Choir", "ehc PLAN", " "], PAT)
    assert office.answering.pupil(JUNO).flags == ("Choir", "EHC plan")
    assert verbs.flagging.set_to(BEA, ["choir"], PAT).flags == ("Choir",)
    assert verbs.flagging.known() == ["Choir", "EHC plan"]
    assert "EHC plan" not in verbs.flagging.suggested()
    assert verbs.flagging.set_to(BEA, [], PAT).flags == ()
    assert refused(verbs.flagging.set_to, BEA, [], PAT) == "flags_same"
    assert refused(verbs.flagging.set_to, BEA, ["x" * 61], PAT) == "flag_too_long"


def test_a_flag_of_a_rule_is_known_before_anybody_bears_it(office, verbs):
    rule = CohortRule(Reach.FLAG, ("Swimmers",))
    add(office, a_flow(id=FlowId(9), covers=rule))
    assert verbs.flagging.known() == ["Swimmers"]


def test_protection_says_what_stops_and_who_decided(office, verbs):
    add(office, a_flow(id=FlowId(9), protected_off=True, purpose="for photographs"))
    reaches = verbs.protecting.reaches(JUNO)
    assert [flow.id for flow in reaches.stops] == [9]
    assert 1 in {flow.id for flow in reaches.goes_on}
    given = {"protected": True, "person": PAT}
    decided = {"decided_by": "Sam Invented, safeguarding lead", "because": "court order"}
    deed = verbs.protecting.set_to
    assert refused(deed, JUNO, **given, **decided | {"decided_by": ""}) == "protected_by_whom"
    assert refused(deed, JUNO, **given, **decided | {"because": " "}) == "protected_why"
    assert deed(JUNO, **given, **decided).protected
    newest = office.register.versions(Pupil, JUNO)[-1]
    assert newest.reason == "Decided by Sam Invented, safeguarding lead. court order"
    assert refused(deed, JUNO, **given, **decided) == "protected_same"


def test_a_contact_is_added_changed_and_taken_out(office, verbs):
    kin = Contact(ContactId(0), BEA, " Max  Exampleby ", "grandfather", responsibility=False)
    made = verbs.contacting.add(kin, PAT)
    assert (made.name, made.rank) == ("Max Exampleby", 1)
    proved = replace(made, responsibility=True, evidence="order of 2 May 2025", no_reports=True)
    assert verbs.contacting.change(proved, "order seen", PAT).evidence
    assert office.answering.contacts(BEA) == (proved,)
    verbs.contacting.end(made.id, "moved away", PAT)
    assert office.answering.contacts(BEA) == ()
    assert [each.reason for each in office.register.versions(Contact, made.id)][1:] == [
        "order seen",
        "moved away",
    ]
    assert refused(verbs.contacting.end, made.id, "again", PAT) == "contact_unknown"
    assert verbs.contacting.add(kin, PAT).id != made.id


def test_a_restriction_says_why_and_bars_from_being_taken_out(office, verbs):
    kin = Contact(ContactId(0), BEA, "Max Exampleby", "uncle", False, Restriction.NO_CONTACT)
    add_one = verbs.contacting.add
    assert refused(add_one, kin, PAT) == "contact_needs_why"
    made = add_one(replace(kin, orders=("order of 3 May", " ")), PAT)
    assert made.orders == ("order of 3 May",)
    assert refused(verbs.contacting.end, made.id, "gone", PAT) == "contact_end_barred"
    assert refused(add_one, replace(kin, orders=("x",)), PAT) == "contact_known"
    assert refused(add_one, replace(kin, name=" "), PAT) == "contact_unnamed"
    assert refused(add_one, replace(kin, relationship=""), PAT) == "contact_unrelated"
    assert refused(verbs.contacting.change, made, "x", PAT) == "contact_same"
    changed = replace(made, phone="01632 960 000")
    assert refused(verbs.contacting.change, changed, "", PAT) == "contact_needs_reason"


def test_separated_parents_never_hear_each_other_s_address(office, verbs):
    hidden = "9 Hidden Row"
    for contact in office.answering.contacts(JUNO):
        changed = replace(contact, address=hidden, address_protected=True, phone="01632 960 111")
        verbs.contacting.change(changed, "moved", PAT)
    given = office.answering.answer(JUNO)
    worded = Wording(catalogues(), office.book.headings()).answer(given)
    assert hidden not in repr(worded)
    assert "960 111" not in repr(worded)
    assert all(each.safe_address == "" for each in office.answering.contacts(JUNO))


def test_a_household_grows_and_is_taken_apart(verbs):
    verbs.housing.put_together((JUNO, BEA), PAT)
    verbs.housing.put_together((OTIS, LUKASZ), PAT)
    joined = verbs.housing.put_together((BEA, OTIS), PAT)
    assert joined.pupils == (JUNO, BEA, OTIS, LUKASZ)
    assert verbs.housing.of(LUKASZ) == joined
    assert refused(verbs.housing.put_together, (JUNO, OTIS), PAT) == "household_known"
    assert refused(verbs.housing.put_together, (JUNO, JUNO), PAT) == "household_needs_two"
    assert refused(verbs.housing.take_apart, JUNO, " ", PAT) == "household_needs_reason"
    for pupil in (JUNO, BEA, OTIS):
        verbs.housing.take_apart(pupil, "moved out", PAT)
    assert verbs.housing.of(LUKASZ) is None
    assert refused(verbs.housing.take_apart, JUNO, "x", PAT) == "household_none"


def test_a_household_is_suggested_and_never_made(office, verbs):
    add(
        office,
        a_pupil(id=PupilId(5), forename="Kit", upn="", born=date(2020, 5, 2)),
        Contact(ContactId(5), PupilId(5), "DANA  SAMPLETON", "mother", True),
        Contact(ContactId(6), BEA, "Lee Exampleby", "father", True, address=ROAD),
        Contact(ContactId(7), OTIS, "Rae Pretendby", "mother", True, address=ROAD.upper()),
    )
    (kit,) = verbs.housing.suggestions(JUNO)
    assert (kit.pupil, kit.adult) == (5, "Dana Sampleton")
    (otis,) = verbs.housing.suggestions(BEA)
    assert (otis.pupil, otis.adult) == (OTIS, "")
    assert verbs.housing.of(JUNO) is None
    verbs.housing.put_together((JUNO, PupilId(5)), PAT)
    assert verbs.housing.suggestions(JUNO) == []
    hidden = replace(office.answering.contacts(OTIS)[0], address_protected=True)
    verbs.contacting.change(hidden, "refuge", PAT)
    assert verbs.housing.suggestions(BEA) == []


def test_a_twin_is_said_with_the_class(office, verbs):
    juno = office.answering.pupil(JUNO)
    assert verbs.twinning.warning(juno) == ""
    add(
        office,
        a_pupil(id=PupilId(5), forename="Bo", upn=""),
        a_spell(id=SpellId(5), pupil=PupilId(5), class_name="Heron"),
    )
    assert verbs.twinning.warning(juno) == "Has a twin: Bo, 4 Heron"
    near = replace(office.answering.pupil(PupilId(5)), forename="Jill")
    assert not verbs.twinning.of(a_pupil(born=date.min))
    assert verbs.twinning.warning(near) == "Has a twin: Juno, 4 Kingfisher (easily mistaken)"
