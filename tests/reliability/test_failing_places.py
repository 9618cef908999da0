"""The register's place fails in the middle of the day: told rightly, and nothing is lost."""

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from sharebook.domain.errors import SharebookError
from sharebook.domain.names import PupilId
from tests.reliability.day import SAYS_WHAT_IS_SAFE, Day

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="an open file stays there")
NOBODY = 65534
Mishap = Callable[[Path], AbstractContextManager[None]]


@contextlib.contextmanager
def as_nobody() -> Iterator[None]:
    """Be somebody without rights; the administrator may do everything whatever files say."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@contextlib.contextmanager
def read_only(folder: Path) -> Iterator[None]:
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(0o555)
    try:
        with as_nobody():
            yield
    finally:
        folder.chmod(0o755)
        for file in folder.iterdir():
            file.chmod(0o644)


@contextlib.contextmanager
def shut(folder: Path) -> Iterator[None]:
    folder.chmod(0o000)
    try:
        with as_nobody():
            yield
    finally:
        folder.chmod(0o755)


@contextlib.contextmanager
def lock_unreadable(folder: Path) -> Iterator[None]:
    lock = folder / "writer.lock"
    lock.touch()
    for file in folder.iterdir():
        file.chmod(0o666)
    lock.chmod(0o000)
    folder.chmod(0o777)
    try:
        with as_nobody():
            yield
    finally:
        lock.chmod(0o644)


def gone(name: str) -> Mishap:
    @contextlib.contextmanager
    def moved(folder: Path) -> Iterator[None]:
        place = folder / name if name else folder
        aside = folder.parent / "aside"
        place.rename(aside)
        try:
            yield
        finally:
            aside.rename(place)

    return moved


MISHAPS: dict[str, tuple[Mishap, set[str]]] = {
    "read-only folder": (read_only, {"writer_lock_refused", "read_only", "keys_not_written"}),
    "permission lost": (shut, {"writer_lock_refused", "keys_unreadable"}),
    "lock unreadable": (lock_unreadable, {"writer_lock_refused"}),
    "data file gone": (gone("register-1.db"), {"data_file_gone", "register_missing"}),
    "key file gone": (gone("register.keys"), {"keys_missing_copy_sound"}),
    "folder gone": (gone(""), {"register_folder_gone", "keys_no_folder"}),
}
WRITES = ("record", "import", "add person", "change passphrase", "renew the key")
OPENS = {"read-only folder", "lock unreadable"}  # may be read all the same


@pytest.fixture(scope="module")
def all_loaded(made_once: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Everything is loaded that is loaded late: who has lost all rights can load nothing."""
    place = tmp_path_factory.mktemp("warm")
    warm = Day.begun(Path(shutil.copytree(made_once, place / "Warm.sharebook")))
    for step in (*WRITES, "backup"):
        assert warm.try_step(step, 0, lambda _at: contextlib.nullcontext()), warm.failures
    warm.desk.close()
    with contextlib.suppress(SharebookError):
        Day.begun(place / "Nowhere.sharebook")  # loads the sentences of doors


@pytest.fixture
def day(made_once: Path, all_loaded: None) -> Iterator[Day]:
    """A day in a place that everybody may reach."""
    place = Path(tempfile.mkdtemp(prefix="place-"))
    place.chmod(0o755)
    made = Day.begun(Path(shutil.copytree(made_once, place / "Example Lane.sharebook")))
    yield made
    made.desk.close()
    shutil.rmtree(place)


@pytest.mark.slow
@pytest.mark.parametrize("holding", ["only reading", "holding the lock"])
@pytest.mark.parametrize("name", MISHAPS)
def test_a_place_that_fails_is_told_rightly_and_loses_nothing(day: Day, name: str, holding: str):
    mishap, expected = MISHAPS[name]
    for step in WRITES:
        if holding == "holding the lock":
            day.office.record(PupilId(1))
            day.head = day.desk.register.head()
        done = day.try_step(step, 0, lambda _at: mishap(day.folder))
        assert not done or (name, holding) == ("lock unreadable", "holding the lock"), step
        day.look()
    with mishap(day.folder):
        assert day.desk.answering.find("Juno")  # what was open can still be read
    codes = {each.code for each in day.failures}
    assert codes <= expected
    for each in day.failures:
        assert any(words in each.sentence for words in SAYS_WHAT_IS_SAFE), each.sentence


@pytest.mark.slow
@pytest.mark.parametrize("name", MISHAPS)
def test_at_the_door_of_a_place_that_fails(day: Day, name: str):
    mishap, expected = MISHAPS[name]
    day.desk.close()

    with mishap(day.folder):
        if name in OPENS:
            Day.begun(day.folder).desk.close()
        else:
            with pytest.raises(SharebookError) as problem:
                Day.begun(day.folder)
            assert problem.value.code in expected
    day.look()
