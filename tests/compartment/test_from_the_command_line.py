"""The sealed log on the command line: for its holders; to others it says the same in any case."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from sharebook.bootstrap.keys import KeyKeeping
from sharebook.cli.main import run
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.vault.strength import LEAST
from tests.compartment.school import PAT, QUINN, WORDS

OTHERS = "pebble mitten orchard waltz falcon"
ENTRY = ("--to", "Example Police", "--for", "a concern", "--pupil", "Juno", "--item", "name")


@pytest.fixture
def typed(keys, clock, capsys, monkeypatch) -> Callable[..., tuple[int, Any, str]]:
    KeyKeeping(keys.lead, clock, LEAST).add(Person(PAT, Code("office")), OTHERS)

    def command(who: str, *words: object) -> tuple[int, Any, str]:
        monkeypatch.setenv("SHAREBOOK_PASSPHRASE", WORDS if who == QUINN else OTHERS)
        capsys.readouterr()
        place = ("--register", str(keys.folder), "--user", who, "--json")
        code = run([*map(str, words), *place])
        told = capsys.readouterr()
        return code, json.loads(told.out or "null"), told.err

    return command


def test_a_holder_records_corrects_strikes_out_and_lists(typed):
    code, told, _ = typed(QUINN, "record", *ENTRY, "--sealed")
    assert (code, told["number"]) == (0, 1)

    assert typed(QUINN, "correct", 1, "--because", "The hour", "--note", "Nine", "--sealed")[0] == 0
    assert typed(QUINN, "mistake", 2, "--because", "Twice", "--sealed")[0] == 0
    _, told, _ = typed(QUINN, "sealed", "list", "--pupil", "Juno")

    assert {row["number"]: row["state"] for row in told} == {1: "put right by S2", 2: "mistake"}
    _, told, _ = typed(QUINN, "history", "disclosure", 1, "--sealed")
    assert [each["happened"] for each in told] == ["written", "put_right", "mistake"]


def test_the_open_log_has_none_of_it(typed, tmp_path):
    typed(QUINN, "record", *ENTRY, "--sealed")

    for who in (QUINN, PAT):
        typed(who, "export", "log", tmp_path / f"{who}.csv")
        assert "a concern" not in (tmp_path / f"{who}.csv").read_text(encoding="utf-8-sig")
        assert "a concern" not in json.dumps(typed(who, "who", "Juno"))


def test_moving_and_bringing_out(typed):
    _, told, _ = typed(QUINN, "sealed", "move", 1, "--because", "Recorded in the wrong place")
    assert told == {"open_number": 1, "sealed_number": 1}

    _, told, _ = typed(QUINN, "sealed", "bring-out", 1, "--because", "The case is closed")
    assert told == {"open_number": 4, "sealed_number": 1}


def test_the_paper_for_the_safeguarding_file(typed, tmp_path):
    typed(QUINN, "record", *ENTRY, "--sealed")
    out = tmp_path / "sealed.txt"

    assert typed(QUINN, "sealed", "print", "--pupil", "Juno", "--out", out)[0] == 0

    text = out.read_text(encoding="utf-8")
    assert "S1" in text
    assert "FOR THE SAFEGUARDING LEAD" in text
    assert "a concern" in text.casefold()


REFUSED = (
    ("record", *ENTRY, "--sealed"),
    ("refuse", *ENTRY, "--reason", "none", "--sealed"),
    ("correct", 1, "--because", "it", "--note", "n", "--sealed"),
    ("mistake", 1, "--because", "it", "--sealed"),
    ("history", "disclosure", 1, "--sealed"),
    ("sealed", "list"),
    ("sealed", "list", "--pupil", "nobody"),
    ("sealed", "move", 1, "--because", "it"),
    ("sealed", "bring-out", 1, "--because", "it"),
    ("sealed", "print", "--pupil", "Juno", "--out", "none.pdf"),
)


@pytest.mark.parametrize("filled", [False, True])
def test_to_others_each_is_refused_alike_whether_or_not_there_is_anything(typed, filled):
    if filled:
        typed(QUINN, "record", *ENTRY, "--sealed")

    for words in REFUSED:
        code, told, said = typed(PAT, *words)

        assert (code, told["code"]) == (1, "no_compartment")
        assert said.strip().endswith(
            "This part of the register is not yours to open. Ask the safeguarding lead or the head."
        )


def test_an_unknown_sealed_entry_is_named_with_its_letter(typed):
    _, told, _ = typed(QUINN, "mistake", 9, "--because", "it", "--sealed")

    assert told["reason"] == "There is no entry S9 in the log."
