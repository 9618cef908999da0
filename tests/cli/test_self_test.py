"""The installed program can try itself."""

import json

import pytest

from sharebook.cli import self_test
from sharebook.cli.main import run
from sharebook.words import sentences


@pytest.mark.slow
def test_self_test_passes_and_says_what_it_tried(capsys):
    assert run(["self-test", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["ok"]


def test_what_is_broken_is_said(monkeypatch, capsys):
    monkeypatch.setattr(sentences, "all_sentences", dict)
    monkeypatch.setattr(self_test, "sentence", lambda code, facts: f"{code}: {facts['step']}")

    assert run(["self-test"]) == 1
    assert capsys.readouterr().err.strip() == "self_test_failed: sentences"
