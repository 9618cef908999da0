"""The common options may stand before or after the command."""

import typer
from hypothesis import given
from hypothesis import strategies as st

from sharebook.cli.argument_order import common_first
from sharebook.cli.main import app

COMPLETION = ("--install-completion", "--show-completion")


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


def test_every_option_of_the_program_moves():
    program = typer.main.get_command(app)
    options = [name for each in program.params for name in each.opts]
    for option in set(options) - {"--version", "--help", *COMPLETION}:
        assert common_first(["who", option, "5"])[0] == option


def test_nothing_moves_after_a_double_dash():
    assert common_first(["who", "--", "--json"]) == ["who", "--", "--json"]


@given(st.lists(st.sampled_from(["who", "--json", "--user", "Pat", "--for", "x", "--register"])))
def test_no_word_is_lost_or_added(words):
    assert sorted(common_first(words)) == sorted(words)
