"""Two axes of time: when it was true, and when the register knew."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from sharebook.domain.disclosures import Decision
from sharebook.domain.errors import Refused
from sharebook.domain.names import Code, PupilId, SpellId
from sharebook.domain.pupils import Pupil, Spell
from sharebook.domain.recipients import Recipient
from sharebook.services.recording import FlowChoice
from tests.builders import CATERER, a_pupil, a_spell
from tests.services.conftest import NURSE, PAT

JUNO, BEA = PupilId(1), PupilId(2)
HOUR = timedelta(hours=1)


def sent(office, clock, day=date(2026, 9, 10), pupils=(JUNO,), **changes):
    """Record one sharing of a coat, an hour later than what was done before."""
    clock.moment += HOUR
    draft = replace(
        office.recording.start(FlowChoice(NURSE, None, "NHS", "")),
        day=day,
        pupils=pupils,
        items=(Code("name"),),
        purpose="for a coat",
        **changes,
    )
    return office.recording.save(draft, PAT)


def corrected(office, clock, number, **changes):
    clock.moment += HOUR
    old = office.recording.entry(number).record
    draft = replace(office.recording.reopen(old), **changes)
    return office.recording.correct(number, draft, "it was wrong", PAT)


def coats(office, pupil, known=None, as_at=None):
    lines = office.answering.answer(pupil, as_at=as_at, known=known).lines
    return [line for line in lines if line.purpose == "for a coat"]


def test_a_late_entry_was_true_before_it_was_known(office, clock):
    before = clock.moment
    sent(office, clock, day=date(2026, 3, 2))

    assert coats(office, JUNO, as_at=date(2026, 3, 2))
    assert not coats(office, JUNO, as_at=date(2026, 3, 1))
    assert not coats(office, JUNO, as_at=date(2026, 3, 2), known=before)


def test_an_entry_corrected_twice_is_told_once_as_it_was_known_each_time(office, clock):
    moments = [clock.moment]
    sent(office, clock)
    moments.append(clock.moment)
    corrected(office, clock, 1, items=(Code("dob"),))
    moments.append(clock.moment)
    corrected(office, clock, 2, items=(Code("class"),))
    moments.append(clock.moment)

    told = [[line.items for line in coats(office, JUNO, moment)] for moment in moments]

    assert told == [[], [(Code("name"),)], [(Code("dob"),)], [(Code("class"),)]]
    with pytest.raises(Refused, match="entry_put_right_already"):
        corrected(office, clock, 1)


def test_a_correction_moves_an_entry_to_the_child_it_was_about(office, clock):
    sent(office, clock)
    then = clock.moment
    corrected(office, clock, 1, pupils=(BEA,))

    assert not coats(office, JUNO)
    assert coats(office, BEA)
    assert coats(office, JUNO, then)
    assert not coats(office, BEA, then)


def test_a_sharing_that_turns_out_not_to_have_happened_leaves_the_answer(office, clock):
    sent(office, clock)
    corrected(office, clock, 1, decision=Decision.WITHDRAWN)

    assert not coats(office, JUNO)


def test_a_correction_of_the_day_moves_it_on_the_worlds_axis(office, clock):
    sent(office, clock, day=date(2026, 9, 10))
    corrected(office, clock, 1, day=date(2026, 9, 3))

    assert coats(office, JUNO, as_at=date(2026, 9, 3))


def test_a_child_the_register_did_not_know_then_is_told_so(office):
    with pytest.raises(Refused, match="pupil_not_known_then"):
        office.answering.answer(JUNO, known=datetime(2020, 1, 1, tzinfo=UTC))


def test_a_recipient_renamed_twice_on_one_day_keeps_the_name_of_yesterday(office, clock):
    yesterday = clock.today() - timedelta(days=1)
    for name in ("Second Plates", "Third Plates"):
        clock.moment += HOUR
        known = office.book.recipients()[CATERER]
        office.arranging.change_recipient(replace(known, name=name), "renamed", PAT)

    def caterer(as_at):
        lines = office.answering.answer(JUNO, as_at=as_at).lines
        return next(line.name for line in lines if line.recipient == CATERER)

    assert caterer(yesterday) == "Pretend Plates Catering"
    assert caterer(clock.today()) == "Third Plates"


def test_a_clock_that_went_back_leaves_every_recipient_its_name(office, clock):
    clock.moment += 48 * HOUR
    new = office.arranging.add_recipient(Recipient(CATERER, "Made Up Coats"), PAT)
    clock.moment -= 47 * HOUR
    draft = replace(
        office.recording.start(FlowChoice(new.id, None, new.name, "")),
        pupils=(JUNO,),
        items=(Code("name"),),
        purpose="for a coat",
    )
    office.recording.save(draft, PAT)

    (line,) = coats(office, JUNO, known=clock.moment)
    assert line.name == "Made Up Coats"


def test_a_class_that_moved_is_answered_from_the_class_of_the_day(office, register, clock):
    moved = clock.today()
    with register.writing(PAT) as writer:
        old = next(each for each in register.about(Spell, JUNO) if each.superseded_by is None)
        ended = replace(old.record, last_day=moved - timedelta(days=1))
        writer.add(ended, supersedes=old.seq, reason="moved up")
        writer.add(
            a_spell(id=SpellId(writer.next_id(Spell)), year="5", class_name="Owl", first_day=moved)
        )

    now, before = (
        office.answering.answer(JUNO),
        office.answering.answer(JUNO, as_at=moved - timedelta(days=1)),
    )
    assert now.spell is not None
    assert before.spell is not None
    assert (now.spell.class_name, before.spell.class_name) == ("Owl", "Kingfisher")
    assert now.regular[0].since == before.regular[0].since


def test_a_childs_new_name_is_not_put_into_what_was_known_before(office, register, clock):
    then = clock.moment
    clock.moment += HOUR
    old = register.versions(Pupil, JUNO)[-1]
    with register.writing(PAT) as writer:
        renamed = a_pupil(forename="June", upn="")
        writer.add(renamed, supersedes=old.seq, reason="deed poll")

    assert office.answering.answer(JUNO).pupil.forename == "June"
    assert office.answering.answer(JUNO, known=then).pupil.forename == "Juno"
