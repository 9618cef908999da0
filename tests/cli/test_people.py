"""`people`: the same verbs about keys as in the window; no secret is ever an argument."""

import io
import sys
from typing import Any

import pytest
import typer

from sharebook.bootstrap import keys as keys_module
from sharebook.cli import secret
from sharebook.cli.main import app, run
from sharebook.vault.strength import LEAST
from tests.cli.conftest import PASSPHRASE, USER

NEW = "violet anchor biscuit thunder maple"
THEIRS = "saddle ribbon harbour turnip quartz"


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """The least work factor, as for the register itself."""
    monkeypatch.setattr(keys_module, "tuned_strength", lambda: LEAST)
    for variable in (secret.NEW_PASSPHRASE_VARIABLE, secret.CODE_VARIABLE):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture
def with_theo(sharebook, monkeypatch):
    """Theo, the head, is in the register too, added with the sheet."""
    code = sharebook("people", "recovery", "--json").json["recovery_code"]
    monkeypatch.setenv(secret.NEW_PASSPHRASE_VARIABLE, THEIRS)
    monkeypatch.setenv(secret.CODE_VARIABLE, code)
    added = sharebook("people", "add", "Theo Placeholder", "--role", "head", "--with-sheet")
    assert added.code == 0
    return sharebook


def can_open(folder, who, passphrase, monkeypatch, capsys):
    monkeypatch.setenv("SHAREBOOK_PASSPHRASE", passphrase)
    code = run(["due", "--register", str(folder), "--user", who])
    capsys.readouterr()
    return code == 0


def test_everybody_is_listed_without_a_passphrase(sharebook, monkeypatch):
    monkeypatch.delenv("SHAREBOOK_PASSPHRASE")
    assert sharebook("people", "list").out == "Pat Inkwell (School office)\n"
    assert sharebook("people", "list", "--json").json == [{"name": USER, "role": "office"}]


def test_a_person_is_added_and_opens_the_register(with_theo, folder, monkeypatch, capsys):
    assert "Theo Placeholder (Headteacher)" in with_theo("people", "list").out
    assert can_open(folder, "Theo Placeholder", THEIRS, monkeypatch, capsys)


def test_a_person_is_taken_off_and_opens_nothing(with_theo, folder, monkeypatch, capsys):
    removed = with_theo("people", "remove", "Theo Placeholder", "--with-sheet", "--json")
    assert removed.json == {"people": [{"name": USER, "role": "office"}]}
    assert not can_open(folder, "Theo Placeholder", THEIRS, monkeypatch, capsys)
    assert can_open(folder, USER, PASSPHRASE, monkeypatch, capsys)


def test_the_office_adds_no_head_and_takes_none_off(with_theo, sharebook):
    for verb in (("add", "Robin Standin", "--role", "head"), ("remove", "Theo Placeholder")):
        refused = sharebook("people", *verb, "--user", USER)
        assert refused.code == 1
        assert "Ask the head or the safeguarding lead" in refused.err
    sheet = sharebook("people", "recovery", "--user", USER)
    assert (sheet.code, "the old sheet is still good" in sheet.err) == (1, True)


def test_the_last_person_stays(sharebook):
    removed = sharebook("people", "remove", USER)
    assert removed.code == 1
    assert "Add somebody else first." in removed.err


@pytest.mark.parametrize("options", [[], ["--known-to-others"]])
def test_the_own_passphrase_is_changed(sharebook, folder, options, monkeypatch, capsys, tmp_path):
    file = tmp_path / "new.txt"
    file.write_text(NEW + "\n", encoding="utf-8")
    changed = sharebook("people", "passphrase", "--new-passphrase-file", file, *options)
    assert changed.code == 0
    assert can_open(folder, USER, NEW, monkeypatch, capsys)
    assert not can_open(folder, USER, PASSPHRASE, monkeypatch, capsys)


def test_a_lost_passphrase_is_replaced_with_a_new_sheet(sharebook, folder, monkeypatch, capsys):
    code = sharebook("people", "recovery", "--json").json["recovery_code"]
    monkeypatch.setenv(secret.CODE_VARIABLE, code.lower())
    monkeypatch.setenv(secret.NEW_PASSPHRASE_VARIABLE, NEW)
    monkeypatch.delenv("SHAREBOOK_PASSPHRASE")
    assert sharebook("people", "passphrase", "--lost").code == 0
    assert can_open(folder, USER, NEW, monkeypatch, capsys)


def test_without_a_terminal_a_missing_secret_is_told(sharebook, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert "--new-passphrase-file" in sharebook("people", "passphrase").err
    assert "--recovery-file" in sharebook("people", "passphrase", "--lost").err


def test_at_a_terminal_a_new_passphrase_is_asked_for_twice(sharebook, monkeypatch):
    typed = [NEW, NEW + "s"]
    monkeypatch.setattr(secret, "someone_is_there", lambda: True)
    monkeypatch.setattr(secret, "getpass", lambda _prompt: typed.pop(0))
    differing = sharebook("people", "passphrase")
    assert differing.code == 1
    assert "not the same" in differing.err


@pytest.mark.parametrize(("slip", "code"), [("", 0), ("X", 1)])
def test_at_a_terminal_a_new_code_is_typed_back(sharebook, monkeypatch, slip, code):
    drawn = keys_module.new_code()
    monkeypatch.setattr(secret, "someone_is_there", lambda: True)
    monkeypatch.setattr(keys_module, "new_code", lambda: drawn)
    monkeypatch.setattr("typer.prompt", lambda _text, **_named: drawn + slip)
    asked = sharebook("people", "recovery")
    assert asked.code == code
    assert drawn in asked.err
    assert ("The old sheet opens nothing" in asked.out) is (code == 0)


def test_a_part_nobody_plays_is_refused(sharebook, monkeypatch):
    monkeypatch.setenv(secret.NEW_PASSPHRASE_VARIABLE, THEIRS)
    added = sharebook("people", "add", "Robin Standin", "--role", "caretaker")
    assert added.code == 1
    assert "safeguarding_lead" in added.err


def test_no_secret_is_an_argument():
    group: Any = typer.main.get_command(app)
    named = {
        option.name
        for command in group.commands["people"].commands.values()
        for option in command.params
        if "passphrase" in option.name or "recovery" in option.name
    }
    assert named == {"new_passphrase_file", "recovery_file"}
