"""One new register with the cheapest passphrase a reader accepts, made once and copied."""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sharebook.domain.names import Code
from sharebook.vault.creating import NewKeys, create_keys
from sharebook.vault.strength import LEAST
from tests.conftest import StillClock
from tests.vault.school import Small, make

SCHOOL = "Example Lane Primary School"
PERSON = "Pat Inkwell"
PASSPHRASE = "teapot lantern walrus gravel comet"  # noqa: S105  # opens an invented school only


@dataclass(frozen=True)
class Made:
    """A register's folder and what its maker was given."""

    folder: Path
    new: NewKeys


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("vault") / "Example Lane.sharebook"
    return Made(folder, create_keys(folder, SCHOOL, PERSON, Code("office"), PASSPHRASE, LEAST))


@pytest.fixture
def made(template: Made, tmp_path: Path) -> Made:
    folder = tmp_path / template.folder.name
    shutil.copytree(template.folder, folder)
    return Made(folder, template.new)


@pytest.fixture(scope="session")
def small_template(tmp_path_factory: pytest.TempPathFactory) -> Small:
    """A real register of three people, made once."""
    folder = tmp_path_factory.mktemp("small") / "Example Lane.sharebook"
    return make(folder, StillClock(datetime(2026, 9, 14, 10, 40, tzinfo=UTC)))


@pytest.fixture
def small(small_template: Small, tmp_path: Path) -> Small:
    """The register of three people, to change."""
    folder = shutil.copytree(small_template.folder, tmp_path / small_template.folder.name)
    return Small(Path(folder), small_template.code)
