"""What the papers tell a newcomer is true: commands, files and links exist."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer

from installer import verbs
from sharebook.cli.main import app

PAPERS = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"]
LINK = re.compile(r"\]\(([^)#:]+)\)")
QUOTED = re.compile(r"`([^`\n]+)`")
BLOCK = re.compile(r"```\n(.*?)```", re.DOTALL)
PLACES = ("desktop/", "resources/", "installer/", "tests/", "docs/")
STARTS = ("python3 ", ".venv/")
SHORT = {"ui/", "domain/", "documents/", "families/"}  # said after the whole path, or in the tree


def words_of(root: Path, paper: str) -> str:
    return (root / paper).read_text(encoding="utf-8")


def commands(root, paper: str) -> list[list[str]]:
    lines = "\n".join(BLOCK.findall(words_of(root, paper))).splitlines()
    return [shlex.split(line, comments=True) for line in lines if line.startswith(STARTS)]


@pytest.fixture(scope="module")
def program() -> Any:
    """The command line as Typer sees it: groups hold `commands`, commands hold `params`."""
    return typer.main.get_command(app)


def papers(root):
    return [root / name for name in PAPERS] + sorted((root / "docs").rglob("*.md"))


def test_every_link_leads_somewhere(root):
    dead = [
        f"{paper.relative_to(root)}: {target}"
        for paper in papers(root)
        for target in LINK.findall(paper.read_text(encoding="utf-8"))
        if not (paper.parent / target).exists()
    ]

    assert dead == []


@pytest.mark.parametrize("paper", ["README.md", "CONTRIBUTING.md"])
def test_every_path_that_is_named_exists(root, paper):
    quoted = QUOTED.findall(BLOCK.sub("", words_of(root, paper)))
    named = {text for text in quoted if "<" not in text and "*" not in text and " " not in text}
    whole = {text for text in named if text.startswith(PLACES)}
    short = {text for text in named if text.startswith(tuple(SHORT)) and text not in whole}

    assert {text for text in whole if not (root / text).exists()} == set()
    assert {
        text
        for text in short
        if not any(
            (root / "desktop" / "sharebook" / below / text).exists() for below in ("", "store")
        )
    } == set()
    assert whole


def test_every_name_in_capitals_stands_where_the_recipe_says(root):
    """The recipes name ``CHECKS``, ``DOCUMENTS``, ``GROUPS`` ...: somewhere each is defined."""
    named = {
        t
        for t in QUOTED.findall(words_of(root, "CONTRIBUTING.md"))
        if re.fullmatch(r"_?[A-Z]{5,}", t)
    }
    sources = [path.read_text(encoding="utf-8") for path in (root / "desktop").rglob("*.py")]
    defined = {
        name for name in named for text in sources if re.search(rf"(?m)^\s*{name}\b\s*[:=]", text)
    }

    assert named - defined == set()


@pytest.mark.parametrize("paper", ["README.md", "CONTRIBUTING.md"])
def test_the_first_commands_are_real(root, paper):
    started = [line for line in commands(root, paper) if line[1:2] == ["installer/from_source.py"]]

    assert [line[2] for line in started][:2] == ["run", "test"]
    assert {line[2] for line in started} <= set(verbs.BY_NAME)


def test_the_continuous_check_is_the_newcomer_s_own_command(root):
    lines = words_of(root, ".ci/run").splitlines()

    assert lines[-1] == "exec python3 installer/from_source.py test"


def walk(program: Any, line: list[str]) -> list[str]:
    """Return the options of `line` that the command it reaches does not know."""
    known = {name for each in program.params for name in each.opts}
    here = program
    waiting = list(line)
    while waiting and hasattr(here, "commands"):
        word = waiting.pop(0)
        if word in {"--help", "--json"}:
            continue
        if word.startswith("--"):
            assert word in known, word
            waiting.pop(0)
        else:
            here = here.commands[word]
    known |= {name for each in here.params for name in each.opts} | {"--help"}
    return [word for word in waiting if word.startswith("--") and word not in known]


def test_every_command_line_of_the_readme_is_understood(root, program):
    lines = [line[3:] for line in commands(root, "README.md") if line[1:3] == ["-m", "sharebook"]]

    assert [line for line in lines if walk(program, line)] == []
    assert lines


def test_the_readme_lists_every_command(root, program):
    rows = [line for line in words_of(root, "README.md").splitlines() if line.startswith("| `")]
    told = {word.split()[0] for row in rows for word in QUOTED.findall(row.split("|")[1])}

    assert set(program.commands) <= told
