"""The common options may stand before or after the command."""

from hypothesis import given
from hypothesis import strategies as st

from sharebook.cli.argument_order import common_first


def test_common_options_move_to_the_front():
    typed = ["who", "Juno", "--json", "--register", "X", "--for", "parent", "--today=2026-09-14"]

    assert common_first(typed) == [
        "--json",
        "--register",
        "X",
        "--today=2026-09-14",
        "who",
        "Juno",
        "--for",
        "parent",
    ]


def test_nothing_moves_after_a_double_dash():
    assert common_first(["who", "--", "--json"]) == ["who", "--", "--json"]


@given(st.lists(st.sampled_from(["who", "--json", "--user", "Pat", "--for", "x", "--register"])))
def test_no_word_is_lost_or_added(words):
    assert sorted(common_first(words)) == sorted(words)
