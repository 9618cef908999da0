"""Recording a disclosure: five answers, the flow fills the rest, mistakes are put right openly."""

from dataclasses import replace
from datetime import date

import pytest

from sharebook.domain.bases import BasisChain
from sharebook.domain.disclosures import Decision
from sharebook.domain.errors import Refused
from sharebook.domain.flows import Standing
from sharebook.domain.names import Code, FlowId, PupilId
from tests.builders import JUNO, a_flow, an_exclusion

PAT = "Pat Inkwell"


@pytest.fixture
def nurse_visit(office):
    choice = next(each for each in office.recording.choices() if each.name == "NHS: school nurse")
    return replace(office.recording.start(choice), pupils=(JUNO, PupilId(2)))


def test_choosing_a_flow_fills_the_rest(nurse_visit):
    assert nurse_visit.purpose == "for the height and weight checks"
    assert nurse_visit.items == (Code("name"), Code("dob"))
    assert nurse_visit.basis.lawful_basis == Code("A6_E")
    assert nurse_visit.day == date(2026, 9, 14)


def test_a_saved_entry_is_in_each_childs_answer(office, nurse_visit):
    saved = office.recording.save(nurse_visit, PAT)

    assert saved.number == 1
    assert saved.flow_version == 1
    for pupil in (JUNO, PupilId(2)):
        names = [line.name for line in office.answering.answer(pupil).once]
        assert names == ["NHS: school nurse"]
    assert not office.answering.answer(PupilId(3)).once


@pytest.mark.parametrize(
    ("missing", "code"),
    [
        ({"recipient": None}, "answer_recipient"),
        ({"pupils": ()}, "answer_pupils"),
        ({"items": ()}, "answer_items"),
        ({"purpose": " "}, "answer_purpose"),
        ({"day": None}, "answer_day"),
        ({"day": date(2026, 9, 15)}, "day_in_future"),
        ({"decision": Decision.REFUSED}, "refusal_needs_reason"),
    ],
)
def test_a_missing_answer_is_asked_for_and_nothing_is_written(office, nurse_visit, missing, code):
    before = office.register.head()

    with pytest.raises(Refused, match=code):
        office.recording.save(replace(nurse_visit, **missing), PAT)
    assert office.register.head() == before


def test_a_gap_never_stops_saving(office, nurse_visit):
    draft = replace(nurse_visit, items=(Code("health"),), basis=BasisChain(Code("A6_E")))

    assert {each.code for each in office.recording.advice(draft)} >= {
        "special_needs_condition",
        "decider_unnamed",
    }
    assert office.recording.save(draft, PAT).number == 1


def test_consent_that_nobody_gave_stops_saving(office, nurse_visit):
    draft = replace(nurse_visit, basis=BasisChain(Code("A6_A")))

    with pytest.raises(Refused, match="no_live_consent") as refused:
        office.recording.save(draft, PAT)
    assert refused.value.field == "consent"


def test_a_shut_out_child_stops_saving_and_is_named(office, nurse_visit):
    with office.register.writing(PAT) as writer:
        writer.add(an_exclusion(pupil=PupilId(2), recipient=nurse_visit.recipient))

    with pytest.raises(Refused, match="pupil_shut_out") as refused:
        office.recording.save(nurse_visit, PAT)
    assert refused.value.facts["names"] == "Bea Exampleby"


def test_a_correction_is_a_new_entry_and_the_answer_follows_it(office, nurse_visit):
    wrong = office.recording.save(nurse_visit, PAT)
    draft = replace(office.recording.reopen(wrong), pupils=(JUNO,))

    right = office.recording.correct(wrong.number, draft, "Bea was away", PAT)

    assert right.number == 2
    assert office.recording.entry(1).superseded_by is not None
    assert office.recording.entry(2).reason == "Bea was away"
    assert office.answering.answer(JUNO).once
    assert not office.answering.answer(PupilId(2)).once


def test_an_entry_is_put_right_only_once_and_only_with_a_reason(office, nurse_visit):
    office.recording.save(nurse_visit, PAT)
    with pytest.raises(Refused, match="correction_needs_reason"):
        office.recording.correct(1, nurse_visit, " ", PAT)

    office.recording.correct(1, nurse_visit, "the day was wrong", PAT)
    with pytest.raises(Refused, match="entry_put_right_already"):
        office.recording.correct(1, nurse_visit, "again", PAT)


def test_repeating_keeps_everything_but_the_day_and_the_proof(office, nurse_visit):
    first = office.recording.save(replace(nurse_visit, day=date(2026, 3, 3), tracking="AB1"), PAT)

    again = office.recording.repeat(first)
    assert again.day == date(2026, 9, 14)
    assert again.tracking == ""
    assert again.items == first.items
    assert office.recording.last() == first


def test_a_reserved_flow_is_not_offered(office):
    with office.register.writing(PAT) as writer:
        writer.add(a_flow(id=FlowId(3), purpose="to be agreed", standing=Standing.RESERVED))

    assert "to be agreed" not in {each.purpose for each in office.recording.choices()}


def test_the_log_shows_the_correction_and_what_it_puts_right(office, nurse_visit):
    office.recording.save(nurse_visit, PAT)
    office.recording.correct(1, nurse_visit, "the day was wrong", PAT)

    rows = office.browsing.log(date(2026, 9, 1), date(2026, 9, 30))
    assert [(row.entry.record.number, row.puts_right, row.put_right_by) for row in rows] == [
        (2, 1, 0),
        (1, 0, 2),
    ]
