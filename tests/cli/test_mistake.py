"""`mistake` and `history`: struck out, taken back, and told version by version."""

import pytest

from tests.cli.conftest import USER
from tests.cli.test_command_line_paper import fits, shape

ENTRY = ("--to", "Children's Services", "--for", "a coat", "--pupil", "Juno", "--item", "name")
WHY = ("--because", "Entered twice.")


@pytest.fixture
def recorded(with_pupils):
    assert with_pupils("record", *ENTRY).code == 0
    return with_pupils


def coats(sharebook):
    groups = sharebook("who", "Juno", "--json").json["groups"]
    return [line for group in groups for line in group["lines"] if line["why"] == "a coat"]


def test_a_mistake_leaves_the_answer_and_comes_back(recorded):
    assert coats(recorded)

    struck = recorded("mistake", 1, *WHY)

    assert struck.code == 0
    assert "Entry 1 is struck out." in struck.out
    assert coats(recorded) == []
    assert recorded("check").code == 0

    back = recorded("mistake", 1, "--take-back", "--because", "It was sent.")
    assert back.out == "Entry 1 counts again.\n"
    assert len(coats(recorded)) == 1


def test_history_tells_when_who_why_and_what(recorded):
    recorded("mistake", 1, *WHY)

    said = recorded("history", "disclosure", 1).out

    assert f"Entry 1, written ({USER})" in said
    assert "  What for: a coat\n" in said
    assert "Entry 1, recorded by mistake" in said
    assert "  Why: Entered twice." in said


def test_answers_have_the_documented_shape(recorded):
    struck = recorded("mistake", 1, *WHY, "--json").json
    told = recorded("history", "disclosure", 1, "--json").json

    assert fits(shape("mistake"), struck)
    assert struck["mistake"] is True
    assert fits(shape("history"), told)
    assert [each["happened"] for each in told] == ["written", "mistake"]


def test_the_school_needs_no_number(recorded):
    assert "Name: Example Lane Primary School" in recorded("history", "school").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("mistake", 9, *WHY), "no entry 9"),
        (("mistake", 1, "--because", " "), "Say why"),
        (("mistake", 1, "--take-back", *WHY), "not struck out"),
        (("history", "pupils"), "disclosure, flow"),
        (("history", "flow", 999), "999"),
    ],
)
def test_what_cannot_be_is_refused(recorded, words, said):
    refused = recorded(*words)

    assert refused.code == 1
    assert said in refused.err


def test_a_struck_entry_is_not_put_right(recorded):
    recorded("mistake", 1, *WHY)

    refused = recorded("correct", 1, "--because", "the method", "--note", "By post.")

    assert refused.code == 1
    assert "right after all" in refused.err
