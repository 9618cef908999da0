"""The file a newcomer starts: it speaks plainly, even to a Python it cannot use."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from installer import from_source
from installer.telling import Stopped

SCRIPT = Path(from_source.__file__)


@pytest.mark.parametrize("version", [(3, 8), (3, 10), (3, 14), (4, 0)])
def test_a_python_that_does_not_fit_is_named_with_those_that_do(version):
    sentence = from_source.unfit(*version)

    assert f"this is Python {version[0]}.{version[1]}" in sentence
    assert "3.11, 3.12 or 3.13" in sentence


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_a_python_that_fits_hears_nothing(version):
    assert from_source.unfit(*version) == ""


def test_an_old_python_can_read_the_file_that_refuses_it():
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 8))


def test_the_versions_are_those_of_the_project():
    settings = (SCRIPT.parents[1] / "pyproject.toml").read_text(encoding="utf-8")

    assert 'requires-python = ">=3.11,<3.14"' in settings


@pytest.mark.parametrize("arguments", [[], ["walk"], ["--help"]])
def test_without_a_known_verb_the_usage_is_shown(arguments):
    command = [sys.executable, SCRIPT, *arguments]

    ended = subprocess.run(command, capture_output=True, text=True, check=False)

    assert ended.returncode == from_source.MISUSED
    assert ended.stderr.startswith("Usage: python3 installer/from_source.py run")
    assert ended.stdout == ""


def test_what_stops_us_is_one_sentence_and_no_traceback(monkeypatch, capsys):
    def stops(_options):
        raise Stopped("The disk is full.")

    monkeypatch.setattr("installer.verbs.BY_NAME", {"run": stops})

    assert from_source.main(["run"]) == from_source.FAILED
    assert capsys.readouterr().err == "\nThe disk is full.\n"


def test_stopping_by_hand_says_how_to_go_on(monkeypatch, capsys):
    def interrupted(_options):
        raise KeyboardInterrupt

    monkeypatch.setattr("installer.verbs.BY_NAME", {"run": interrupted})

    assert from_source.main(["run"]) == from_source.FAILED
    assert "again to go on" in capsys.readouterr().err
