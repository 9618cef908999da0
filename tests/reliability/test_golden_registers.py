"""A register of every format that was ever released opens, whole, with what it held then."""

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sharebook.bootstrap.opening import open_register, open_with_recovery
from sharebook.domain.pupils import Pupil
from sharebook.store.families.every import EVERY
from tests.builders import JUNO
from tests.samples.make_register import REGISTERS, TakenError, make, sealed_about_juno

SAMPLES = sorted(place.parent for place in REGISTERS.glob("*/holds.json"))


@pytest.fixture(params=SAMPLES, ids=lambda place: place.name)
def sample(request: pytest.FixtureRequest) -> Path:
    place: Path = request.param
    return place


@pytest.fixture
def holds(sample: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((sample / "holds.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture
def register(sample: Path, tmp_path: Path) -> Path:
    """A copy: opening brings it up to date, and the sample stays as it is."""
    return Path(shutil.copytree(sample / "register", tmp_path / "Example Lane.sharebook"))


def test_it_opens_for_everybody_who_could_open_it(register, holds, clock):
    assert holds["people"]
    for person, passphrase in holds["people"].items():
        desk = open_register(register, person, passphrase, clock)
        assert desk.school().name == holds["school"]
        desk.close()
    desk = open_with_recovery(register, holds["recovery_code"], clock)
    assert desk.register.head().seq >= holds["entries"]
    desk.close()


def test_it_holds_what_it_held(register, holds, clock):
    person, passphrase = next(iter(holds["people"].items()))
    desk = open_register(register, person, passphrase, clock)
    lines = desk.answering.answer(JUNO, date.fromisoformat(holds["as_at"])).lines
    tables = {each.entity: each.kind for each in EVERY}

    assert [each.record.full_name for each in desk.register.current(Pupil)] == holds["names"]
    assert [line.purpose for line in lines] == holds["has_juno"]
    for table, count in holds["counts"].items():
        assert len(desk.register.history(tables[table])) == count, table
        assert desk.register.count(tables[table]) == holds["standing"][table], table
    desk.close()


def test_what_was_sealed_is_there_for_the_head_and_for_nobody_else(register, holds, clock):
    (office, passphrase), (head, another) = holds["people"].items()
    for person, secret, expected in (
        (office, passphrase, []),
        (head, another, holds.get("sealed", [])),  # the first samples knew no compartment
    ):
        desk = open_register(register, person, secret, clock)
        assert sealed_about_juno(desk) == expected
        desk.close()


def test_its_chain_holds_and_a_seal_of_the_time_is_known(register, holds, clock, quiet):
    person, passphrase = next(iter(holds["people"].items()))
    desk = open_register(register, person, passphrase, clock)

    health = desk.checking.check(quiet, holds["seal"])

    assert health.ok, health.findings
    assert [found.code for found in health.findings] == ["seal_holds"]
    desk.close()


def test_there_is_a_sample_and_none_is_made_twice():
    assert SAMPLES
    with pytest.raises(TakenError):
        make(SAMPLES[0].name)


def test_the_script_still_makes_a_register_that_opens(tmp_path, clock):
    place = make("today", tmp_path / "registers")
    told = json.loads((place / "holds.json").read_text(encoding="utf-8"))
    folder = Path(shutil.copytree(place / "register", tmp_path / "Example Lane.sharebook"))

    person, passphrase = next(iter(told["people"].items()))
    desk = open_register(folder, person, passphrase, clock)

    assert desk.register.head().seq == told["entries"]
    assert told["sealed"] == ["a sealed matter"]
    desk.close()
