"""`gaps`: what is missing with its source; left as it is for a reason, listed, taken back."""

import pytest

from tests.cli.conftest import USER

ENTRY = ("--to", "Children's Services", "--for", "a coat", "--pupil", "Juno", "--item", "name")
KEY = "entry:1:decider_unnamed"


@pytest.fixture
def recorded(with_pupils):
    assert with_pupils("record", *ENTRY).code == 0
    return with_pupils


def keys(sharebook, *more):
    return [row["key"] for row in sharebook("gaps", *more, "--json").json]


def test_every_gap_says_what_to_do_and_where_it_comes_from(recorded):
    rows = recorded("gaps", "--json").json

    assert KEY in [row["key"] for row in rows]
    assert all(row["sentence"] and row["do"] and row["source"] for row in rows)
    said = recorded("gaps")
    assert said.code == 1
    assert "ICO, data sharing decision form" in said.out


def test_a_gap_is_left_listed_and_taken_back(recorded):
    left = recorded("gaps", "--leave", KEY, "--because", "nobody remembers", "--json")
    assert (left.code, left.json) == (0, [{"left": 1, "about": "entry", "number": 1}])
    assert KEY not in keys(recorded)

    (row,) = recorded("gaps", "--left", "--json").json
    assert (row["code"], row["because"], row["by"]) == (
        "decider_unnamed",
        "nobody remembers",
        USER,
    )
    assert recorded("gaps", "--take-back", 1).code == 0
    assert KEY in keys(recorded)
    assert recorded("gaps", "--left").out == "Nothing is left as it is.\n"


def test_a_gap_is_not_left_without_a_reason_nor_by_a_wrong_key(recorded):
    assert recorded("gaps", "--leave", KEY, "--json").json["code"] == "leaving_needs_reason"
    wrong = recorded("gaps", "--leave", "entry:99:x", "--because", "y", "--json")
    assert (wrong.code, wrong.json["code"]) == (1, "gap_unknown")
    assert KEY in keys(recorded)
