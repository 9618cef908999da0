"""A register with one child in it, copied for each test, and a private place for backups."""

from datetime import UTC, datetime

import pytest

from sharebook.bootstrap.restores import restoring, with_passphrase
from tests.conftest import StillClock
from tests.reliability.conftest import forked
from tests.services.backups.backed_up import PASSPHRASE, PAT, copy_of, make, opened, private_place

__all__ = ["forked"]


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    folder = tmp_path_factory.mktemp("backing") / "Example Lane.sharebook"
    make(folder, StillClock(datetime(2026, 9, 14, 9, tzinfo=UTC)))
    return folder


@pytest.fixture
def place(tmp_path, monkeypatch):
    return private_place(monkeypatch, tmp_path / "own")


@pytest.fixture
def folder(template, tmp_path, place):
    return copy_of(template, tmp_path)


@pytest.fixture
def desk(folder, clock):
    made = opened(folder, clock)
    yield made
    made.close()


@pytest.fixture
def second(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def backup(folder, clock, quiet):
    """A backup of the register as it is; its file."""
    desk = opened(folder, clock)
    made = desk.backing_up.make(quiet)
    desk.close()
    return made.backup.file


@pytest.fixture
def restorer(folder, clock):
    return restoring(folder, with_passphrase(PAT, PASSPHRASE), clock)
