"""Regular sharing whose basis, items or rhythm changed: each is told for its own days."""

from datetime import date

from sharebook.domain.bases import BasisChain
from sharebook.domain.names import Code
from tests.stories.answers.office import CONSENT, LAW, TASK, codes

WHY = "to follow progress"


def tracker(office, items="name class", **more):
    return office.flow(office.recipient("Made-up Progress Tracker", "tracker"), WHY, items, **more)


def test_a_flow_whose_basis_changed_in_the_year_tells_each_basis_with_its_days(office):
    flow = tracker(office, basis=BasisChain(CONSENT))
    then = office.on(2025, 1, 6)
    office.change(flow, date(2025, 1, 6), basis=BasisChain(TASK))
    office.on(2025, 9, 14)

    assert office.spoken("Juno") == "One organisation gets Juno’s information regularly."
    assert office.read("Juno") == [
        "Made-up Progress Tracker | Full name and class or form, to follow progress"
        " | Every term, since Sep 2024. Last sent: Ongoing."
        " Public task (until 5 Jan 2025: Consent)."
    ]
    assert office.log("Juno")[1:] == [
        "1 | Made-up Progress Tracker | Full name and class or form"
        " | To follow progress / Public task (until 5 Jan 2025: Consent)"
        " | Every term, since Sep 2024 | Ongoing"
    ]
    before = [
        "Made-up Progress Tracker | Full name and class or form, to follow progress"
        " | Every term, since Sep 2024. Last sent: Ongoing. Consent."
    ]
    assert office.read("Juno", date(2025, 1, 5)) == before
    assert office.read("Juno", date(2025, 9, 14), known=then) == before
    assert office.log("Juno", date(2025, 1, 6))[1] == (
        "1 | Made-up Progress Tracker | Full name and class or form"
        " | To follow progress / Public task (until 5 Jan 2025: Consent)"
        " | Every term, since Sep 2024 | Ongoing"
    )


def test_a_basis_that_changed_twice_and_back_is_told_in_order(office):
    flow = tracker(office, basis=BasisChain(CONSENT))
    office.on(2025, 9, 14)
    flow = office.change(flow, date(2025, 1, 6), basis=BasisChain(LAW))
    office.change(flow, date(2025, 5, 6), basis=BasisChain(CONSENT))

    assert office.read("Juno")[0].endswith(
        "Consent (until 5 Jan 2025: Consent, until 5 May 2025: Legal obligation)."
    )


def test_a_basis_that_was_only_filled_in_is_no_change(office):
    flow = tracker(office, basis=BasisChain())
    office.on(2025, 9, 14)
    office.change(flow, date(2025, 1, 6), basis=BasisChain(TASK))

    assert office.read("Juno")[0].endswith("Last sent: Ongoing. Public task.")


def test_a_sending_keeps_the_basis_of_its_day_on_paper(office):
    flow = tracker(office, basis=BasisChain(CONSENT))
    office.on(2025, 9, 14)
    office.send(flow.recipient, date(2024, 11, 4), ["Juno"], flow, consent="slip 12")
    office.change(flow, date(2025, 1, 6), basis=BasisChain(TASK))
    office.send(flow.recipient, date(2025, 3, 3), ["Juno"], flow)

    assert (
        "Last sent: 3 Mar 2025. Public task (until 5 Jan 2025: Consent)."
        in (office.read("Juno")[0])
    )
    assert [row.split(" | ")[4] for row in office.log("Juno")[2:]] == [
        "To follow progress / Consent",
        "To follow progress / Public task",
    ]


def test_what_is_added_is_told_only_since_its_day(office):
    flow = tracker(office)
    then = office.on(2025, 1, 6)
    office.change(flow, date(2025, 1, 6), items=codes("name class dob attainment"))
    office.on(2025, 9, 14)

    assert office.read("Juno")[0].split(" | ")[1] == (
        "Full name, class or form, date of birth and attainment"
        " (date of birth and attainment only since 6 Jan 2025), to follow progress"
    )
    assert "date of birth" not in office.read("Juno", date(2025, 1, 5))[0]
    assert "date of birth" not in office.read("Juno", known=then)[0]


def test_what_is_no_longer_sent_is_told_with_its_last_day(office):
    flow = tracker(office, "name class dob")
    office.on(2025, 9, 14)
    office.change(flow, date(2025, 1, 6), items=codes("name class"))

    assert office.spoken("Juno") == "One organisation gets Juno’s information regularly."
    assert [row.split(" | ", 1)[1] for row in office.read("Juno")] == [
        "Full name and class or form, to follow progress"
        " | Every term, since Sep 2024. Last sent: Ongoing. Public task.",
        "Date of birth, to follow progress"
        " | Every term, Sep 2024 to Jan 2025. Last sent: Ended 5 Jan 2025. Public task.",
    ]
    assert len(office.log("Juno", date(2025, 1, 5))) == 3
    assert len(office.log("Juno", date(2025, 1, 6))) == 2


def test_a_rhythm_that_changed_is_told_with_what_it_was(office):
    flow = tracker(office, cycle=Code("daily"))
    office.on(2025, 9, 14)
    office.change(flow, date(2025, 1, 6), cycle=Code("yearly"))

    assert office.read("Juno")[0].split(" | ")[2] == (
        "Every year (until 5 Jan 2025: every day), since Sep 2024. Last sent: Ongoing. Public task."
    )


def test_a_child_who_joined_after_the_change_hears_nothing_of_the_old_basis(office):
    flow = tracker(office, basis=BasisChain(CONSENT))
    office.on(2025, 3, 3)
    office.change(flow, date(2025, 1, 6), basis=BasisChain(TASK))
    office.roll(",Nobodata,Ada,22/02/2018,2,Wren,03/03/2025,,")
    office.on(2025, 9, 14)

    assert office.read("Ada")[0].endswith(
        "Every term, since Mar 2025. Last sent: Ongoing. Public task."
    )


def test_a_list_that_has_a_name_of_its_own_is_still_the_flows_own_sending(office):
    flow = tracker(office)
    office.on(2025, 9, 14)
    office.send(
        flow.recipient, date(2025, 3, 3), ["Juno"], flow, description="The spring class list"
    )

    (line,) = office.read("Juno")
    assert "Last sent: 3 Mar 2025" in line
    assert office.log("Juno")[2].split(" | ")[3] == (
        "The spring class list (full name and class or form)"
    )
