"""System libraries and packages: brought in when we may, else the exact line is said."""

import subprocess
import sys

import pytest

from installer import apt, libraries

linux = pytest.mark.skipif(sys.platform != "linux", reason="Windows has no system packages")


@linux
def test_the_loader_is_asked_and_not_a_list_of_folders(monkeypatch):
    monkeypatch.setattr(libraries, "ALWAYS", {"libc.so.6": "libc6", "libnowhere.so.9": "nowhere9"})

    assert libraries.packages_missing(with_screen=False) == ["nowhere9"]


@linux
def test_a_window_needs_more_than_a_test(monkeypatch):
    monkeypatch.setattr(libraries, "_loads", lambda _library: False)

    without = libraries.packages_missing(with_screen=False)
    assert libraries.packages_missing(with_screen=True)[: len(without)] == without
    assert "libxcb-cursor0" in libraries.packages_missing(with_screen=True)
    assert "libxcb-cursor0" not in without


def test_windows_brings_its_own(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")

    assert libraries.packages_missing(with_screen=True) == []


class AptGet:
    """Stands in for apt-get and remembers what it was asked."""

    def __init__(self, returncode: int, says: str = "") -> None:
        self.ended = subprocess.CompletedProcess([], returncode, says)
        self.asked: list[list[str]] = []

    def __call__(self, command: list[str], **_: object) -> "subprocess.CompletedProcess[str]":
        self.asked.append(command)
        return self.ended


@pytest.fixture
def may(monkeypatch):
    monkeypatch.setattr(apt, "allowed", lambda: True)


def test_the_lists_are_refreshed_before_anything_is_installed(may, monkeypatch):
    get = AptGet(0)
    monkeypatch.setattr(subprocess, "run", get)

    assert apt.install(["libegl1"])
    assert [command[len(apt.GET)] for command in get.asked] == ["update", "install"]
    assert get.asked[1][-1] == "libegl1"


def test_what_apt_says_is_shown_only_when_it_fails(may, monkeypatch, capsys):
    monkeypatch.setattr(subprocess, "run", AptGet(100, "E: Unable to locate package\n"))

    assert not apt.install(["libegl1"])
    assert "E: Unable to locate package" in capsys.readouterr().out


def test_nothing_is_started_where_nothing_is_allowed(monkeypatch):
    get = AptGet(0)
    monkeypatch.setattr(subprocess, "run", get)
    monkeypatch.setattr(apt, "allowed", lambda: False)

    assert not apt.install(["libegl1"])
    assert get.asked == []
