"""The notice says a recipient's new name from its day on, in a new version of what it gets."""

from dataclasses import replace
from datetime import date

import pytest

from sharebook.domain.acknowledgements import About
from sharebook.domain.errors import Refused
from sharebook.domain.findings import Finding, Severity
from sharebook.domain.flows import Flow
from sharebook.domain.names import Code, FlowId
from sharebook.services.acknowledging import Acknowledging, Left
from tests.builders import CATERER, JUNO, a_flow, a_recipient, catalogues
from tests.services.conftest import NURSE

PAT = "Pat Inkwell"
TODAY = date(2026, 9, 14)
LUNCH, WEIGHING = FlowId(1), FlowId(2)
OLD, NEW = "The NHS, including the nurse", "The Example Health Trust, including the nurse"


def rename(office, first_day=TODAY, name="Example Health Trust"):
    office.map.replacing.rename(NURSE, name, first_day, PAT)


def lines(office, flow=WEIGHING):
    return [
        (it.version, it.notice_line, it.valid_from, it.valid_to)
        for it in sorted(office.book.flows(), key=lambda it: it.valid_from)
        if it.id == flow
    ]


def test_from_the_day_of_renaming_on_the_line_says_the_new_name(office):
    rename(office, date(2026, 9, 1))
    assert lines(office) == [
        (1, OLD, date(2023, 1, 9), date(2026, 8, 31)),
        (2, NEW, date(2026, 9, 1), None),
    ]
    assert lines(office, LUNCH) == [
        (1, "Pretend Plates, our school meals caterer", date(2022, 9, 1), None)
    ]


def test_a_name_changed_in_the_office_holds_from_today(office):
    nurse = office.book.recipients()[NURSE]
    office.arranging.change_recipient(replace(nurse, phone="01632 960111"), "heard", PAT)
    assert len(lines(office)) == 1
    office.arranging.change_recipient(replace(nurse, name="Example Health Trust"), "heard", PAT)
    assert lines(office)[1] == (2, NEW, TODAY, None)


def test_nothing_of_what_was_written_is_gone(office, register):
    rename(office)
    (written, ended) = (it for it in register.versions(Flow, WEIGHING) if it.record.version == 1)
    assert (written.record.notice_line, written.record.valid_to) == (OLD, None)
    assert ended.record == replace(written.record, valid_to=date(2026, 9, 13))
    (_, then) = office.map.dating.versions(WEIGHING)
    assert [each.label for each in then.changes] == ["Line in the notice"]
    assert office.book.flow_on(WEIGHING, TODAY).items == written.record.items


def test_a_version_still_to_come_says_it_too_and_stays_the_last(office):
    later = date(2026, 11, 2)
    was = office.book.flow_on(WEIGHING, TODAY)
    office.arranging.change_flow(replace(was, purpose="for teeth"), later, PAT)
    rename(office)
    assert lines(office) == [
        (1, OLD, date(2023, 1, 9), date(2026, 9, 13)),
        (3, NEW, TODAY, date(2026, 11, 1)),
        (2, NEW, later, None),
    ]
    assert [it.flow.version for it in office.map.dating.versions(WEIGHING)] == [1, 3, 2]
    with pytest.raises(Refused, match="version_too_early"):
        office.arranging.change_flow(was, date(2026, 10, 1), PAT)
    made = office.arranging.change_flow(was, date(2027, 1, 4), PAT)
    assert made.version == 4
    assert office.book.flow_on(WEIGHING, date(2026, 12, 1)).purpose == "for teeth"


def test_what_had_ended_by_then_keeps_the_old_name(office):
    office.arranging.end_flow(WEIGHING, date(2026, 7, 21), "no more", PAT)
    rename(office, date(2026, 9, 1))
    assert lines(office) == [(1, OLD, date(2023, 1, 9), date(2026, 7, 21))]


def test_renamed_twice_on_one_day_makes_one_version(office):
    rename(office)
    nurse = office.book.recipients()[NURSE]
    office.arranging.change_recipient(replace(nurse, name="Example Nurses"), "heard", PAT)
    assert lines(office)[1:] == [(2, "The Example Nurses, including the nurse", TODAY, None)]


def test_another_s_flow_that_shares_the_line_says_it_as_well(office):
    office.arranging.add_flow(a_flow(notice_line=OLD), PAT)
    office.arranging.add_flow(a_flow(notice_line="NHS Placeholder, a firm of its own"), PAT)
    rename(office)
    said = {flow.notice_line for flow in office.book.flows_on(TODAY)}
    assert said == {
        NEW,
        "Pretend Plates, our school meals caterer",
        "NHS Placeholder, a firm of its own",
    }


def test_what_was_left_as_it_is_is_not_asked_again_for_a_name(office, register, clock):
    finding = Finding("not_in_notice", Severity.GAP)
    acknowledging = Acknowledging(register, catalogues(), clock)
    acknowledging.acknowledge(About.FLOW, WEIGHING, finding, "It is", PAT, version=1)
    rename(office)
    assert Left(register).without([finding], About.FLOW, WEIGHING, 2) == ()
    assert [it.record.because for it in acknowledging.standing()] == ["It is"]


def test_a_day_to_come_leaves_the_notice_and_what_was_left_until_then(office, register, clock):
    finding = Finding("not_in_notice", Severity.GAP)
    acknowledging = Acknowledging(register, catalogues(), clock)
    acknowledging.acknowledge(About.FLOW, WEIGHING, finding, "It is", PAT, version=1)
    rename(office, date(2026, 10, 1))
    assert office.book.flow_on(WEIGHING, TODAY).notice_line == OLD
    assert office.book.flow_on(WEIGHING, date(2026, 10, 1)).notice_line == NEW
    assert Left(register).without([finding], About.FLOW, WEIGHING, 1) == ()


def test_a_family_hears_of_one_purpose_since_the_day_it_began(office):
    office.arranging.change_flow(
        a_flow(notice_line="Pretend Plates Catering, our kitchen"), date(2026, 9, 1), PAT
    )
    renamed = a_recipient(name="Invented Dinners")
    office.arranging.change_recipient(renamed, "renamed", PAT)
    (line,) = (it for it in office.answering.answer(JUNO).lines if it.recipient == CATERER)
    assert (line.name, line.since, line.partly) == ("Invented Dinners", date(2022, 9, 1), ())
    assert office.book.flow_on(LUNCH, TODAY).notice_line == "Invented Dinners, our kitchen"
    assert office.book.flow_on(LUNCH, TODAY).basis.condition == Code("A9_G")
