"""Who may import whom; the contracts themselves stand in pyproject.toml."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def settings(root):
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def placed(settings) -> set[str]:
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(each["layers"] for each in contracts if each["type"] == "layers")
    return {name.strip() for layer in layers for name in layer.split("|")}


def test_every_part_of_the_program_has_its_place(root, settings):
    package = root / "desktop" / "sharebook"
    folders = {each.parent.name for each in package.glob("*/__init__.py")}
    files = {each.stem for each in package.glob("*.py")} - {"__init__"}

    assert folders | files == placed(settings)


def test_every_folder_of_modules_is_a_package(root):
    package = root / "desktop" / "sharebook"
    folders = {path.parent for path in package.rglob("*.py")}

    assert {folder for folder in folders if not (folder / "__init__.py").is_file()} == set()


def test_the_resources_hold_no_python(root):
    assert list((root / "resources").rglob("*.py")) == []


@pytest.mark.slow
def test_the_import_contracts_are_kept(root):
    lint = Path(sys.executable).with_name("lint-imports")

    ended = subprocess.run(
        [lint, "--no-cache"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root / "desktop")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 0, ended.stdout


@pytest.mark.slow
@pytest.mark.parametrize("task", ["format --check --no-cache .", "check --no-cache ."])
def test_the_linter_is_content(root, task):
    ended = subprocess.run(
        [sys.executable, "-m", "ruff", *task.split()],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 0, ended.stdout
