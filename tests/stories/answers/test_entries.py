"""Entries written late, put right, put right again, and recorded by mistake."""

from datetime import date

import pytest

from sharebook.domain.disclosures import Decision
from sharebook.domain.errors import Refused
from sharebook.domain.flows import Standing
from sharebook.domain.names import Code

COAT = {"purpose": "for a coat", "items": (Code("name"),)}
NOTHING = "No organisation has Juno’s information from us."


@pytest.fixture
def charity(office):
    return office.recipient("Invented Coats", "other")


def coat(line_says: str, what: str = "Full name") -> list[str]:
    return [f"Invented Coats | {what}, for a coat | {line_says}. Public task."]


def test_a_late_entry_was_true_before_anybody_wrote_it_down(office, charity):
    then = office.on(2025, 9, 10)
    office.send(charity, date(2025, 3, 3), ["Juno"], **COAT)

    told = coat("Once, one disclosure. Last sent: 3 Mar 2025")
    assert office.read("Juno") == told
    assert office.spoken("Juno") == (
        "One organisation had some of Juno’s information on particular occasions."
    )
    assert office.read("Juno", date(2025, 3, 3)) == told
    assert office.spoken("Juno", date(2025, 3, 2)) == NOTHING
    assert office.spoken("Juno", date(2025, 9, 10), known=then) == NOTHING
    assert office.log("Juno", date(2025, 3, 1), date(2025, 3, 31))[1:] == [
        "1 | 3 Mar 2025 | Invented Coats | Full name | For a coat / Public task"
        " | Handed over. Theo Placeholder"
    ]


def test_an_entry_put_right_says_the_new_and_as_it_was_known_the_old(office, charity):
    office.on(2025, 9, 8)
    first = office.send(charity, date(2025, 9, 5), ["Juno"], **COAT)
    then = office.on(2025, 9, 10)
    office.correct(first, "the date was wrong", day=date(2025, 9, 3), items=(Code("dob"),))
    office.on(2025, 9, 14)

    assert office.read("Juno") == coat(
        "Once, one disclosure. Last sent: 3 Sep 2025", "Date of birth"
    )
    assert office.read("Juno", date(2025, 9, 4)) == office.read("Juno")
    assert office.read("Juno", known=then) == coat("Once, one disclosure. Last sent: 5 Sep 2025")
    assert office.spoken("Juno", date(2025, 9, 4), known=then) == NOTHING
    printed = office.log("Juno")
    assert printed[0] == "0 kinds of regular sharing and 1 occasion, to 1 organisation"
    assert [row.split(" | ")[1:4] for row in printed[1:]] == [
        ["3 Sep 2025", "Invented Coats", "Date of birth"]
    ]


def test_a_child_taken_out_by_a_correction_has_the_line_no_longer(office, charity):
    office.on(2025, 9, 8)
    first = office.send(charity, date(2025, 9, 5), ["Juno", "Bea"], **COAT)
    then = office.on(2025, 9, 10)
    office.correct(
        first, "it was Otis, not Juno", pupils=(office.child("Bea"), office.child("Otis"))
    )
    office.on(2025, 9, 14)

    told = coat("Once, one disclosure. Last sent: 5 Sep 2025")
    assert office.spoken("Juno") == NOTHING
    assert office.log("Juno") == ["0 kinds of regular sharing and 0 occasions, to 0 organisations"]
    assert office.read("Bea") == office.read("Otis") == told
    assert office.read("Juno", known=then) == office.read("Bea", known=then) == told
    assert office.read("Otis", known=then) == []


def test_a_correction_under_a_flow_moves_its_last_sending_for_each_child(office):
    council = office.recipient("The pretend council", "local_authority")
    census = office.flow(council, "for the school census", cycle=Code("census_day"))
    office.on(2025, 9, 8)
    office.send(council, date(2025, 1, 16), ["Juno", "Bea"], census)
    second = office.send(council, date(2025, 5, 15), ["Juno", "Bea"], census)
    then = office.on(2025, 9, 10)
    office.correct(
        second, "the day after, without Juno", day=date(2025, 5, 16), pupils=(office.child("Bea"),)
    )
    office.on(2025, 9, 14)

    assert "since Sep 2024. Last sent: 16 Jan 2025" in office.read("Juno")[0]
    assert "since Sep 2024. Last sent: 16 May 2025" in office.read("Bea")[0]
    assert "Last sent: 15 May 2025" in office.read("Juno", known=then)[0]
    assert "Last sent: 16 Jan 2025" in office.read("Bea", date(2025, 5, 15))[0]
    assert [row.split(" | ")[1] for row in office.log("Juno")[2:]] == ["16 Jan 2025"]
    assert [row.split(" | ")[1] for row in office.log("Bea")[2:]] == ["16 Jan 2025", "16 May 2025"]


def test_a_correction_of_a_correction_is_told_once_at_each_moment(office, charity):
    moments = [office.on(2025, 9, 8)]
    number = office.send(charity, date(2025, 9, 5), ["Juno"], **COAT)
    moments.append(office.on(2025, 9, 9))
    second = office.correct(number, "the day before", day=date(2025, 9, 4))
    moments.append(office.on(2025, 9, 10))
    third = office.correct(second, "and one before that", day=date(2025, 9, 3))
    moments.append(office.on(2025, 9, 14))

    told = [[row[-24:] for row in office.read("Juno", known=moment)] for moment in moments]
    assert told == [
        [],
        ["5 Sep 2025. Public task."],
        ["4 Sep 2025. Public task."],
        ["3 Sep 2025. Public task."],
    ]
    assert (number, second, third) == (1, 2, 3)
    with pytest.raises(Refused, match="entry_put_right_already"):
        office.correct(number, "once more")
    assert len(office.log("Juno")) == 2


def test_a_correction_to_nothing_given_takes_the_line_away(office, charity):
    office.on(2025, 9, 8)
    first = office.send(charity, date(2025, 9, 5), ["Juno"], **COAT)
    office.correct(first, "they took it back", decision=Decision.WITHDRAWN)

    assert office.spoken("Juno") == NOTHING
    assert len(office.log("Juno")) == 1


def test_recorded_by_mistake_is_gone_and_taken_back_is_there_again(office, charity):
    office.on(2025, 9, 8)
    number = office.send(charity, date(2025, 9, 5), ["Juno"], **COAT)
    before = office.on(2025, 9, 9)
    office.desk.striking.strike_out(number, "entered twice", "Pat Inkwell")
    struck = office.on(2025, 9, 10)

    told = coat("Once, one disclosure. Last sent: 5 Sep 2025")
    assert office.spoken("Juno") == NOTHING
    assert office.log("Juno") == ["0 kinds of regular sharing and 0 occasions, to 0 organisations"]
    assert office.read("Juno", known=before) == told
    office.desk.striking.put_back(number, "it was no mistake", "Pat Inkwell")
    office.on(2025, 9, 14)
    assert office.read("Juno") == told
    assert office.spoken("Juno", known=struck) == NOTHING


def test_striking_out_a_correction_leaves_neither(office, charity):
    office.on(2025, 9, 8)
    first = office.send(charity, date(2025, 9, 5), ["Juno"], **COAT)
    second = office.correct(first, "the day before", day=date(2025, 9, 4))
    office.desk.striking.strike_out(second, "nothing was sent", "Pat Inkwell")

    assert office.spoken("Juno") == NOTHING


def test_what_is_decided_case_by_case_is_told_by_its_occasions_alone(office):
    nurse = office.recipient("NHS", "nhs", units=("school nurse",))
    checks = office.flow(
        nurse, "so that a worry is looked at", unit="school nurse", cycle=Code("case_by_case")
    )
    then = office.on(2025, 9, 10)
    assert office.spoken("Juno") == NOTHING
    office.send(nurse, date(2025, 3, 3), ["Juno"], checks)
    office.send(nurse, date(2025, 6, 10), ["Juno"], checks)

    assert office.read("Juno") == [
        "NHS: school nurse | Full name and class or form, so that a worry is looked at"
        " | 2 times, since Mar 2025. Last sent: 10 Jun 2025. Public task."
    ]
    assert (
        "Once, one disclosure. Last sent: 3 Mar 2025" in (office.read("Juno", date(2025, 6, 9))[0])
    )
    assert office.read("Juno", known=then) == []
    assert office.spoken("Bea") == "No organisation has Bea’s information from us."


def test_a_conditional_flow_is_told_when_its_case_came(office):
    police = office.recipient("Invented Constabulary", "police")
    missing = office.flow(
        police,
        "so that a missing child is found",
        "name dob",
        standing=Standing.CONDITIONAL,
        condition="a child is missing",
    )
    office.on(2025, 9, 14)
    assert office.spoken("Juno") == NOTHING
    office.send(police, date(2025, 3, 3), ["Juno"], missing)

    assert office.read("Juno") == [
        "Invented Constabulary | Full name and date of birth, so that a missing child is found"
        " | Once, one disclosure. Last sent: 3 Mar 2025. Public task."
    ]
    assert office.spoken("Bea") == "No organisation has Bea’s information from us."


def test_a_refusal_is_told_to_no_family_as_a_sharing(office, charity):
    office.on(2025, 9, 14)
    office.send(
        charity,
        date(2025, 9, 5),
        ["Juno"],
        **COAT,
        decision=Decision.REFUSED,
        reason="they could not say why",
    )

    assert office.spoken("Juno") == NOTHING
    assert office.log("Juno") == ["0 kinds of regular sharing and 0 occasions, to 0 organisations"]
