"""The environment is made once, kept while it fits, and never put over somebody's files."""

import subprocess
import sys
from pathlib import Path

import pytest

from installer import environment
from installer.environment import Dependencies
from installer.telling import Stopped


@pytest.fixture
def checkout(tmp_path):
    locks = tmp_path / "installer" / "locks"
    locks.mkdir(parents=True)
    for which in Dependencies:
        (locks / f"{which.value}.txt").write_text(f"# {which.value}: nothing needed\n")
    package = tmp_path / "desktop" / "sharebook"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("WHERE = __file__\n")
    return tmp_path


@pytest.fixture
def installed(monkeypatch):
    """Stand in for pip and venv: remember what would have been installed."""
    asked: list[Dependencies] = []

    def make(folder: Path) -> None:
        environment.python_of(folder).parent.mkdir(parents=True)
        environment.python_of(folder).touch()

    monkeypatch.setattr(environment, "_usable", lambda folder: folder.is_dir())
    monkeypatch.setattr(environment, "_make", make)
    monkeypatch.setattr(environment, "_link", lambda *_: None)
    monkeypatch.setattr(environment, "_install", lambda _root, _folder, which: asked.append(which))
    return asked


def test_the_second_time_nothing_is_installed(checkout, installed):
    environment.ready(checkout, Dependencies.RUN)
    environment.ready(checkout, Dependencies.RUN)

    assert installed == [Dependencies.RUN]


def test_a_changed_lock_file_is_installed(checkout, installed):
    environment.ready(checkout, Dependencies.RUN)
    environment.lock(checkout, Dependencies.RUN).write_text("# another\n")

    environment.ready(checkout, Dependencies.RUN)

    assert installed == [Dependencies.RUN, Dependencies.RUN]


def test_who_can_test_can_run_without_installing_again(checkout, installed):
    environment.ready(checkout, Dependencies.DEV)
    environment.ready(checkout, Dependencies.RUN)

    assert installed == [Dependencies.DEV]


def test_who_could_only_run_gets_the_tests_too(checkout, installed):
    environment.ready(checkout, Dependencies.RUN)
    environment.ready(checkout, Dependencies.DEV)

    assert installed == [Dependencies.RUN, Dependencies.DEV]


def test_a_failed_installation_is_tried_again(checkout, installed, monkeypatch):
    def fails(*_: object) -> None:
        raise Stopped("no network")

    with monkeypatch.context() as offline:
        offline.setattr(environment, "_install", fails)
        with pytest.raises(Stopped):
            environment.ready(checkout, Dependencies.RUN)

    environment.ready(checkout, Dependencies.RUN)

    assert installed == [Dependencies.RUN]


def test_a_folder_that_is_no_environment_is_left_alone(checkout):
    kept = checkout / ".venv" / "letters.txt"
    kept.parent.mkdir()
    kept.write_text("Dear Juno")

    with pytest.raises(Stopped, match="is in the way"):
        environment.ready(checkout, Dependencies.RUN)

    assert kept.read_text() == "Dear Juno"


def test_a_python_that_cannot_make_environments_is_said_so(checkout, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    package = f"python3.{sys.version_info.minor}-venv"

    assert environment.packages_missing(checkout, Dependencies.RUN) == [package]
    with pytest.raises(Stopped, match=f"its package {package} is missing"):
        environment.ready(checkout, Dependencies.RUN)


def test_an_environment_that_stands_needs_no_more_packages(checkout, installed, monkeypatch):
    environment.ready(checkout, Dependencies.RUN)
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)

    assert environment.packages_missing(checkout, Dependencies.RUN) == []


@pytest.mark.slow
@pytest.mark.skipif(not environment._has_ensurepip(), reason="this Python makes no environments")
def test_a_real_environment_is_tried_again_and_finds_the_checkout_itself(checkout, capfd):
    lock = environment.lock(checkout, Dependencies.RUN)
    lock.write_text("nothing-of-that-name @ file:///nowhere/at/all.whl\n")

    with pytest.raises(Stopped, match="could not be fetched"):
        environment.ready(checkout, Dependencies.RUN)
    assert "ERROR" in capfd.readouterr().err
    assert not (checkout / ".venv" / environment.STAMP).exists()

    lock.write_text("# nothing needed\n")
    python = environment.ready(checkout, Dependencies.RUN)

    question = "import sharebook; print(sharebook.WHERE)"
    answer = subprocess.run(
        [python, "-c", question], cwd=checkout.parent, capture_output=True, text=True, check=True
    )
    assert Path(answer.stdout.strip()) == checkout / "desktop" / "sharebook" / "__init__.py"
