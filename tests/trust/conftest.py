"""Registers of a few hundred entries, made once a session and copied by whoever changes one."""

import shutil
from pathlib import Path

import pytest

from tests.trust.registers import Kept, kept, make, opened, work

EARLIER, LATER = 120, 160  # entries


@pytest.fixture(scope="session")
def two_ages(tmp_path_factory: pytest.TempPathFactory) -> tuple[Kept, Kept]:
    """One register as it was, and as it is after more work."""
    folder = tmp_path_factory.mktemp("trust") / "Example Lane.sharebook"
    make(folder)
    desk = opened(folder)
    work(desk, EARLIER, seed=1)
    desk.close()
    earlier = Path(shutil.copytree(folder, folder.with_name("Earlier.sharebook")))
    desk = opened(folder)
    work(desk, LATER, seed=2)
    desk.close()
    return kept(earlier), kept(folder)


@pytest.fixture(scope="session")
def template(two_ages: tuple[Kept, Kept]) -> Kept:
    """The register as it is; nobody may change it."""
    return two_ages[1]


@pytest.fixture
def folder(template: Kept, tmp_path: Path) -> Path:
    """The register as it is, to change."""
    return Path(shutil.copytree(template.folder, tmp_path / template.folder.name))
