"""The installed program can try itself."""

import json

import pytest

from sharebook.cli.main import run


@pytest.mark.slow
def test_self_test_passes_and_says_what_it_tried(capsys):
    assert run(["self-test", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["ok"]
