"""What the printed notice calls a recipient before and after its new name."""

from datetime import date

from tests.stories.answers.office import PAT

LUNCH = "so that lunch is safe"
BEFORE = "Pretend Plates Catering, our school meals caterer"
AFTER = "Made-up Meals, our school meals caterer"


def in_notice(office):
    """Return the lines of today's printed notice that tell of the caterer."""
    publishing = office.desk.publishing
    printed = publishing.render(publishing.notice(), "txt").decode()
    return [line.removeprefix("· ") for line in printed.splitlines() if "school meals" in line]


def test_the_notice_prints_the_new_name_from_its_day_on_and_the_old_one_before(office):
    plates = office.recipient("Pretend Plates Catering")
    lunch = office.flow(plates, LUNCH, notice_line=BEFORE)
    office.on(2025, 6, 30)
    assert in_notice(office) == [BEFORE]
    office.on(2025, 7, 1)
    office.rename(plates, "Made-up Meals")
    assert in_notice(office) == [AFTER]

    office.on(2025, 9, 14)
    assert in_notice(office) == [AFTER]
    versions = office.desk.map.dating
    said = [dict(versions.on(lunch.id, date(2025, *day)).said) for day in ((6, 30), (7, 1))]
    assert [each["Line in the notice"] for each in said] == [BEFORE, AFTER]
    assert office.read("Juno", date(2025, 6, 30))[0].split(" | ")[0] == "Pretend Plates Catering"
    assert office.read("Juno") == [
        "Made-up Meals (until 30 Jun 2025 called Pretend Plates Catering)"
        " | Full name and class or form, so that lunch is safe"
        " | Every term, since Sep 2024. Last sent: Ongoing. Public task."
    ]


def test_a_new_name_that_is_to_come_waits_for_its_day(office):
    plates = office.recipient("Pretend Plates Catering")
    office.flow(plates, LUNCH, notice_line=BEFORE)
    office.on(2025, 6, 30)
    office.replacing.rename(plates, "Made-up Meals", date(2025, 9, 1), PAT)
    assert in_notice(office) == [BEFORE]
    office.on(2025, 9, 1)
    assert in_notice(office) == [AFTER]
