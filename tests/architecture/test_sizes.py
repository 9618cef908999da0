"""Small files and small functions: the next person reads one thing at a time."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.parsed import nodes_of

MOST_LINES_A_FILE = 300
MOST_LINES_A_FUNCTION = 40
FOLDERS = ("desktop", "installer")


def sources(root: Path) -> Iterator[tuple[str, Path]]:
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.py")):
            yield path.relative_to(root).as_posix(), path


def functions(root: Path) -> Iterator[tuple[str, int]]:
    for name, path in sources(root):
        for node in nodes_of(path):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                last = node.end_lineno or node.lineno
                yield f"{name}:{node.lineno} {node.name}", last - node.lineno + 1


def test_no_file_is_longer_than_a_person_reads_at_once(root):
    lengths = {
        name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in sources(root)
    }

    assert {name: n for name, n in lengths.items() if n > MOST_LINES_A_FILE} == {}


def test_no_function_is_longer_than_a_screen(root):
    lengths = dict(functions(root))

    assert {where: n for where, n in lengths.items() if n > MOST_LINES_A_FUNCTION} == {}
    assert lengths


def test_tests_stay_small_too(root):
    lengths = {
        path.relative_to(root).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in (root / "tests").rglob("*.py")
    }

    assert {name: n for name, n in lengths.items() if n > MOST_LINES_A_FILE} == {}
