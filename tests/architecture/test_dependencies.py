"""What the program imports is what it says it stands on."""

import ast
import re
import sys
import tomllib
from collections.abc import Sequence

from tests.architecture.parsed import nodes_of

# Where the name to import differs from the name to install.
INSTALLED_AS = {
    "PySide6": "pyside6-essentials",
    "shiboken6": "pyside6-essentials",
    "docx": "python-docx",
}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def imported(nodes: Sequence[ast.AST]) -> set[str]:
    """Return the top-level names a module imports, late imports too."""
    names = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    return names - {"sharebook"} - sys.stdlib_module_names


def pinned(root) -> set[str]:
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return {plain(entry.split("==")[0]) for entry in settings["project"]["dependencies"]}


def test_the_program_imports_only_what_it_pins_itself(modules, root):
    known = pinned(root)
    foreign = {
        path.as_posix(): name
        for path, nodes in modules.items()
        for name in imported(nodes)
        if plain(INSTALLED_AS.get(name, name)) not in known
    }

    assert foreign == {}


def test_everything_that_is_pinned_is_used(modules, root):
    used = {name for nodes in modules.values() for name in imported(nodes)}
    names = {plain(INSTALLED_AS.get(name, name)) for name in used}
    beside = {"pyside6-addons", "rl-accel"}  # QtPdf, and the quick half of reportlab

    assert pinned(root) - names - beside == set()


def test_the_installer_needs_python_alone(root):
    files = (root / "installer").glob("*.py")
    foreign = {
        path.name: names for path in files if (names := imported(nodes_of(path)) - {"installer"})
    }

    assert foreign == {}
