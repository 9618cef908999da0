"""What each verb starts, and on which screen."""

import os
import subprocess
from pathlib import Path

import pytest

from installer import screens, verbs
from installer.environment import Dependencies
from installer.preparing import Prepared
from installer.telling import Stopped

PYTHON = Path("venv", "python")


class Started:
    """Stands in for the programs a verb starts."""

    def __init__(self) -> None:
        self.command: list[str] = []
        self.env: dict[str, str] = {}

    def __call__(
        self, command: list[str], *, env: dict[str, str], **_: object
    ) -> "subprocess.CompletedProcess[str]":
        self.command, self.env = command, env
        return subprocess.CompletedProcess(command, 7)


@pytest.fixture
def started(monkeypatch):
    program = Started()
    monkeypatch.setattr(subprocess, "run", program)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    return program


@pytest.fixture
def brought(monkeypatch):
    """Stand in for all preparation: remember what was asked for."""
    asked: list[object] = []

    def prepare(_root: Path, wanted: Dependencies, *, with_screen: bool) -> Prepared:
        asked.extend([wanted, with_screen])
        return Prepared(PYTHON, draws=True)

    monkeypatch.setattr(verbs, "prepare", prepare)
    return asked


@pytest.fixture
def no_libraries(monkeypatch):
    monkeypatch.setattr(verbs, "prepare", lambda *_, **__: Prepared(PYTHON, draws=False))


@pytest.fixture
def screen(monkeypatch):
    monkeypatch.setattr(screens, "present", lambda: True)


@pytest.fixture
def no_screen(monkeypatch):
    monkeypatch.setattr(screens, "present", lambda: False)


def test_run_makes_the_practice_school_and_opens_it(started, brought, screen):
    assert verbs.run(["a folder"]) == 7

    assert started.command == [str(PYTHON), "-m", "sharebook", "demo", "a folder"]
    assert "QT_QPA_PLATFORM" not in started.env
    assert brought == [Dependencies.RUN, True]


def test_run_without_a_screen_draws_nowhere(started, brought, no_screen):
    verbs.run(["a folder"])

    assert started.command[-2:] == ["demo", "a folder"]
    assert started.env["QT_QPA_PLATFORM"] == "offscreen"
    assert brought == [Dependencies.RUN, False]


def test_run_without_the_libraries_of_a_screen_draws_nowhere(started, no_libraries, screen):
    verbs.run([])

    assert started.env["QT_QPA_PLATFORM"] == "offscreen"


@pytest.mark.parametrize("verb", [verbs.test, verbs.check])
def test_tests_without_the_libraries_are_not_begun(started, no_libraries, verb):
    with pytest.raises(Stopped, match="need those libraries"):
        verb([])

    assert started.command == []


def test_nobody_has_to_name_a_folder(started, brought, screen):
    verbs.run([])

    assert Path(started.command[-1]).name == verbs.PRACTICE


def test_the_practice_school_goes_into_the_documents_where_there_are_some(tmp_path):
    assert verbs.practice_folder(tmp_path) == tmp_path / verbs.PRACTICE

    (tmp_path / "Documents").mkdir()

    assert verbs.practice_folder(tmp_path) == tmp_path / "Documents" / verbs.PRACTICE


def test_test_runs_pytest_on_every_core_without_a_screen(started, brought, screen):
    assert verbs.test(["tests/domain"]) == 7

    asked = ["-n", "auto", "--dist", "worksteal", "tests/domain"]
    assert started.command == [str(PYTHON), "-m", "pytest", *asked]
    assert started.env["QT_QPA_PLATFORM"] == "offscreen"
    assert brought == [Dependencies.DEV, False]


def test_check_finds_the_environment_s_own_tools_first(started, brought, screen):
    verbs.check([])

    assert started.command[1:] == ["-m", "poethepoet", "check"]
    assert started.env["PATH"].split(os.pathsep)[0] == str(PYTHON.parent)


@pytest.mark.parametrize(
    ("platform", "surroundings", "expected"),
    [
        ("win32", {}, True),
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ""}, False),
    ],
)
def test_a_screen_is_known_by_its_name(platform, surroundings, expected):
    assert screens.present(surroundings, platform) is expected
