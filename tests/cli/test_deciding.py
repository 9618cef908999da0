"""How it was decided, on the command line: a refusal, an emergency, a mistake, a template."""

import json

import pytest

ENTRY = ("--to", "Children's Services", "--for", "a coat", "--pupil", "Juno", "--item", "name")
FAMILY = ("--told", "not_told_risk", "--not-told-because", "A threat", "--not-told-by", "Quinn")


@pytest.fixture
def entry(with_pupils):
    def last(number=1):
        return with_pupils("history", "disclosure", number).out

    return last


def test_a_refusal_keeps_what_was_weighed(with_pupils, entry):
    weighed = ("--asked-on", "2026-09-01", "--wanted-by", "2026-09-20", "--power", "Their own")
    child = ("--capacity", "understands", "--best-interest", "It is not.", "--advice", "Quinn")
    done = with_pupils("refuse", *ENTRY, "--reason", "Not theirs.", *weighed, *child)

    said = entry()
    assert done.code == 0
    assert "Asked on: 1 September 2026" in said
    assert "Does the child understand?: Understands, and had a say" in said
    assert "Because of: Someone asked" in said


def test_a_part_says_what_was_asked_for_too(with_pupils, entry):
    part = ("--decision", "part", "--asked-for", "Everything", "--reason", "The name is enough.")
    assert with_pupils("record", *ENTRY, *part).code == 0

    assert "What was asked for: Everything" in entry()


def test_an_emergency_has_the_time_of_then(with_pupils, entry):
    threat = ("--emergency", "A seizure", "--method", "phone")
    assert with_pupils("record", *ENTRY, *threat).code == 0
    assert with_pupils("record", *ENTRY, *threat, "--time", "9.05").code == 0

    assert "At what time" not in entry(1)
    assert "Because of: An emergency" in entry(1)
    assert "At what time: 09:05" in entry(2)


def test_what_is_no_time_or_code_is_refused(with_pupils):
    assert "is no time of day" in with_pupils("record", *ENTRY, "--time", "noonish").err
    assert with_pupils("record", *ENTRY, "--decision", "perhaps").code == 1
    assert with_pupils("record", *ENTRY, "--capacity", "tall").code == 1


def test_the_family_is_not_told_and_the_office_is(with_pupils):
    assert with_pupils("record", *ENTRY, *FAMILY).code == 0

    def whys(audience):
        groups = with_pupils("who", "Juno", "--for", audience, "--json").json["groups"]
        return [line["why"] for group in groups for line in group["lines"]]

    assert "a coat" not in whys("family")
    assert "a coat" in whys("office")


def test_a_mistake_is_followed_up_until_it_is_closed(with_pupils):
    assert with_pupils("record", *ENTRY, "--trigger", "error", "--reason", "Wrong door.").code == 0

    [row] = with_pupils("incidents", "--json").json
    assert (row["entry"], row["hours_left"], row["what"]) == ("1", 72, "Wrong door.")
    assert "Sent by mistake: entry 1" in with_pupils("due").out
    early = with_pupils("incidents", 1, "--closed-on", "2026-09-14")
    assert "Say how it ended" in early.err
    days = ("--recalled-on", "2026-09-14", "--closed-on", "2026-09-14")
    assert with_pupils("incidents", 1, *days, "--outcome", "Deleted.").code == 0
    assert with_pupils("incidents").out.splitlines()[-1].strip() == "Deleted."
    assert "Sent by mistake" not in with_pupils("due").out


def test_a_template_is_kept_used_renamed_and_taken_out(with_pupils):
    with_pupils("record", *ENTRY, "--method", "phone")
    kept = with_pupils("templates", "Coats", "--like", 1, "--json").json
    assert [each["name"] for each in kept] == ["Coats"]
    again = with_pupils("record", "--template", "coats", "--pupil", "Bea", "--json").json
    assert (again["number"], again["pupils"]) == (2, 1)
    with_pupils("templates", "Coats", "--rename", "Winter coats")
    assert "Winter coats" in with_pupils("templates").out
    with_pupils("templates", "Winter coats", "--take-out")

    assert "There is no template yet." in with_pupils("templates").out
    assert "There is no template" in with_pupils("record", "--template", "Coats").err


def test_a_file_may_say_all_of_it(with_pupils, tmp_path, entry):
    told = {
        "to": "Children's Services",
        "for": "a coat",
        "pupil": "Juno",
        "item": "name",
        "necessity": "It is cold.",
        "asked_on": "2026-09-10",
        "receipt": True,
    }
    file = tmp_path / "entry.json"
    file.write_text(json.dumps(told))
    assert with_pupils("record", "--from", file).code == 0

    assert "Why it was necessary: It is cold." in entry()
    assert "Receipt: Wanted, and not here yet" in entry()
