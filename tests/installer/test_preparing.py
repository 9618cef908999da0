"""What is missing is brought in or said once, all of it together."""

from pathlib import Path

import pytest

from installer import apt, environment, libraries
from installer.environment import Dependencies
from installer.preparing import Prepared, prepare
from installer.telling import Stopped

ROOT, PYTHON = Path("checkout"), Path("python")


@pytest.fixture
def machine(monkeypatch):
    """A machine that lacks two packages; what apt brings is there afterwards."""
    there: set[str] = set()

    def lacking(package: str) -> list[str]:
        return [] if package in there else [package]

    monkeypatch.setattr(environment, "packages_missing", lambda *_: lacking("python3-venv"))
    monkeypatch.setattr(libraries, "packages_missing", lambda **_: lacking("libegl1"))
    monkeypatch.setattr(environment, "ready", lambda *_: PYTHON)
    return there


def test_all_that_is_missing_is_installed_in_one_go(machine, monkeypatch):
    asked = []

    def install(packages: list[str]) -> bool:
        asked.append(list(packages))
        machine.update(packages)
        return True

    monkeypatch.setattr(apt, "install", install)

    assert prepare(ROOT, Dependencies.RUN, with_screen=True) == Prepared(PYTHON, draws=True)
    assert asked == [["python3-venv", "libegl1"]]


def test_who_may_not_install_is_told_one_line_for_everything(machine, monkeypatch, capsys):
    monkeypatch.setattr(apt, "allowed", lambda: False)

    assert prepare(ROOT, Dependencies.RUN, with_screen=True) == Prepared(PYTHON, draws=False)
    said = capsys.readouterr().out
    assert "sudo apt-get install --no-install-recommends python3-venv libegl1\n" in said


def test_the_line_stands_above_what_stops_us(machine, monkeypatch, capsys):
    def stops(*_: object) -> Path:
        raise Stopped("no environment")

    monkeypatch.setattr(apt, "allowed", lambda: False)
    monkeypatch.setattr(environment, "ready", stops)

    with pytest.raises(Stopped):
        prepare(ROOT, Dependencies.RUN, with_screen=False)

    assert "sudo apt-get install" in capsys.readouterr().out


def test_where_all_is_there_nothing_is_said(machine, monkeypatch, capsys):
    machine.update({"python3-venv", "libegl1"})

    assert prepare(ROOT, Dependencies.RUN, with_screen=True).draws
    assert capsys.readouterr().out == ""
