"""A small real register with a child whose every record carries one invented, unmistakable name."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from sharebook.store.creating import create_database
from sharebook.store.opening import open_database
from sharebook.store.register import SqlRegister
from tests.conftest import StillClock
from tests.disposal.school import KEY, fill
from tests.reliability.conftest import forked

__all__ = ["forked"]


@dataclass
class Book:
    """The register file with whatever has it open."""

    path: Path
    clock: StillClock
    register: SqlRegister

    def reopened(self) -> SqlRegister:
        """Close and open again, as the next morning."""
        self.register.close()
        self.register = SqlRegister(open_database(self.path, KEY), self.clock)
        return self.register


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("disposal") / "register-1.db"
    fill(path)
    return path


@pytest.fixture
def book(filled: Path, tmp_path: Path, clock: StillClock) -> Iterator[Book]:
    path = tmp_path / filled.name
    path.write_bytes(filled.read_bytes())
    made = Book(path, clock, SqlRegister(open_database(path, KEY), clock))
    yield made
    made.register.close()


@pytest.fixture
def empty(tmp_path: Path, clock: StillClock) -> Iterator[SqlRegister]:
    register = SqlRegister(create_database(tmp_path / "empty.db", KEY, "e" * 32), clock)
    yield register
    register.close()
