"""The lock files agree with pyproject.toml, and every file that may be installed has its hash."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def text_of(which: str) -> str:
    return (ROOT / "installer" / "locks" / f"{which}.txt").read_text(encoding="ascii")


def pins(text: str) -> dict[str, str]:
    return {plain(name): version for name, version in PIN.findall(text)}


@pytest.fixture(scope="module")
def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_everything_sharebook_stands_on_is_locked_at_its_pin(project):
    asked = pins("\n".join(project["project"]["dependencies"]))

    assert len(asked) == len(project["project"]["dependencies"])
    assert asked.items() <= pins(text_of("run")).items()


def test_the_tests_and_the_build_are_locked_too(project):
    extra = project["project"]["optional-dependencies"]["dev"]
    asked = pins("\n".join([*extra, *project["build-system"]["requires"]]))

    assert asked.items() <= pins(text_of("dev")).items()


def test_who_has_the_test_environment_can_run_the_program():
    assert pins(text_of("run")).items() <= pins(text_of("dev")).items()


def test_a_school_does_not_download_the_tests():
    assert pins(text_of("run")).keys().isdisjoint({"pytest", "mypy", "ruff", "hatchling"})


@pytest.mark.parametrize("which", ["run", "dev"])
def test_every_package_is_hashed_and_no_line_says_anything_else(which):
    entries = re.split(r"(?m)^(?=\S)", text_of(which).replace("\\\n", " "))[1:]

    for entry in entries:
        assert PIN.match(entry), entry
        assert HASH.search(entry), entry
        assert not re.search(r"--(?!hash=)|://", entry), entry


@pytest.mark.parametrize("which", ["run", "dev"])
def test_windows_is_locked_beside_linux(which):
    assert "colorama==" in text_of(which)
    assert "sys_platform == 'win32'" in text_of(which)
