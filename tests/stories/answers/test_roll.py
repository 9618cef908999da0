"""Children who leave and come back, change class in the middle of a year, or join late."""

from datetime import date

from sharebook.domain.names import Code
from tests.stories.answers.office import flagged, only_class

LUNCH = "so that lunch is safe"
JUNO = "R674123101121,Sampleton,Juno,14/03/2018"


def test_a_child_who_left_and_came_back_is_not_said_to_be_shared_in_between(office):
    plates = office.recipient("Pretend Plates Catering")
    office.flow(plates, LUNCH)
    then = office.on(2025, 2, 10)
    office.roll(f"{JUNO},2,Wren,02/09/2024,31/01/2025,")
    gone = office.on(2025, 9, 1)
    office.roll(f"{JUNO},3,Heron,01/09/2025,,")
    office.on(2025, 9, 14)

    assert office.spoken("Juno") == "One organisation gets Juno’s information regularly."
    assert office.read("Juno") == [
        "Pretend Plates Catering | Full name and class or form, so that lunch is safe"
        " | Every term, 2 Sep 2024 to 31 Jan 2025 and since 1 Sep 2025. Last sent: Ongoing."
        " Public task."
    ]
    assert office.log("Juno")[1].endswith(
        "Every term, 2 Sep 2024 to 31 Jan 2025 and since 1 Sep 2025 | Ongoing"
    )
    assert office.spoken("Juno", date(2025, 5, 1)) == (
        "No organisation gets Juno’s information regularly any more."
        " One organisation got it regularly before."
    )
    assert office.worded("Juno", date(2025, 5, 1)).about == (
        "Not on roll on that day. Born 14 March 2018."
    )
    assert office.read("Juno", date(2025, 5, 1)) == [
        "Pretend Plates Catering | Full name and class or form, so that lunch is safe"
        " | Every term, Sep 2024 to Jan 2025. Last sent: Ended 31 Jan 2025. Public task."
    ]
    assert office.read("Juno", known=gone) == office.read("Juno", date(2025, 5, 1))
    assert "since Sep 2024. Last sent: Ongoing" in office.read("Juno", known=then)[0]


def test_a_log_of_the_time_away_has_no_line(office):
    plates = office.recipient("Pretend Plates Catering")
    office.flow(plates, LUNCH)
    office.on(2025, 2, 10)
    office.roll(f"{JUNO},2,Wren,02/09/2024,31/01/2025,")
    office.on(2025, 9, 1)
    office.roll(f"{JUNO},3,Heron,01/09/2025,,")
    office.on(2025, 9, 14)

    assert office.log("Juno", date(2025, 2, 1), date(2025, 8, 31)) == [
        "0 kinds of regular sharing and 0 occasions, to 0 organisations"
    ]
    since = office.log("Juno", date(2025, 2, 1))
    assert since[1].endswith("Every term, since Sep 2025 | Ongoing")


def test_a_leaving_day_that_was_put_right_moves_the_last_day(office):
    plates = office.recipient("Pretend Plates Catering")
    office.flow(plates, LUNCH)
    office.on(2025, 2, 10)
    office.roll(f"{JUNO},2,Wren,02/09/2024,31/01/2025,")
    then = office.on(2025, 2, 20)
    office.roll(f"{JUNO},2,Wren,02/09/2024,14/02/2025,")
    office.on(2025, 9, 14)

    assert "Sep 2024 to Feb 2025. Last sent: Ended 14 Feb 2025" in office.read("Juno")[0]
    assert (
        "Sep 2024 to Jan 2025. Last sent: Ended 31 Jan 2025" in (office.read("Juno", known=then)[0])
    )


def test_a_child_at_two_schools_at_once_is_told_once(office):
    plates = office.recipient("Pretend Plates Catering")
    office.flow(plates, LUNCH)
    office.on(2025, 9, 14)
    office.also_in("Juno", "Robin", date(2025, 1, 6), date(2025, 4, 4))

    assert office.read("Juno") == office.read("Bea")


def test_a_file_sent_on_after_the_child_left_is_a_day_of_its_own(office):
    school = office.recipient("Invented Juniors", "school_state")
    handed = office.flow(school, "so that the next school is ready")
    office.on(2025, 9, 14)
    office.roll(f"{JUNO},2,Wren,02/09/2024,31/01/2025,")
    office.send(school, date(2025, 3, 3), ["Juno"], handed)

    assert office.read("Juno") == [
        "Invented Juniors | Full name and class or form, so that the next school is ready"
        " | Every term, 2 Sep 2024 to 31 Jan 2025 and on 3 Mar 2025. Last sent: 3 Mar 2025."
        " Public task."
    ]


def test_a_child_who_comes_back_with_another_number_is_found_by_both(office):
    plates = office.recipient("Pretend Plates Catering")
    office.flow(plates, LUNCH)
    office.on(2025, 2, 10)
    office.roll(f"{JUNO},2,Wren,02/09/2024,31/01/2025,")
    office.on(2025, 9, 1)
    office.roll("B801200005001,Sampleton,Juno,14/03/2018,3,Heron,01/09/2025,,R674123101121")
    office.on(2025, 9, 14)

    juno = office.child("Juno")
    assert office.child("B801200005001") == office.child("R674123101121") == juno
    assert office.desk.answering.pupil(juno).former_upns == ("R674123101121",)
    assert len(office.read("B801200005001")) == 1


def test_in_and_out_of_a_class_in_the_middle_of_a_year(office):
    pool = office.recipient("Imaginary Swimming Baths", "provider")
    office.flow(pool, "for the swimming lessons", covers=only_class("Wren"))
    then = office.on(2025, 1, 13)
    office.roll(f"{JUNO},2,Robin,02/09/2024,,")
    away = office.on(2025, 4, 28)
    office.roll(f"{JUNO},2,Wren,02/09/2024,,")
    office.on(2025, 6, 2)
    office.roll(f"{JUNO},2,Robin,02/09/2024,,")
    office.on(2025, 9, 14)

    assert office.spoken("Juno") == (
        "No organisation gets Juno’s information regularly any more."
        " One organisation got it regularly before."
    )
    assert office.read("Juno") == [
        "Imaginary Swimming Baths | Full name and class or form, for the swimming lessons"
        " | Every term, 2 Sep 2024 to 12 Jan 2025 and 28 Apr 2025 to 1 Jun 2025."
        " Last sent: Ended 1 Jun 2025. Public task."
    ]
    assert "since Sep 2024" in office.read("Juno", date(2025, 1, 12))[0]
    assert (
        "Sep 2024 to Jan 2025. Last sent: Ended 12 Jan 2025"
        in (office.read("Juno", date(2025, 3, 1))[0])
    )
    assert (
        "2 Sep 2024 to 12 Jan 2025 and since 28 Apr 2025"
        in (office.read("Juno", date(2025, 5, 1))[0])
    )
    assert "since Sep 2024" in office.read("Juno", known=then)[0]
    assert "Sep 2024 to Jan 2025" in office.read("Juno", date(2025, 3, 1), known=away)[0]
    assert office.read("Otis") == []
    assert office.spoken("Otis") == "No organisation has Otis’ information from us."


def test_a_whole_roll_event_is_frozen_and_a_later_child_is_not_in_it(office):
    council = office.recipient("The pretend council", "local_authority")
    office.on(2025, 1, 16)
    census = {"purpose": "for the school census", "items": (Code("name"),)}
    everyone = ["Juno", "Bea", "Otis", "Ida"]
    office.send(council, date(2025, 1, 16), everyone, **census)
    office.on(2025, 3, 3)
    office.roll(",Nobodata,Ada,22/02/2018,2,Wren,01/09/2024,,")

    assert office.read("Ada") == []
    assert office.spoken("Ada") == "No organisation has Ada’s information from us."
    assert office.log("Ada") == ["0 kinds of regular sharing and 0 occasions, to 0 organisations"]
    for name in everyone:
        assert office.read(name) == [
            "The pretend council | Full name, for the school census"
            " | Once, one disclosure. Last sent: 16 Jan 2025. Public task."
        ]


def test_a_flow_by_flag_ends_for_a_child_who_loses_it_and_is_still_told(office):
    support = office.recipient("Invented Inclusion Service", "provider")
    office.flow(support, "to plan support", covers=flagged("young carer"))
    then = office.on(2025, 1, 13)
    office.flag("Juno", "young carer")
    office.on(2025, 5, 5)
    office.flag("Juno")
    office.on(2025, 9, 14)

    assert office.read("Juno") == [
        "Invented Inclusion Service | Full name and class or form, to plan support"
        " | Every term, Jan 2025 to May 2025. Last sent: Ended 4 May 2025. Public task."
    ]
    assert "since Jan 2025" in office.read("Juno", date(2025, 2, 1))[0]
    assert office.read("Juno", date(2025, 1, 12)) == []
    assert office.read("Juno", known=then) == []


def test_a_child_protected_from_a_day_on_was_shared_until_then(office):
    pictures = office.recipient("Sample Snaps", "photographer")
    office.flow(pictures, "for the class photograph", protected_off=True)
    office.on(2025, 5, 5)
    office.flag("Juno", protected=True)
    office.on(2025, 9, 14)

    assert "Sep 2024 to May 2025. Last sent: Ended 4 May 2025" in office.read("Juno")[0]
    assert "since Sep 2024" in office.read("Bea")[0]
