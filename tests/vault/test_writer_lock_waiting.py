"""Looking who writes without taking the lock, and waiting for it."""

import pytest

from sharebook.domain.errors import Refused
from sharebook.vault.writer_lock import WriterLock
from tests.vault.other_writers import ByHand, Other


@pytest.fixture
def others(tmp_path):
    made = []

    def start(person="Anna Field"):
        made.append(Other(tmp_path, person))
        return made[-1]

    yield start
    for each in made:
        each.end()


@pytest.fixture
def timer():
    return ByHand()


@pytest.fixture
def lock(tmp_path, clock, timer):
    made = WriterLock(tmp_path, "Pat Inkwell", clock, timer)
    yield made
    made.let_go()


def test_whoever_has_patience_waits_until_the_other_lets_go(lock, others, monkeypatch):
    other = others()
    assert other.asked("take") == "held"
    with pytest.raises(Refused):
        lock.take()
    waited = []

    def the_other_lets_go(seconds):
        waited.append(seconds)
        other.asked("go")

    monkeypatch.setattr("sharebook.vault.writer_lock._TRIES", 1)
    monkeypatch.setattr("time.sleep", the_other_lets_go)
    lock.patience = 60

    lock.take()

    assert lock.is_held
    assert len(waited) == 1


def test_patience_ends(lock, others):
    other = others()
    assert other.asked("take") == "held"
    lock.patience = 0.2

    with pytest.raises(Refused) as refused:
        lock.take()

    assert refused.value.code == "register_being_written"


def test_looking_says_who_writes_and_takes_nothing(lock, others, tmp_path):
    other = others("Anna Field")
    lock.look()
    assert other.asked("take") == "held"

    with pytest.raises(Refused) as refused:
        lock.look()
    assert refused.value.facts["who"] == "Anna Field"
    assert other.asked("go") == "free"
    lock.look()
    assert not lock.is_held
    lock.take()
    lock.look()
