"""The calendar from the command line, on a practice register whose day can be set."""

import json

import pytest

from sharebook.bootstrap.opening import new_register
from sharebook.cli.main import run
from sharebook.domain.names import Code, FlowId
from sharebook.domain.people import Person
from sharebook.vault.strength import LEAST
from tests.builders import a_flow, a_recipient, a_school
from tests.calendar.conftest import TERMS
from tests.ui.peopled import PAT

PASSPHRASE = "teapot lantern walrus gravel comet"  # noqa: S105 - an invented register's


@pytest.fixture
def say(tmp_path, clock, capsys, monkeypatch):
    """Run one command on 14 October 2026, and return its answer."""
    folder = tmp_path / "Example Lane.sharebook"
    person = Person(PAT, Code("office"))
    made = new_register(folder, a_school(practice=True), person, PASSPHRASE, clock, LEAST)
    with made.desk.register.writing(PAT) as writer:
        writer.add(a_recipient())
        writer.add(a_flow(id=FlowId(21), cycle=Code("census_day"), purpose="the census"))
    made.desk.close()
    monkeypatch.setenv("SHAREBOOK_PASSPHRASE", PASSPHRASE)
    capsys.readouterr()

    def said(*words, code=0, json_too=True):
        start = ["--register", str(folder), "--today", "2026-10-14"]
        assert run([*start, *(["--json"] if json_too else []), *words]) == code
        out = capsys.readouterr().out
        return json.loads(out) if json_too else out

    return said


def test_terms_are_shown_kept_listed_and_taken_out(say, tmp_path):
    file = tmp_path / "terms.txt"
    file.write_text(TERMS + "\nwhat is this\n", encoding="utf-8")

    shown = say("calendar", "terms", str(file))
    assert (shown["kept"], shown["not_understood"]) == (False, ["what is this"])
    assert say("calendar", "show") == []
    assert "Weekdays" in say("calendar", "show", json_too=False)

    kept = say("calendar", "terms", str(file), "--keep")
    assert kept["dates"] == shown["dates"]
    lines = say("calendar", "show")
    assert [each["name"] for each in lines][:2] == ["INSET", "Autumn term"]

    gone = say("calendar", "remove", str(lines[0]["number"]), "--because", "it moved")
    assert gone["name"] == "INSET"
    assert len(say("calendar", "show")) == len(lines) - 1


def test_a_closure_is_added_or_refused_whole(say):
    assert say("calendar", "add", "half term 26–30 October 2026")["kept"]
    refused = say("calendar", "add", "closed 5 November\nwhat is this", code=1)
    assert refused["code"] == "calendar_not_understood"
    assert len(say("calendar", "show")) == 1


def test_the_year_is_listed_with_what_is_assumed(say):
    due = say("calendar", "due")
    assert [each["day"] for each in due] == ["2026-10-01", "2027-01-21", "2027-05-20"]
    assert all(each["assumed"] and not each["entry"] for each in due)
    assert "to do" in say("calendar", "due", json_too=False)
