"""A power cut in the middle of a disposal leaves it undone, or done to the last trace."""

import shutil
from pathlib import Path

import pytest

from sharebook.store.opening import open_database
from sharebook.store.register import SqlRegister
from tests.conftest import Quiet, StillClock
from tests.disposal.school import KEY, NAME, PAT, copies_of, everything_of_juno, order
from tests.reliability.processes import begin, kill, moments, rounds

ROUNDS = rounds(15, 120)
LONGEST = 0.12  # seconds until the kill; the whole takes about as long


def dispose(told: Path, path: Path, clock: StillClock) -> None:
    """Say that it begins, dispose of Juno, and write the file anew."""
    register = SqlRegister(open_database(path, KEY), clock)
    told.write_bytes(b"ready")
    with register.writing(PAT) as writer:
        for each in everything_of_juno():
            writer.dispose(each)
    register.sweep()
    register.close()


@pytest.mark.slow
def test_killed_anywhere_it_is_undone_or_finished_at_the_next_opening(
    filled: Path, tmp_path: Path, clock: StillClock, forked: None
):
    random = moments(20310903)
    undone = finished = 0
    for number in range(ROUNDS):
        path = tmp_path / f"{number}" / "register-1.db"
        path.parent.mkdir()
        shutil.copy(filled, path)
        process = begin(dispose, tmp_path / "told", path, clock)
        kill(process, random.uniform(0, LONGEST))

        register = SqlRegister(open_database(path, KEY), clock)
        gone = not register.find_pupils(NAME)
        register.sweep()
        assert list(register.verify(Quiet())) == []
        assert not register.owes_a_sweep()
        register.close()
        if gone:
            finished += 1
            assert copies_of(path) == 0
            assert [each.name for each in path.parent.iterdir()] == [path.name]
        else:
            undone += 1
            assert copies_of(path) > 10
        path.unlink()
    assert undone, "no kill came before the disposal"
    assert finished, "no kill came after it"


def test_a_sweep_that_was_cut_short_is_made_good_at_opening(book):
    with book.register.writing(PAT) as writer:
        writer.dispose(order())
    assert book.register.owes_a_sweep()
    assert [each.code for each in book.register.verify(Quiet())] == ["check_disposal_unswept"]

    register = book.reopened()

    assert register.sweep()
    assert not register.owes_a_sweep()
    assert list(register.verify(Quiet())) == []
    assert not register.sweep()
    assert register.find_pupils(NAME) == []
