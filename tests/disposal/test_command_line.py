"""Keeping and disposing from the command line, on a practice register whose day can be set."""

import json
from pathlib import Path

import pytest

from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.opening import new_register
from sharebook.cli.main import run
from sharebook.domain.names import Code, PupilId, SpellId
from sharebook.domain.people import Person
from sharebook.vault.strength import LEAST
from tests.builders import a_pupil, a_recipient, a_school, a_spell
from tests.conftest import StillClock
from tests.disposal.school import BEA, JUNO, NAME, PAT, about_juno
from tests.moulds import copied

PASSPHRASE = "teapot lantern walrus gravel comet"  # noqa: S105 - an invented register's
LATER = "2043-04-01"


def made(folder: Path, clock: StillClock) -> Desk:
    person = Person(PAT, Code("office"))
    desk = new_register(folder, a_school(practice=True), person, PASSPHRASE, clock, LEAST).desk
    with desk.register.writing(PAT) as writer:
        writer.add(a_recipient())
        for pupil, name in ((JUNO, NAME), (BEA, "Exampleby")):
            writer.add(a_pupil(id=pupil, surname=name, upn="", upn_state="none"))
            last = clock.today()
            writer.add(a_spell(id=SpellId(pupil), pupil=PupilId(pupil), last_day=last))
        writer.add(about_juno(1))
    return desk


@pytest.fixture
def say(tmp_path, clock: StillClock, capsys, monkeypatch):
    """Run one command, a good while later, and return its exit code and answer."""
    folder = tmp_path / "Example Lane.sharebook"
    copied("to dispose of", made, folder, clock).close()
    monkeypatch.setenv("SHAREBOOK_PASSPHRASE", PASSPHRASE)
    capsys.readouterr()

    def said(*words, code=0, json_too=True):
        start = ["--register", str(folder), "--today", LATER, *(["--json"] if json_too else [])]
        assert run([*start, *words]) == code, capsys.readouterr()
        out = capsys.readouterr().out
        return json.loads(out) if json_too else out

    return said


def test_due_hold_lift_dispose_and_the_register_of_it(say, tmp_path):
    due = say("dispose", "--due")
    assert [(each["what"], each["number"], each["held_by"]) for each in due] == [
        ("pupil", 1, []),
        ("pupil", 2, []),
    ]
    hold = say(
        "hold", "add", "--because", "request of May", "--why", "open_request", "--pupil", NAME
    )
    assert say("dispose", "--due")[0]["held_by"] == [hold["number"]]
    words = ("--because", "its time has ended", "--approved-by", "Theo Placeholder, head")
    assert say("dispose", NAME, *words, code=1)["code"] == "disposal_held"

    assert say("hold", "lift", "1", "--because", "answered")["lifted"] == LATER
    assert "lifted 1 April 2043" in say("hold", "list", json_too=False)
    (made,) = say("dispose", NAME, *words)
    assert (made["what"], made["entries"]) == ("pupil", [1])

    assert say("dispose", NAME, *words, code=1)["code"] == "pupil_not_found"
    assert say("check")["ok"]
    assert [each["what"] for each in say("dispose", "--all-due", *words)] == ["pupil"]
    assert say("dispose", "--due") == []
    paper = tmp_path / "disposals.txt"
    say("print", "disposals", "--out", str(paper))
    assert "its time has ended" in paper.read_text(encoding="utf-8")
    assert NAME not in paper.read_text(encoding="utf-8")


def test_the_list_to_sign_names_the_child_and_is_marked(say, tmp_path):
    paper = tmp_path / "due.txt"
    say("print", "disposal-list", "--out", str(paper))

    text = paper.read_text(encoding="utf-8")
    assert NAME in text
    assert "25 years from birth" in text


def test_the_exported_book_tells_what_was_disposed_of_and_no_name(say, tmp_path):
    say("dispose", NAME, "--because", "its time has ended", "--approved-by", "the head")
    book = tmp_path / "book.json"
    say("export", "book", str(book))

    told = json.loads(book.read_text(encoding="utf-8"))
    assert NAME not in book.read_text(encoding="utf-8")
    gone = [each["record"]["id"] for each in told["pupils"] if each.get("disposed")]
    assert gone == [JUNO]
    assert [each["record"]["pupil"] for each in told["disposals"]] == [JUNO]


def test_the_school_sets_its_own_years(say):
    assert (
        say("dispose", "--entry", "1", "--because", "x", "--approved-by", "y", code=1)["code"]
        == "disposal_never_due"
    )
    rules = say("keep", "ENTRY", "--years", "4", "--authority", "the governors")
    assert {each["rule"]: (each["years"], each["in_use"]) for each in rules}["ENTRY"] == (4, True)
    assert (
        say("keep", "NOPE", "--years", "4", "--authority", "x", code=1)["code"] == "keeping_unknown"
    )
    assert ("entry", 1) in [(each["what"], each["number"]) for each in say("dispose", "--due")]
    (made,) = say("dispose", "--entry", "1", "--because", "old", "--approved-by", "the head")
    assert (made["what"], made["records"]) == ("entry", 1)


def test_a_reason_for_a_hold_is_one_of_a_few(say):
    assert (
        say("hold", "add", "--because", "x", "--why", "whim", code=1)["code"] == "hold_why_unknown"
    )
    say("dispose", code=2, json_too=False)
