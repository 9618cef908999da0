"""Sent in error: the entry and its incident are kept together, and the clock of law runs."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sharebook.domain.disclosures import Decision
from sharebook.domain.errors import Refused
from sharebook.domain.findings import Severity
from sharebook.domain.incidents import Incident
from sharebook.domain.names import Code, PupilId
from sharebook.services.incidents import Incidents
from tests.builders import JUNO, an_exclusion, catalogues

PAT = "Pat Inkwell"
ERROR = Code("error")


@pytest.fixture
def incidents(office, clock):
    return Incidents(office.register, catalogues(), clock)


@pytest.fixture
def wrongly_sent(office):
    choice = next(each for each in office.recording.choices() if each.name == "NHS: school nurse")
    return replace(
        office.recording.start(choice),
        pupils=(JUNO,),
        trigger=ERROR,
        reason="The letter was put into the wrong envelope.",
    )


def test_the_entry_and_the_incident_are_written_together(office, incidents, wrongly_sent):
    entry = office.recording.save(wrongly_sent, PAT)

    found = incidents.open()[0].incident
    assert (found.entry, found.aware_on, found.owner) == (entry.number, date(2026, 9, 14), PAT)
    assert found.what == "The letter was put into the wrong envelope."
    at = {each.record: each.at for each in office.register.current(Incident)}
    assert at[found] == office.recording.entry(entry.number).at


def test_the_law_s_hours_run_from_when_the_school_knew(office, incidents, wrongly_sent, clock):
    office.recording.save(wrongly_sent, PAT)
    first = incidents.open()[0]
    clock.moment += timedelta(hours=71)
    later = incidents.open()[0]
    clock.moment += timedelta(hours=2)

    assert (first.hours_left, later.hours_left) == (72, 1)
    assert incidents.open()[0].overdue


def test_a_sharing_that_went_right_opens_nothing(office, incidents, wrongly_sent):
    office.recording.save(replace(wrongly_sent, trigger=Code("routine")), PAT)
    refused = replace(wrongly_sent, decision=Decision.REFUSED)
    office.recording.save(refused, PAT)

    assert incidents.every() == []


def test_what_may_never_be_sent_can_be_told_when_it_was_sent_in_error(office, wrongly_sent):
    with office.register.writing(PAT) as writer:
        writer.add(an_exclusion(pupil=JUNO, recipient=wrongly_sent.recipient))
    stopped = replace(wrongly_sent, trigger=Code("routine"))
    with pytest.raises(Refused, match="pupil_shut_out"):
        office.recording.save(stopped, PAT)

    found = {each.code: each.severity for each in office.recording.advice(wrongly_sent)}
    assert found["pupil_shut_out"] is Severity.WARNING
    assert office.recording.save(wrongly_sent, PAT).number == 1


def test_an_entry_put_right_takes_its_incident_along(office, incidents, wrongly_sent):
    first = office.recording.save(wrongly_sent, PAT)
    better = replace(wrongly_sent, pupils=(JUNO, PupilId(2)))
    second = office.recording.correct(first.number, better, "Two letters were in it.", PAT)

    assert [each.incident.entry for each in incidents.every()] == [second.number]


def test_an_entry_that_turns_out_to_be_an_error_opens_one(office, incidents, wrongly_sent):
    first = office.recording.save(replace(wrongly_sent, trigger=Code("routine")), PAT)
    office.recording.correct(first.number, wrongly_sent, "It was the wrong nurse.", PAT)

    assert len(incidents.open()) == 1


def test_it_is_followed_until_it_is_closed_and_nothing_is_lost(office, incidents, wrongly_sent):
    office.recording.save(wrongly_sent, PAT)
    found = incidents.open()[0].incident
    today = date(2026, 9, 14)
    recalled = incidents.update(replace(found, recalled_on=today), PAT)
    closed = replace(recalled, confirmed_on=today, closed_on=today, outcome=" They deleted it. ")
    incidents.update(closed, PAT)

    versions = office.register.versions(Incident, found.id)
    assert incidents.open() == []
    assert versions[-1].record.outcome == "They deleted it."
    assert [each.reason for each in versions] == [
        "",
        "asked for it back",
        "it was confirmed, closed",
    ]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({}, "incident_nothing_new"),
        ({"recalled_on": date(2026, 9, 15)}, "incident_day_ahead"),
        ({"recalled_on": date(2026, 9, 13)}, "incident_day_early"),
        ({"closed_on": date(2026, 9, 14)}, "incident_needs_outcome"),
    ],
)
def test_what_cannot_be_is_said(office, incidents, wrongly_sent, change, code):
    office.recording.save(wrongly_sent, PAT)
    found = incidents.open()[0].incident

    with pytest.raises(Refused, match=code):
        incidents.update(replace(found, **change), PAT)


def test_nobody_knows_an_incident_that_is_not_there(incidents):
    with pytest.raises(Refused, match="incident_unknown"):
        incidents.one(9)
