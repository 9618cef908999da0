"""`requests` and `receipts`: the in-tray and what has not been confirmed, from the command line."""

from datetime import date

import pytest

from sharebook.bootstrap.clocks import SetClock
from sharebook.bootstrap.opening import open_register
from sharebook.domain.disclosures import Receipt
from sharebook.domain.drafts import Draft
from sharebook.domain.names import Code
from tests.cli.conftest import PASSPHRASE, USER
from tests.cli.test_command_line_paper import fits, shape

ASK = ("--asked-for", "Her attendance since July", "--why", "to plan a visit", "--pupil", "Juno")
WHO = ("--organisation", "Example Police", "--name", "R. Invented", "--post", "constable")


@pytest.fixture
def asked(with_pupils):
    made = with_pupils("requests", "add", *ASK, *WHO, "--came", "2026-09-09", "--json")
    assert made.code == 0
    return with_pupils


@pytest.fixture
def sent(with_pupils, tmp_path):
    """The same register, with an entry whose receipt has not come."""
    folder = tmp_path / "Filled.sharebook"
    desk = open_register(folder, USER, PASSPHRASE, SetClock(date(2026, 9, 14)))
    (juno,) = desk.answering.find("Juno")
    awaited = Draft(
        recipient=next(iter(desk.book.recipients())),
        pupils=(juno.id,),
        items=(Code("name"),),
        purpose="a coat",
        day=date(2026, 9, 1),
        receipt=Receipt.EXPECTED,
    )
    desk.recording.save(awaited, USER)
    desk.close()
    return with_pupils


def test_a_request_waits_is_shown_and_is_due(asked):
    (row,) = asked("requests", "list", "--json").json

    assert fits(shape("requests show"), row)
    assert (row["who"], row["state"], row["school_days"]) == ("Example Police", "waits", 3)
    assert fits(shape("requests show"), asked("requests", "show", 1, "--json").json)
    assert "waits 3 school days" in asked("requests", "show", 1).out
    assert "Example Police waits for a decision" in asked("due").out


def test_refused_with_a_reason_and_in_the_log(asked):
    assert "Say why it was refused" in decide(asked, "refused", "--to", "Children").err

    told = decide(asked, "refused", "--to", "Children", "--reason", "No power.", "--json")

    assert told.code == 0
    assert (told.json["state"], told.json["entry"]) == ("decided", 1)
    assert asked("requests", "list").out == "No request waits for a decision.\n"
    assert len(asked("requests", "list", "--all", "--json").json) == 1
    assert "taken back already" in decide(asked, "shared").err


def decide(sharebook, *words):
    return sharebook("requests", "decide", 1, *words)


def test_put_off_to_a_day(asked):
    put = decide(asked, "deferred", "--to", "Children", "--look-again", "2026-09-21", "--json")

    assert (put.json["state"], put.json["put_off"], put.json["day"]) == (
        "waits",
        True,
        "2026-09-21",
    )
    late = decide(asked, "deferred", "--to", "Children", "--look-again", "2026-09-01")
    assert late.code == 1
    assert "That day has passed" in late.err


def test_taken_back_and_not_after_all(asked):
    assert "Taken back" in asked("requests", "close", 1).out
    assert asked("requests", "show", 1, "--json").json["state"] == "closed"
    assert asked("requests", "close", 1, "--take-back", "--json").json["state"] == "waits"


def test_what_cannot_be_is_refused(asked):
    for words, code, said in (
        (("show", 9), 1, "no request 9"),
        (("decide", 1, "maybe"), 2, "choose one of"),
        (("decide", 1, "shared"), 1, "Say who it was sent to"),
        (("add", *ASK), 1, "Say who asks"),
    ):
        refused = asked("requests", *words)
        assert (refused.code, said in refused.err) == (code, True), refused.err


def test_nobody_without_the_key_asks_the_sealed_tray(asked):
    assert asked("requests", "list", "--sealed").code == 1


def test_it_is_in_no_answer_to_a_family(asked, tmp_path):
    log = tmp_path / "log.txt"
    asked("print", "log", "--pupil", "Juno", "--out", log)

    assert "Police" not in log.read_text(encoding="utf-8")
    assert "Police" not in asked("who", "Juno").out


def test_receipts_are_listed_chased_and_noted(sent, tmp_path):
    letter = tmp_path / "letter.txt"
    awaited = sent("receipts", "list", "--json").json
    assert fits(shape("receipts list"), awaited)

    chased = sent("receipts", "chase", 1, "--out", letter, "--json")

    assert fits(shape("receipts chase"), chased.json)
    text = letter.read_text(encoding="utf-8")
    assert "Juno" not in text
    assert "Sampleton" not in text
    assert fits(shape("receipts received"), sent("receipts", "received", 1, "--json").json)


def test_the_blank_form_names_the_school_and_nobody_else(asked, tmp_path):
    form = tmp_path / "form.txt"

    assert asked("print", "request-form", "--out", form).code == 0
    text = form.read_text(encoding="utf-8")
    assert "Request for pupil information" in text
    assert "Juno" not in text
