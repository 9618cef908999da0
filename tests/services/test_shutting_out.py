"""One child shut out of a recipient or one purpose, let in again; protected children by name."""

from dataclasses import replace
from datetime import date

import pytest

from sharebook.domain.errors import Refused
from sharebook.domain.flows import Exclusion
from sharebook.domain.names import Code, ExclusionId, FlowId, PupilId, RecipientId
from sharebook.domain.pupils import Pupil
from tests.builders import CATERER, JUNO, a_flow

PAT = "Pat Inkwell"
TODAY = date(2026, 9, 14)
OBJECTION = Exclusion(ExclusionId(0), JUNO, CATERER, "The family objects", date(2026, 9, 1))


def running(office):
    return [line for line in office.answering.answer(JUNO, as_at=TODAY).lines if not line.until]


def test_an_objection_stops_the_flow_for_that_child_alone(office):
    office.map.shutting_out.shut_out(OBJECTION, PAT)

    (line,) = office.answering.answer(JUNO, as_at=TODAY).lines
    assert line.until == date(2026, 8, 31)
    (other,) = office.answering.answer(PupilId(2), as_at=TODAY).lines
    assert other.until is None


def test_the_kind_begins_the_reason_that_is_kept(office):
    reason = office.map.shutting_out.reason
    assert reason(Code("objection"), "") == "The family objects"
    assert reason(Code("court"), "order of 3 May 2026") == "A court order: order of 3 May 2026"
    with pytest.raises(Refused, match="exclusion_needs_reason"):
        reason(Code("court"), " ")
    with pytest.raises(Refused, match="exclusion_needs_kind"):
        reason(Code("weather"), "rain")


def test_let_in_again_from_a_day_on_and_the_days_between_stay_out(office):
    made = office.map.shutting_out.shut_out(OBJECTION, PAT)
    office.map.shutting_out.let_in_again(made.id, TODAY, "They changed their mind", PAT)

    (line,) = office.answering.answer(JUNO, as_at=TODAY).lines
    assert line.until is None
    assert len(line.periods) == 2
    assert office.register.versions(Exclusion, made.id)[0].record.last_day is None
    (told,) = office.map.shutting_out.of_recipient(CATERER)
    assert told.last_day == date(2026, 9, 13)


def test_letting_in_needs_a_reason_and_a_day_that_fits(office):
    made = office.map.shutting_out.shut_out(OBJECTION, PAT)
    let_in = office.map.shutting_out.let_in_again
    with pytest.raises(Refused, match="let_in_needs_reason"):
        let_in(made.id, TODAY, " ", PAT)
    with pytest.raises(Refused, match="let_in_too_early"):
        let_in(made.id, date(2026, 8, 1), "wrong", PAT)
    let_in(made.id, TODAY, "They changed their mind", PAT)
    with pytest.raises(Refused, match="exclusion_over"):
        let_in(made.id, TODAY, "again", PAT)
    with pytest.raises(Refused, match="exclusion_unknown"):
        let_in(9, TODAY, "again", PAT)


def test_what_does_not_stand_is_refused(office):
    shut_out = office.map.shutting_out.shut_out
    for wrong, code in (
        (replace(OBJECTION, pupil=PupilId(99)), "exclusion_needs_pupil"),
        (replace(OBJECTION, recipient=RecipientId(9)), "recipient_unknown"),
        (replace(OBJECTION, flow=FlowId(2)), "exclusion_of_another"),
        (replace(OBJECTION, reason=" "), "exclusion_needs_reason"),
        (replace(OBJECTION, last_day=date(2026, 8, 1)), "exclusion_backwards"),
    ):
        with pytest.raises(Refused, match=code):
            shut_out(wrong, PAT)
    shut_out(OBJECTION, PAT)
    with pytest.raises(Refused, match="exclusion_known"):
        shut_out(replace(OBJECTION, flow=FlowId(1), first_day=TODAY), PAT)


def test_a_protected_child_is_left_out_until_it_is_let_in_by_name(office):
    juno = office.register.current(Pupil)[0]
    with office.register.writing(PAT) as writer:
        writer.add(replace(juno.record, protected=True), supersedes=juno.seq, reason="moved")
    guarded = a_flow(protected_off=True, valid_from=date(2026, 9, 1))
    office.arranging.end_flow(FlowId(1), date(2026, 8, 31), "a new one", PAT)
    made = office.arranging.add_flow(guarded, PAT)

    assert office.map.reaching.on(made, TODAY).protected == {JUNO}
    assert running(office) == []
    office.map.shutting_out.let_in_by_name(made.id, [JUNO], TODAY, PAT)

    then, now = made, office.book.flow_on(made.id, TODAY)
    assert (then.let_in, now.let_in, now.version) == ((), (JUNO,), 2)
    assert JUNO in office.map.reaching.on(now, TODAY).pupils
    assert len(running(office)) == 1


def test_new_sharing_leaves_protected_children_out_unless_everyone_must_be_told_of(office):
    rows = office.map.shutting_out._catalogues.starter_flows
    school = [row for row in rows.values() if row.kind == "photographer"][:1]
    council = [row for row in rows.values() if row.kind == "local_authority"][:1]
    office.arranging.adopt([*school, *council], TODAY, PAT)

    by_starter = {flow.starter: flow.protected_off for flow in office.book.flows()}
    assert [by_starter[row.code] for row in (*school, *council)] == [True] * len(school) + [False]
    assert office.book.flow_on(FlowId(1), TODAY).protected_off is False
