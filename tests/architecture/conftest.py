"""What the tests of the house read: the sources, and every file that is shared."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from tests.architecture.parsed import nodes_of

ROOT = Path(__file__).resolve().parents[2]
MADE_HERE = {".git", ".venv", "build", "dist", "pictures-out"}  # never part of what is shared
MADE_BY_TOOLS = ("_cache", "__pycache__", ".egg-info", ".dist-info", ".sharebook", ".hypothesis")


def shared_files(folder: Path) -> Iterator[Path]:
    """Yield the files of a clean checkout (there may be no git where the tests run)."""
    for entry in sorted(folder.iterdir()):
        if entry.name in MADE_HERE or entry.name.endswith(MADE_BY_TOOLS):
            continue
        if entry.is_dir():
            yield from shared_files(entry)
        else:
            yield entry


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def shared() -> list[Path]:
    return list(shared_files(ROOT))


@pytest.fixture(scope="session")
def shared_texts(shared: list[Path]) -> Mapping[Path, str]:
    texts = {}
    for path in shared:
        try:
            texts[path.relative_to(ROOT)] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a font, a picture
    return texts


@pytest.fixture(scope="session")
def modules() -> Mapping[Path, Sequence[ast.AST]]:
    """The program's own modules, each with every node of it."""
    found = sorted((ROOT / "desktop").rglob("*.py"))
    return {path.relative_to(ROOT): nodes_of(path) for path in found}
