"""Children shut out of a recipient, and bulk events with an exception."""

from datetime import date

import pytest

from sharebook.domain.errors import Refused
from sharebook.domain.names import Code

LUNCH = "so that lunch is safe"


def test_a_child_shut_out_of_a_recipient_is_told_until_when(office):
    plates = office.recipient("Pretend Plates Catering")
    office.flow(plates, LUNCH)
    then = office.on(2025, 3, 3)
    office.exclude("Juno", plates, date(2025, 3, 1))
    office.on(2025, 9, 14)

    assert office.spoken("Juno") == (
        "No organisation gets Juno’s information regularly any more."
        " One organisation got it regularly before."
    )
    assert office.read("Juno") == [
        "Pretend Plates Catering | Full name and class or form, so that lunch is safe"
        " | Every term, Sep 2024 to Feb 2025. Last sent: Ended 28 Feb 2025. Public task."
    ]
    assert office.log("Juno")[1].endswith("Every term, Sep 2024 to Feb 2025 | Ended 28 Feb 2025")
    assert "since Sep 2024" in office.read("Juno", date(2025, 2, 28))[0]
    assert "since Sep 2024" in office.read("Juno", date(2025, 3, 2), known=then)[0]
    assert office.spoken("Bea") == "One organisation gets Bea’s information regularly."


def test_a_child_shut_out_from_the_beginning_has_no_line_at_all(office):
    plates = office.recipient("Pretend Plates Catering")
    office.flow(plates, LUNCH)
    office.exclude("Juno", plates, date(2024, 9, 1))
    office.on(2025, 9, 14)

    assert office.spoken("Juno") == "No organisation has Juno’s information from us."
    assert office.log("Juno") == ["0 kinds of regular sharing and 0 occasions, to 0 organisations"]


def test_an_exclusion_that_ends_leaves_a_gap_and_nothing_is_claimed_in_it(office):
    plates = office.recipient("Pretend Plates Catering")
    office.flow(plates, LUNCH)
    office.on(2025, 9, 14)
    office.exclude("Juno", plates, date(2025, 3, 3), date(2025, 3, 28))

    assert office.read("Juno") == [
        "Pretend Plates Catering | Full name and class or form, so that lunch is safe"
        " | Every term, 2 Sep 2024 to 2 Mar 2025 and since 29 Mar 2025. Last sent: Ongoing."
        " Public task."
    ]
    assert "Ended 2 Mar 2025" in office.read("Juno", date(2025, 3, 28))[0]
    assert "since 29 Mar 2025" in office.read("Juno", date(2025, 3, 29))[0]
    assert office.log("Juno", date(2025, 3, 3), date(2025, 3, 28)) == [
        "0 kinds of regular sharing and 0 occasions, to 0 organisations"
    ]


def test_an_objection_taken_back_later_ends_on_its_day_and_stood_until_then(office):
    plates = office.recipient("Pretend Plates Catering")
    office.flow(plates, LUNCH)
    office.on(2025, 3, 3)
    office.exclude("Juno", plates, date(2025, 3, 3))
    then = office.on(2025, 6, 2)
    office.lift("Juno", date(2025, 6, 2))
    office.on(2025, 9, 14)

    assert office.spoken("Juno") == "One organisation gets Juno’s information regularly."
    assert (
        "2 Sep 2024 to 2 Mar 2025 and since 2 Jun 2025. Last sent: Ongoing"
        in (office.read("Juno")[0])
    )
    assert office.spoken("Juno", date(2025, 9, 14), known=then) == (
        "No organisation gets Juno’s information regularly any more."
        " One organisation got it regularly before."
    )
    assert "Ended 2 Mar 2025" in office.read("Juno", known=then)[0]


def test_shut_out_of_a_recipient_shuts_out_of_each_of_its_flows(office):
    health = office.recipient("NHS", "nhs")
    office.flow(health, "for the height and weight checks")
    office.flow(health, "to look after teeth")
    office.on(2025, 9, 14)
    office.exclude("Juno", health, date(2025, 2, 1))

    assert office.spoken("Juno") == (
        "No organisation gets Juno’s information regularly any more."
        " One organisation got it regularly before."
    )
    assert all("Sep 2024 to Jan 2025" in line for line in office.read("Juno"))
    assert len(office.read("Juno")) == 2


def test_what_was_sent_in_spite_of_an_exclusion_is_told_all_the_same(office):
    plates = office.recipient("Pretend Plates Catering")
    lunch = office.flow(plates, LUNCH)
    office.on(2025, 9, 14)
    office.send(plates, date(2025, 3, 10), ["Juno"], lunch)
    office.exclude("Juno", plates, date(2025, 3, 3))

    assert office.read("Juno") == [
        "Pretend Plates Catering | Full name and class or form, so that lunch is safe"
        " | Every term, 2 Sep 2024 to 2 Mar 2025 and on 10 Mar 2025. Last sent: 10 Mar 2025."
        " Public task."
    ]


def test_the_child_excepted_from_a_bulk_event_has_nothing_of_it(office):
    council = office.recipient("The pretend council", "local_authority")
    office.on(2025, 9, 14)
    survey = {"purpose": "for the travel survey", "items": (Code("name"),)}
    number = office.send(council, date(2025, 5, 15), ["Bea", "Otis", "Ida"], **survey)

    assert office.spoken("Juno") == "No organisation has Juno’s information from us."
    assert office.read("Juno") == []
    assert office.log("Juno") == ["0 kinds of regular sharing and 0 occasions, to 0 organisations"]
    assert office.desk.browsing.timeline(office.child("Juno")) == []
    assert office.read("Bea") == [
        "The pretend council | Full name, for the travel survey"
        " | Once, one disclosure. Last sent: 15 May 2025. Public task."
    ]
    assert len(office.desk.browsing.entry(number).entry.record.cohort) == 3


def test_the_exception_keeps_the_day_of_the_sending_that_it_was_in(office):
    council = office.recipient("The pretend council", "local_authority")
    census = office.flow(council, "for the school census", cycle=Code("census_day"))
    office.on(2025, 9, 14)
    office.send(council, date(2025, 1, 16), ["Juno", "Bea"], census)
    office.send(council, date(2025, 5, 15), ["Bea"], census)

    assert [row.partition("Last")[2] for row in office.read("Juno")] == [
        " sent: 16 Jan 2025. Public task."
    ]
    assert "Last sent: 15 May 2025" in office.read("Bea")[0]
    assert len(office.log("Juno")) == 3
    assert len(office.log("Bea")) == 4


def test_a_child_let_in_again_before_the_first_day_was_never_shut_out(office):
    plates = office.recipient("Pretend Plates Catering")
    office.flow(plates, LUNCH)
    office.on(2025, 9, 14)
    office.exclude("Juno", plates, date(2025, 3, 3))
    office.lift("Juno", date(2025, 3, 3))

    assert office.read("Juno") == office.read("Bea")


def test_an_entry_that_an_objection_overtook_can_still_be_put_right_but_not_widened(office):
    plates = office.recipient("Pretend Plates Catering")
    office.flow(plates, LUNCH)
    office.on(2025, 9, 14)
    menu = {"purpose": "for the menu", "items": (Code("name"),)}
    number = office.send(plates, date(2025, 3, 10), ["Juno", "Bea"], **menu)
    office.exclude("Juno", plates, date(2025, 3, 3))
    office.exclude("Ida", plates, date(2025, 3, 3))

    with pytest.raises(Refused, match="pupil_shut_out"):
        office.correct(number, "Ida too", pupils=(office.child("Juno"), office.child("Ida")))
    with pytest.raises(Refused, match="pupil_shut_out"):
        office.correct(number, "and the class", items=(Code("name"), Code("class")))
    second = office.correct(number, "another reason", purpose="for the spring menu")
    assert "for the spring menu" in office.read("Juno")[1]
    office.correct(second, "Juno got none", pupils=(office.child("Bea"),))
    assert len(office.read("Juno")) == 1
