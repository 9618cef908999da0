"""`pupils`, `contacts`, `household`: one child kept without a window."""

import pytest

from tests.cli.test_command_line_paper import fits, shape

BECAUSE = ("--because", "as the family said")


@pytest.fixture
def juno(with_pupils):
    def call(*words: object):
        return with_pupils(*words, "--json")

    return call


def test_a_child_leaves_and_comes_back(juno):
    left = juno("pupils", "leave", "Juno", "--to", "Mock Hill").json
    assert set(left) == set(shape("pupils show"))
    (spell,) = left["on_roll"]
    assert (spell["until"], spell["left_for"]) == ("2026-09-14", "Mock Hill")
    assert juno("pupils", "return", "Juno", "--year", "4").code == 1
    back = juno("pupils", "return", "Juno", "--year", "4", "--from", "2026-10-05").json
    assert [each["from"] for each in back["on_roll"]] == ["2026-09-14", "2026-10-05"]
    assert back["on_roll"][0] == spell


def test_a_child_moves_and_is_registered_at_two_schools(juno, with_pupils):
    moved = juno("pupils", "move", "Juno", "--class", "Robin", "--from", "2026-10-05").json
    assert [each["class"] for each in moved["on_roll"]] == ["Kingfisher", "Robin"]
    two = juno(
        *("pupils", "move", "Juno", "--enrolment", "subsidiary", "--from", "2026-11-02"),
        *("--other-school", "Mock Hill"),
    ).json
    assert two["on_roll"][-1]["registered"] == "subsidiary"
    told = with_pupils("pupils", "show", "Juno").out
    assert "subsidiary, Mock Hill" in told
    alone = juno("pupils", "move", "Juno", "--enrolment", "alone", "--from", "2026-12-01").json
    assert alone["on_roll"][-1]["other_school"] == ""
    assert juno("pupils", "move", "Juno", "--enrolment", "elsewhere").code == 1


def test_flags_and_protection(juno):
    flagged = juno("pupils", "flag", "Juno", "--add", "Choir", "--add", "ehc plan").json
    assert flagged["flags"] == ["Choir", "EHC plan"]
    assert fits(shape("pupils flag"), flagged | {"suggested": ["x"]})
    assert juno("pupils", "flag", "Juno", "--clear", "choir").json["flags"] == ["EHC plan"]
    assert juno("pupils", "flag", "Juno").json["known"] == ["EHC plan"]
    hidden = juno("pupils", "protect", "Juno", "--decided-by", "Sam Invented, DSL", *BECAUSE).json
    assert hidden["protected"] is True
    assert set(hidden) == set(shape("pupils protect"))
    assert juno("pupils", "show", "Juno").json["protected"] is True
    ended = ("pupils", "protect", "Juno", "--decided-by", "Sam Invented, DSL", *BECAUSE, "--end")
    assert juno(*ended).json["protected"] is False
    assert juno(*ended).code == 1


def test_contacts_are_added_changed_and_taken_out(juno, with_pupils):
    made = juno(
        *("contacts", "add", "Juno", "--name", "Rex Sampleton", "--relationship", "father"),
        *("--set", "restriction=no_contact", "--set", "order=order of 2 May", "--set", "rank=2"),
        *("--set", "address=1 Hidden Row", "--set", "address-protected=yes"),
    ).json
    assert fits(shape("contacts list")[0], made)
    assert (made["address"], made["rank"]) == ("", 2)
    assert "NO CONTACT; address protected" in with_pupils("contacts", "list", "Juno").out
    number = made["number"]
    assert juno("contacts", "change", number, *BECAUSE, "--end").code == 1
    lifted = juno(
        "contacts", "change", number, *BECAUSE, "--set", "restriction=none", "--set", "order="
    )
    assert (lifted.json["restriction"], lifted.json["orders"]) == ("none", [])
    assert juno("contacts", "change", number, *BECAUSE, "--end").code == 0
    assert juno("contacts", "list", "Juno").json == []
    assert juno("contacts", "change", number, *BECAUSE, "--end").code == 1
    wrong = ("contacts", "add", "Juno", "--name", "A B", "--relationship", "aunt", "--set")
    assert juno(*wrong, "rank=first").code == 1
    assert juno(*wrong, "responsibility=maybe").code == 1


def test_a_household_is_joined_and_parted(juno):
    for child in ("Juno", "Łukasz"):
        juno("contacts", "add", child, "--name", "Dana", "--relationship", "mother")
    joined = juno("household", "join", "Juno", "--with", "Łukasz").json
    assert joined["lives_with"] == ["Łukasz O'Sampleby"]
    assert set(joined) == set(shape("household show"))
    assert juno("household", "show", "Łukasz").json["lives_with"] == ["Juno Sampleton"]
    assert juno("household", "part", "Juno", *BECAUSE).json["lives_with"] == []
    assert juno("household", "part", "Juno", *BECAUSE).code == 1
