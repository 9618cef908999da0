"""Whom a family hears of when recipients change their name, their place or their number."""

from datetime import date

from sharebook.domain.bases import BasisChain
from sharebook.domain.names import Code, RecipientId
from sharebook.domain.recipients import Recipient
from tests.stories.answers.office import CONSENT, PAT

LUNCH = "so that lunch is safe"


def test_a_renamed_recipient_is_one_and_every_print_has_the_name_of_its_day(office):
    plates = office.recipient("Pretend Plates Catering")
    lunch = office.flow(plates, LUNCH)
    office.on(2025, 3, 3)
    office.send(plates, date(2025, 3, 3), ["Juno", "Bea"], lunch)
    office.on(2025, 7, 1)
    office.rename(plates, "Made-up Meals")
    before = office.later()
    office.on(2025, 9, 14)

    assert office.spoken("Juno") == "One organisation gets Juno’s information regularly."
    assert office.read("Juno") == [
        "Made-up Meals (until 30 Jun 2025 called Pretend Plates Catering)"
        " | Full name and class or form, so that lunch is safe"
        " | Every term, since Sep 2024. Last sent: 3 Mar 2025. Public task."
    ]
    assert office.read("Juno", date(2025, 6, 30)) == [
        "Pretend Plates Catering"
        " | Full name and class or form, so that lunch is safe"
        " | Every term, since Sep 2024. Last sent: 3 Mar 2025. Public task."
    ]
    assert office.read("Juno", date(2025, 7, 1), known=before)[0].startswith("Made-up Meals (until")
    assert office.log("Juno") == [
        "1 kind of regular sharing and 1 occasion, to 1 organisation",
        "1 | Made-up Meals | Full name and class or form | So that lunch is safe / Public task"
        " | Every term, since Sep 2024 | 3 Mar 2025",
        "1 | 3 Mar 2025 | Pretend Plates Catering | Full name and class or form"
        " | So that lunch is safe / Public task"
        " | Secure website of the recipient. Theo Placeholder",
    ]
    assert office.renamed("Juno") == [
        "Made-up Meals was called Pretend Plates Catering until 30 June 2025."
    ]
    assert office.renamed("Juno", since=date(2025, 7, 1)) == []
    old = office.log("Juno", until=date(2025, 6, 30))
    assert not any("Made-up" in row for row in old)
    assert old[0] == "1 kind of regular sharing and 1 occasion, to 1 organisation"


def test_as_it_was_known_before_the_renaming_nobody_had_heard_of_the_new_name(office):
    plates = office.recipient("Pretend Plates Catering")
    office.flow(plates, LUNCH)
    then = office.on(2025, 6, 30)
    office.on(2025, 7, 1)
    office.rename(plates, "Made-up Meals")
    office.on(2025, 9, 14)

    assert office.read("Juno", date(2025, 9, 14), known=then) == [
        "Pretend Plates Catering"
        " | Full name and class or form, so that lunch is safe"
        " | Every term, since Sep 2024. Last sent: Ongoing. Public task."
    ]


def test_a_new_name_heard_of_late_stands_since_its_day(office):
    plates = office.recipient("Pretend Plates Catering")
    office.flow(plates, LUNCH)
    then = office.on(2025, 7, 1)
    office.replacing.rename(plates, "Second Plates", date(2025, 2, 3), PAT)
    office.replacing.rename(plates, "Made-up Meals", date(2025, 5, 1), PAT)
    office.on(2025, 9, 14)

    assert office.read("Juno")[0].split(" | ")[0] == (
        "Made-up Meals (until 2 Feb 2025 called Pretend Plates Catering,"
        " until 30 Apr 2025 called Second Plates)"
    )
    assert office.read("Juno", date(2025, 3, 1))[0].startswith(
        "Second Plates (until 2 Feb 2025 called Pretend Plates Catering) |"
    )
    assert office.read("Juno", date(2025, 6, 1), known=then)[0].startswith(
        "Pretend Plates Catering |"
    )
    assert office.log("Juno")[0] == "1 kind of regular sharing and 0 occasions, to 1 organisation"
    assert office.renamed("Juno") == [
        "Made-up Meals was called Pretend Plates Catering until 2 February 2025"
        " and Second Plates until 30 April 2025."
    ]


def test_a_firm_in_anothers_place_is_two_and_who_was_shut_out_stays_so(office):
    plates = office.recipient("Pretend Plates Catering")
    lunch = office.flow(plates, LUNCH, notice_line="Pretend Plates Catering, for meals")
    then = office.on(2025, 8, 20)
    office.exclude("Bea", plates, date(2025, 3, 3))
    new = Recipient(RecipientId(0), "Invented Dinners", Code("caterer"))
    office.replacing.take_over(plates, new, date(2025, 8, 31), [lunch.id], PAT)
    office.on(2025, 9, 14)

    assert [row.split(" | ")[0] + row.split(",")[-1] for row in office.read("Juno")] == [
        "Invented Dinners since Sep 2025. Last sent: Ongoing. Public task.",
        "Pretend Plates Catering Sep 2024 to Aug 2025. Last sent: Ended 31 Aug 2025. Public task.",
    ]
    assert [row.split(" | ")[0] + row.split(",")[-1] for row in office.read("Bea")] == [
        "Pretend Plates Catering Sep 2024 to Mar 2025. Last sent: Ended 2 Mar 2025. Public task."
    ]
    assert office.spoken("Bea", known=then) == (
        "One organisation gets Bea’s information regularly."
    )


def test_what_was_sent_on_occasion_before_and_after_a_renaming_is_one_line(office):
    gazette = office.recipient("Example Gazette", "media")
    office.on(2025, 6, 2)
    page = {"purpose": "for the sports day page", "items": (Code("name"),)}
    office.send(gazette, date(2025, 6, 2), ["Juno"], **page)
    office.on(2025, 7, 1)
    office.rename(gazette, "Pretend Post")
    office.on(2025, 9, 10)
    office.send(gazette, date(2025, 9, 9), ["Juno"], **page)

    assert office.spoken("Juno") == (
        "One organisation had some of Juno’s information on particular occasions."
    )
    assert office.read("Juno") == [
        "Pretend Post (until 30 Jun 2025 called Example Gazette)"
        " | Full name, for the sports day page"
        " | 2 times, since Jun 2025. Last sent: 9 Sep 2025. Public task."
    ]
    printed = office.log("Juno")
    assert printed[0] == "0 kinds of regular sharing and 2 occasions, to 1 organisation"
    assert [row.split(" | ")[1:3] for row in printed[1:]] == [
        ["2 Jun 2025", "Example Gazette"],
        ["9 Sep 2025", "Pretend Post"],
    ]


def test_two_purposes_one_before_and_one_after_a_renaming_are_one_organisation_on_paper(office):
    gazette = office.recipient("Example Gazette", "media")
    office.on(2025, 6, 3)
    office.send(gazette, date(2025, 6, 2), ["Juno"], purpose="for a race", items=(Code("name"),))
    office.on(2025, 7, 1)
    office.rename(gazette, "Pretend Post")
    office.on(2025, 9, 10)
    office.send(gazette, date(2025, 9, 9), ["Juno"], purpose="for a play", items=(Code("name"),))

    assert office.log("Juno")[0] == "0 kinds of regular sharing and 2 occasions, to 1 organisation"
    assert office.renamed("Juno") == ["Pretend Post was called Example Gazette until 30 June 2025."]
    assert office.spoken("Juno") == (
        "One organisation had some of Juno’s information on particular occasions."
    )


def test_a_replaced_recipient_is_two_one_ended_and_one_begun(office):
    plates = office.recipient("Pretend Plates Catering")
    lunch = office.flow(plates, LUNCH)
    then = office.on(2025, 8, 20)
    dinners = office.recipient("Invented Dinners")
    office.end(lunch, date(2025, 8, 31))
    office.flow(dinners, LUNCH, valid_from=date(2025, 9, 1))
    office.on(2025, 9, 14)

    assert office.spoken("Juno") == (
        "One organisation gets Juno’s information regularly. One more got it regularly before."
    )
    assert office.read("Juno") == [
        "Invented Dinners | Full name and class or form, so that lunch is safe"
        " | Every term, since Sep 2025. Last sent: Ongoing. Public task.",
        "Pretend Plates Catering | Full name and class or form, so that lunch is safe"
        " | Every term, Sep 2024 to Aug 2025. Last sent: Ended 31 Aug 2025. Public task.",
    ]
    assert office.spoken("Juno", date(2025, 8, 31)) == (
        "One organisation gets Juno’s information regularly."
    )
    assert [row[:5] for row in office.read("Juno", date(2025, 8, 31))] == ["Prete"]
    assert office.log("Juno")[0] == (
        "2 kinds of regular sharing and 0 occasions, to 2 organisations"
    )
    assert office.read("Juno", date(2025, 9, 14), known=then) == [
        "Pretend Plates Catering | Full name and class or form, so that lunch is safe"
        " | Every term, since Sep 2024. Last sent: Ongoing. Public task."
    ]


def test_a_flow_that_goes_to_another_recipient_from_a_day_on_names_both(office):
    plates = office.recipient("Pretend Plates Catering")
    lunch = office.flow(plates, LUNCH)
    office.on(2025, 9, 14)
    dinners = office.recipient("Invented Dinners")
    office.change(lunch, date(2025, 9, 1), recipient=dinners)
    office.send(plates, date(2025, 3, 3), ["Juno"], None, purpose=LUNCH, items=lunch.items)

    assert [row.split(" | ")[0] + ": " + row.split(" | ")[2] for row in office.read("Juno")] == [
        "Invented Dinners: Every term, since Sep 2025. Last sent: Ongoing. Public task.",
        "Pretend Plates Catering: Every term, Sep 2024 to Aug 2025. Last sent: Ended 31 Aug 2025."
        " Public task.",
        "Pretend Plates Catering: Once, one disclosure. Last sent: 3 Mar 2025. Public task.",
    ]


def test_two_flows_to_one_recipient_are_told_apart_by_unit_purpose_and_basis(office):
    health = office.recipient("NHS", "nhs", units=("school nurse", "dental team"))
    office.flow(health, "for the height and weight checks", "name dob", unit="school nurse")
    teeth = office.flow(
        health,
        "to look after teeth",
        "name class",
        unit="dental team",
        cycle=Code("yearly"),
        heading=Code("CO"),
        basis=BasisChain(CONSENT),
    )
    office.on(2025, 3, 3)
    office.send(health, date(2025, 3, 3), ["Juno"], teeth, consent="slip 12")
    office.on(2025, 9, 14)

    assert office.spoken("Juno") == "One organisation gets Juno’s information regularly."
    assert sorted(office.read("Juno")) == [
        "NHS: dental team | Full name and class or form, to look after teeth"
        " | Every year, since Sep 2024. Last sent: 3 Mar 2025. Consent.",
        "NHS: school nurse | Full name and date of birth, for the height and weight checks"
        " | Every term, since Sep 2024. Last sent: Ongoing. Public task.",
    ]
    printed = office.log("Juno")
    assert printed[0] == "2 kinds of regular sharing and 1 occasion, to 1 organisation"
    assert [row.split(" | ")[1] for row in printed[1:]] == [
        "NHS: dental team",
        "NHS: school nurse",
        "3 Mar 2025",
    ]
    assert office.worded("Juno").as_json()["totals"] == {"organisations": 1, "lines": 2}


def test_shut_out_of_one_of_two_flows_leaves_the_other(office):
    health = office.recipient("NHS", "nhs", units=("school nurse", "dental team"))
    office.flow(health, "for the height and weight checks", "name dob", unit="school nurse")
    teeth = office.flow(health, "to look after teeth", unit="dental team")
    office.on(2025, 9, 14)
    office.exclude("Juno", health, date(2025, 2, 1), flow=teeth.id)

    assert office.spoken("Juno") == "One organisation gets Juno’s information regularly."
    assert [row.split(" | ")[2] for row in office.read("Juno")] == [
        "Every term, since Sep 2024. Last sent: Ongoing. Public task.",
        "Every term, Sep 2024 to Jan 2025. Last sent: Ended 31 Jan 2025. Public task.",
    ]
    assert len(office.read("Bea")) == 2
    assert all("since Sep 2024" in row for row in office.read("Bea"))


def test_two_occasions_for_one_purpose_on_two_bases_are_told_apart(office):
    gazette = office.recipient("Example Gazette", "media")
    office.on(2025, 9, 14)
    page = {"purpose": "for the sports day page"}
    office.send(
        gazette,
        date(2025, 6, 2),
        ["Juno"],
        **page,
        items=(Code("name"),),
        basis=BasisChain(CONSENT),
        consent="slip 12",
    )
    office.send(gazette, date(2025, 6, 9), ["Juno"], **page, items=(Code("class"),))
    office.send(gazette, date(2025, 6, 16), ["Juno"], **page, description="A race result")

    assert [row.split(" | ", 1)[1] for row in office.read("Juno")] == [
        "Full name, for the sports day page"
        " | Once, one disclosure. Last sent: 2 Jun 2025. Consent.",
        "A race result (class or form), for the sports day page"
        " | 2 times, since Jun 2025. Last sent: 16 Jun 2025. Public task.",
    ]


def test_a_locked_item_is_in_no_line_and_on_no_print(office):
    police = office.recipient("Invented Constabulary", "police")
    office.on(2025, 9, 14)
    number = office.send(
        police,
        date(2025, 6, 2),
        ["Juno"],
        purpose="so that she is found safe",
        items=(Code("name"), Code("refuge")),
    )

    assert "refuge" not in " ".join((*office.read("Juno"), *office.log("Juno"))).casefold()
    kept = office.desk.recording.entry(number).record
    assert kept.items == (Code("name"), Code("refuge"))
