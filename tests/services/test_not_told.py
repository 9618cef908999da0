"""What the family is not told yet: in no answer and no print for them; the office sees it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sharebook.domain.considered import NotTold
from sharebook.domain.names import Code, PupilId
from tests.builders import JUNO

PAT = "Pat Inkwell"
KIT = PupilId(2)
QUIET = NotTold(date(2026, 10, 12), "Quinn Samplewright", "It could put Juno at risk.")


@pytest.fixture
def visit(office):
    choice = next(each for each in office.recording.choices() if each.name == "NHS: school nurse")
    return replace(office.recording.start(choice), pupils=(JUNO, KIT))


def told(desk, pupil=JUNO, **more):
    given = desk.answering.answer(pupil, **more)
    return [event.number for event in given.events], [line.name for line in given.once]


def test_an_entry_they_are_not_told_of_is_as_if_it_were_not_there(office, visit):
    office.recording.save(replace(visit, not_told=QUIET, pupils=(JUNO,)), PAT)

    assert told(office) == ([], [])
    assert told(office) == told(office, KIT)
    assert told(office, office=True)[0] == [1]


def test_it_is_told_again_once_the_last_day_is_past(office, visit, clock):
    office.recording.save(replace(visit, not_told=QUIET), PAT)
    clock.moment += timedelta(days=28)
    assert told(office)[0] == []
    clock.moment += timedelta(days=1)

    assert told(office)[0] == [1]


def test_no_other_day_that_is_asked_about_tells_it(office, visit, clock):
    office.recording.save(visit, PAT)
    before = clock.now()
    clock.moment += timedelta(days=1)
    office.recording.correct(1, replace(visit, not_told=QUIET), "Telling must wait.", PAT)

    assert told(office, as_at=date(2026, 9, 14))[0] == []
    assert told(office, as_at=date(2027, 9, 1))[0] == []
    assert told(office, known=before)[0] == []
    assert told(office, known=before, office=True)[0] == [1]


def test_not_told_without_an_end_waits_until_somebody_says_otherwise(office, visit, clock):
    office.recording.save(replace(visit, family_told=Code("not_told_risk")), PAT)
    clock.moment += timedelta(days=400)

    assert told(office)[0] == []
    office.recording.correct(1, replace(visit, family_told=Code("told_after")), "Told now.", PAT)
    assert told(office)[0] == [2]


def test_the_usual_last_day_comes_from_the_list_of_clocks(office, visit):
    quiet = replace(visit, family_told=Code("not_told_yet"))

    assert office.recording.not_told_until(quiet) == date(2026, 10, 12)
    assert office.recording.not_told_until(visit) is None


def test_the_same_again_looks_at_the_time_anew(office, visit, clock):
    entry = office.recording.save(
        replace(visit, family_told=Code("not_told_yet"), not_told=QUIET), PAT
    )
    clock.moment += timedelta(days=7)

    assert office.recording.repeat(entry).not_told.until == date(2026, 10, 19)
