"""A real encrypted register with four children on roll, copied for each story."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sharebook.bootstrap.opening import new_register, open_register
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.vault.strength import LEAST
from tests.builders import a_school
from tests.conftest import StillClock
from tests.stories.answers.office import PAT, Office

PASSPHRASE = "paper lantern otter meadow kettle"  # noqa: S105 - an invented school
FIRST = datetime(2024, 9, 2, 8, 0, tzinfo=UTC)
ROLL = (
    "R674123101121,Sampleton,Juno,14/03/2018,2,Wren,02/09/2024,,",
    "A123456789012,Exampleby,Bea,02/11/2017,2,Wren,02/09/2024,,",
    ",Pretendy,Otis,05/01/2018,2,Robin,02/09/2024,,",
    ",Placeholder,Ida,19/05/2018,2,Robin,02/09/2024,,",
)


@pytest.fixture(scope="session")
def first_day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("first-day") / "Example Lane.sharebook"
    clock = StillClock(FIRST)
    person = Person(PAT, Code("office"))
    made = new_register(folder, a_school(practice=True), person, PASSPHRASE, clock, LEAST)
    Office(made.desk, clock).roll(*ROLL)
    made.desk.close()
    return folder


@pytest.fixture
def office(first_day: Path, tmp_path: Path) -> Iterator[Office]:
    folder = Path(shutil.copytree(first_day, tmp_path / "Example Lane.sharebook"))
    clock = StillClock(FIRST)
    desk = open_register(folder, PAT, PASSPHRASE, clock)
    yield Office(desk, clock)
    desk.close()
