"""The documents say what the register holds, and whose paper they are."""

from dataclasses import replace
from datetime import date

import pytest

from sharebook.domain.flows import Standing
from sharebook.domain.names import Code, FlowId
from sharebook.domain.school import School
from sharebook.services.publishing.desk import Publishing
from sharebook.services.publishing.sources import Sources
from tests.builders import JUNO, a_flow, catalogues

PAT = "Pat Inkwell"


@pytest.fixture
def publishing(office, clock):
    sources = Sources(
        office.register, office.book, office.answering, office.reviewing, catalogues(), clock
    )
    return Publishing(sources)


def text(publishing, document) -> str:
    return str(publishing.render(document, "txt"), "utf-8")


def change_school(office, **changes) -> None:
    (school,) = office.register.current(School)
    with office.register.writing(PAT) as writer:
        writer.add(replace(school.record, **changes), supersedes=school.seq, reason="a test")


def test_a_log_is_marked_and_a_notice_is_not(publishing):
    assert publishing.log(JUNO).marking == "OFFICIAL-SENSITIVE"
    assert publishing.notice().marking == ""


def test_a_school_may_have_its_own_marking(office, publishing):
    change_school(office, marking=Code("CONFIDENTIAL"))

    assert publishing.log(JUNO).marking == "CONFIDENTIAL"


def test_every_paper_of_a_practice_school_says_it_is_invented(office, publishing):
    change_school(office, practice=True)

    for document in (publishing.notice(), publishing.log(JUNO), publishing.report()):
        assert document.marking == "PRACTICE: ALL INVENTED"


def test_a_line_shared_by_two_flows_stands_once_in_the_notice(office, publishing):
    with office.register.writing(PAT) as writer:
        writer.add(a_flow(id=FlowId(3), purpose="so that bills are paid"))

    assert text(publishing, publishing.notice()).count("our school meals caterer") == 1


def test_what_is_still_to_be_agreed_is_not_in_the_notice(office, publishing):
    with office.register.writing(PAT) as writer:
        writer.add(
            a_flow(
                id=FlowId(3),
                notice_line="The Ministry of Maybe",
                standing=Standing.RESERVED,
                valid_from=date(2026, 1, 1),
            )
        )

    assert "Ministry of Maybe" not in text(publishing, publishing.notice())


def test_a_log_never_says_whether_something_was_left_out(publishing):
    told = " ".join(text(publishing, publishing.log(JUNO)).split())

    assert "We do not always say whether that has been done." in told
    assert "Nothing has been left out" not in told


def test_a_report_on_an_empty_year_says_so(publishing):
    assert "no pupil information was shared" in " ".join(
        text(publishing, publishing.report(2019)).split()
    )
