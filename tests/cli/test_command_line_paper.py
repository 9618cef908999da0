"""docs/command-line.md: every command, every option, and JSON as the commands really give it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from sharebook.cli.main import app
from sharebook.domain.people import StaffRole
from tests.cli.conftest import SHEET

PAPER = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")
SECTION = re.compile(r"^#{2,3} (.+)$", re.MULTILINE)
JSON = re.compile(r"```json\n(.*?)```", re.DOTALL)


def commands(group: Any, before: str = "") -> Iterator[tuple[str, list[str]]]:
    for name, command in group.commands.items():
        whole = f"{before}{name}"
        if hasattr(command, "commands"):
            yield from commands(command, f"{whole} ")
        else:
            options = [p.opts[0] for p in command.params if p.opts[0].startswith("--")]
            yield whole, options


PROGRAM: Any = typer.main.get_command(app)
COMMANDS = dict(commands(PROGRAM))


def section(name: str) -> str:
    """Return the words under one heading, up to the next."""
    parts = SECTION.split(PAPER)
    return parts[parts.index(name) + 1]


def shape(name: str) -> Any:
    (found,) = JSON.findall(section(name))
    return json.loads(found)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_the_paper(name):
    words = section(name)

    assert f"sharebook {name}" in words
    assert [option for option in COMMANDS[name] if f"{option}" not in words] == []


def test_every_common_option_is_in_the_paper():
    options = {param.opts[0] for param in PROGRAM.params}

    assert {option for option in options if f"`{option}" not in PAPER} == set()


def test_the_paper_names_no_option_that_is_not_there():
    known = {option for options in COMMANDS.values() for option in options}
    known |= {param.opts[0] for param in PROGRAM.params}

    assert set(re.findall(r"--[a-z][a-z-]+", PAPER)) <= known


def test_every_role_is_in_the_paper():
    assert all(role.value in section("new") for role in StaffRole)


def fits(told: Any, given: Any) -> bool:
    """Say whether an answer has the names and kinds the paper shows; lists by their first."""
    if isinstance(told, dict):
        names_fit = isinstance(given, dict) and set(told) == set(given)
        return names_fit and all(fits(told[name], given[name]) for name in told)
    if isinstance(told, list):
        return isinstance(given, list) and all(fits(told[0], each) for each in given)
    return type(told) is type(given)


def test_answers_have_the_documented_shape(with_pupils, tmp_path):
    sheet = tmp_path / "pupils.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    entry = ("--to", "Children's Services", "--for", "a coat", "--pupil", "Juno", "--item", "name")

    answers = {
        "import pupils": with_pupils("import", "pupils", sheet, "--preview", "--json").json,
        "who": with_pupils("who", "Juno", "--json").json,
        "correct": with_pupils("record", *entry, "--json").json,
        "due": with_pupils("due", "--json").json,
        "gaps": with_pupils("gaps", "--json").json,
        "check": with_pupils("check", "--json").json,
        "export": with_pupils("export", "log", tmp_path / "log.csv", "--json").json,
        "print": with_pupils("print", "notice", "--out", tmp_path / "n.txt", "--json").json,
        "How a command ends": with_pupils("who", "zz", "--json").json,
    }

    assert answers["gaps"]
    assert [name for name, given in answers.items() if not fits(shape(name), given)] == []


def test_a_page_is_told_in_the_documented_shape(with_pupils, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text("Public interest\n\n- Invented Dinners, for lunch\n", encoding="utf-8")

    given = with_pupils("import", "page", page, "--preview", "--json").json

    common = set(shape("import pupils")) - {"skipped_columns"}
    told = shape("import page")
    assert set(given) == common | set(told)
    assert given["lines"]
    assert fits(told, {name: given[name] for name in told})
