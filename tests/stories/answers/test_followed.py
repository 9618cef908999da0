"""Everything follows a correction, and both versions stay where the office can read them."""

import csv
import io
import json
from datetime import date

import pytest

from sharebook.cli.main import run
from sharebook.domain.bases import BasisChain
from sharebook.domain.names import Code
from tests.stories.answers.conftest import PASSPHRASE
from tests.stories.answers.office import LAW, PAT, TASK

DAY = date(2025, 9, 5)
COAT = {"purpose": "for a coat", "items": (Code("name"),)}


@pytest.fixture
def put_right(office):
    """Entry 1 was about two children, to the wrong recipient, on no basis; entry 2 says better."""
    wrong = office.recipient("Invented Coats", "other")
    office.recipient("Example Jackets", "other")
    office.on(2025, 9, 8)
    first = office.send(wrong, DAY, ["Juno", "Bea"], **COAT, basis=BasisChain(), decided_by="")
    office.on(2025, 9, 10)
    office.correct(
        first,
        "Juno got none, and it was Jackets",
        recipient=wrong + 1,
        pupils=(office.child("Bea"),),
        basis=BasisChain(TASK),
        decided_by="Theo Placeholder",
        family_told=Code("told_before"),
    )
    office.on(2025, 9, 14)
    return office


def report(office, year=2025) -> str:
    publishing = office.desk.publishing
    said: bytes = publishing.render(publishing.report(year), "txt")
    return said.decode()


def cells(office) -> list[list[str]]:
    table = office.desk.exporting.table("log", "csv", office.desk.clock.today())
    return list(csv.reader(io.StringIO(table.decode("utf-8-sig"))))


def test_the_log_strikes_the_old_under_the_new(put_right):
    rows = put_right.desk.browsing.log(DAY, DAY)

    assert [(row.recipient, row.put_right_by, row.puts_right) for row in rows] == [
        ("Example Jackets", 0, 1),
        ("Invented Coats", 2, 0),
    ]
    assert [row.about for row in rows] == ["Bea Exampleby", ""]


def test_a_gap_that_was_put_right_is_a_gap_no_more(office):
    wrong = office.recipient("Invented Coats", "other")
    office.on(2025, 9, 8)
    first = office.send(wrong, DAY, ["Juno"], **COAT, basis=BasisChain(), decided_by="")
    assert {gap.finding.code for gap in office.desk.reviewing.gaps() if gap.about == "entry"} >= {
        "decider_unnamed"
    }
    second = office.correct(
        first, "now we know", basis=BasisChain(TASK), decided_by="Theo Placeholder"
    )

    about = [gap for gap in office.desk.reviewing.gaps() if gap.about == "entry"]
    assert {gap.number for gap in about} <= {second}
    assert not {gap.finding.code for gap in about} & {"decider_unnamed", "basis_missing"}
    assert office.desk.browsing.entry(first).gaps == ()


def test_the_annual_report_counts_the_new_alone(put_right):
    said = report(put_right)

    assert "we shared pupil information 1 time with 1 organisation" in said
    assert "Example Jackets" in said
    assert "Invented Coats" not in said
    assert "Every one has a recorded legal basis" in said
    assert put_right.desk.publishing.report(2024) != put_right.desk.publishing.report(2025)


def test_the_annual_report_of_a_past_year_keeps_the_names_of_that_year(office):
    gazette = office.recipient("Example Gazette", "media")
    office.on(2025, 6, 3)
    office.send(gazette, date(2025, 6, 2), ["Juno"], **COAT)
    office.on(2025, 10, 1)
    office.rename(gazette, "Pretend Post")

    said = report(office, 2024)
    assert "Example Gazette" in said
    assert "Pretend Post" not in said


def test_the_annual_report_calls_a_new_version_neither_begun_nor_ended(office):
    plates = office.recipient("Pretend Plates Catering")
    lunch = office.flow(plates, "for lunch")
    office.on(2025, 9, 14)
    lunch = office.change(lunch, date(2025, 1, 6), basis=BasisChain(LAW))
    assert "Ended on" not in report(office, 2024)
    assert "Begun on 2 September 2024: Pretend Plates Catering, for lunch." in report(office, 2024)
    dinners = office.recipient("Invented Dinners")
    office.change(lunch, date(2025, 6, 2), recipient=dinners)

    said = report(office, 2024)
    assert "Ended on 1 June 2025: Pretend Plates Catering, for lunch." in said
    assert "Begun on 2 June 2025: Invented Dinners, for lunch." in said


def test_a_struck_correction_leaves_the_report_without_either(put_right):
    put_right.desk.striking.strike_out(2, "nothing was sent", PAT)

    assert "no pupil information was shared" in report(put_right)


def test_the_notice_follows_a_flow_that_ended_and_one_that_began(office):
    plates = office.recipient("Pretend Plates Catering")
    lunch = office.flow(plates, "for lunch", notice_line="Pretend Plates, our caterer")
    office.on(2025, 9, 1)
    dinners = office.recipient("Invented Dinners")
    office.end(lunch, date(2025, 8, 31))
    office.flow(
        dinners, "for lunch", valid_from=date(2025, 9, 1), notice_line="Invented Dinners, our cooks"
    )
    publishing = office.desk.publishing
    said = publishing.render(publishing.notice(), "txt").decode()

    assert "Invented Dinners, our cooks" in said
    assert "Pretend Plates" not in said


def test_the_notice_moves_a_line_whose_basis_and_heading_changed(office):
    plates = office.recipient("Pretend Plates Catering")
    lunch = office.flow(plates, "for lunch", notice_line="Pretend Plates, our caterer")
    office.on(2025, 9, 1)
    office.change(lunch, date(2025, 9, 1), basis=BasisChain(LAW), heading=Code("LO"))
    publishing = office.desk.publishing
    said = publishing.render(publishing.notice(), "txt").decode()

    assert said.count("Pretend Plates, our caterer") == 1
    assert said.index("Legal obligation") < said.index("Pretend Plates, our caterer")


def test_the_exported_log_has_both_and_says_which_counts(put_right):
    head, *rows = cells(put_right)
    at = {name: head.index(name) for name in ("Entry", "Recipient", "Pupils", "Put right by")}

    assert [[row[at[name]] for name in at] for row in rows] == [
        ["1", "Invented Coats", "2 pupils", "2"],
        ["2", "Example Jackets", "Bea Exampleby", ""],
    ]


def test_the_exported_book_has_both_with_the_reason(put_right):
    old, new = json.loads(put_right.desk.exporting.book())["disclosures"]

    assert new["supersedes"] == old["seq"]
    assert new["reason"] == "Juno got none, and it was Jackets"
    assert (old["record"]["cohort"], new["record"]["cohort"]) == ([1, 2], [2])


def test_the_office_still_sees_the_old_on_the_childs_page_and_no_family_does(put_right):
    juno = put_right.child("Juno")
    (row,) = put_right.desk.browsing.timeline(juno)

    assert (row.entry.record.number, row.put_right_by) == (1, 2)
    assert put_right.read("Juno") == []
    assert put_right.desk.answering.events(juno) == ()


def test_the_history_tells_what_was_changed_by_whom_and_why(put_right):
    desk = put_right.desk
    first, second = desk.retelling.told("disclosure", desk.remembering.history("disclosure", 1))

    assert first.title == "Entry 1, written"
    assert "Pupils: Juno Sampleton, Bea Exampleby" in [each.sentence for each in first.changes]
    assert (second.title, second.reason, second.by) == (
        "Entry 2, puts it right",
        "Juno got none, and it was Jackets",
        PAT,
    )
    assert [each.sentence for each in second.changes] == [
        "Recipient: Example Jackets (before: Invented Coats)",
        "Pupils: Bea Exampleby (before: Juno Sampleton, Bea Exampleby)",
        "Lawful basis: Public task",
        "Decided by: Theo Placeholder",
        "Was the family told?: Told before",
    ]


def test_the_history_of_a_flow_names_the_recipient_of_its_day_and_compares_like_with_like(office):
    plates = office.recipient("Pretend Plates Catering")
    lunch = office.flow(plates, "for lunch")
    office.on(2025, 1, 6)
    office.change(lunch, date(2025, 1, 6), basis=BasisChain(LAW))
    office.on(2025, 7, 1)
    office.rename(plates, "Made-up Meals")
    office.on(2025, 9, 14)
    office.right_end(lunch, date(2024, 12, 31))

    told = office.desk.retelling.told("flow", office.desk.remembering.history("flow", lunch.id))
    said = [[each.sentence for each in version.changes] for version in told]
    assert "Recipient: Pretend Plates Catering" in said[0]
    assert said[1] == ["Until: 5 January 2025"]
    assert said[2][-1] == "Lawful basis: Legal obligation (before: Public task)"
    assert said[3] == ["Until: 31 December 2024 (before: 5 January 2025)"]


def test_the_command_line_tells_the_same(put_right, monkeypatch, capsys):
    folder = put_right.desk.folder
    put_right.desk.close()
    monkeypatch.setenv("SHAREBOOK_PASSPHRASE", PASSPHRASE)

    def call(*words: str):
        common = ("--json", "--register", str(folder), "--today", "2025-09-14")
        assert run([*words, *common]) == 0
        return json.loads(capsys.readouterr().out)

    old, new = call("history", "disclosure", "2")
    assert (old["number"], new["number"], new["happened"]) == (1, 2, "put_right")
    assert call("who", "Juno") == {
        "pupil": "Juno Sampleton",
        "as_at": "2025-09-14",
        "spoken": "No organisation has Juno’s information from us.",
        "groups": [],
        "totals": {"organisations": 0, "lines": 0},
    }
    told = call("who", "Juno", "--as-known", "2025-09-09")
    assert told["spoken"] == (
        "One organisation had some of Juno’s information on particular occasions."
    )
    assert told["groups"][0]["lines"] == [
        {
            "recipient": "Invented Coats",
            "what": "Full name",
            "why": "for a coat",
            "how_often": "Once",
            "since": "one disclosure",
            "last_sent": "5 Sep 2025",
            "regular": False,
            "ended": False,
            "basis": "Not chosen yet",
            "formerly": "",
        }
    ]
    assert call("who", "Juno", "--as-at", "2025-09-04", "--as-known", "2025-09-09")["groups"] == []
    assert call("who", "Bea")["totals"] == {"organisations": 1, "lines": 1}
