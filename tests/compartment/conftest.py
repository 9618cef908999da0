"""A school with a compartment, made once and copied; a desk for the office, one for the lead."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sharebook.bootstrap.compartment import Compartment
from sharebook.bootstrap.desk import Desk
from tests.compartment.school import Keys, compartment_of, make, opened
from tests.conftest import StillClock


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    clock = StillClock(datetime(2026, 9, 14, 8, 0, tzinfo=UTC))
    return make(tmp_path_factory.mktemp("sealed") / "Example Lane.sharebook", clock)


@pytest.fixture
def keys(template: Keys, tmp_path: Path) -> Keys:
    return template.moved_to(tmp_path / template.folder.name)


@pytest.fixture
def office(keys: Keys, clock: StillClock) -> Iterator[Desk]:
    desk = opened(keys.office, clock)
    yield desk
    desk.close()


@pytest.fixture
def lead(keys: Keys, clock: StillClock) -> Iterator[Desk]:
    desk = opened(keys.lead, clock)
    yield desk
    desk.close()


@pytest.fixture
def sealed(lead: Desk) -> Compartment:
    return compartment_of(lead)
