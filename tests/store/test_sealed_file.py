"""The compartment's file: its own identity and chain, padded, undone without its key."""

import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing, nullcontext
from pathlib import Path

import pytest

from sharebook.domain.errors import Trouble
from sharebook.store import migrations
from sharebook.store.both_files import SECOND, KeyedFile, writing_both
from sharebook.store.chaining import beginning
from sharebook.store.creating import create_database
from sharebook.store.opening import open_database
from sharebook.store.register import SqlRegister
from sharebook.store.sealed_file import (
    create_sealed,
    generation_of_sealed,
    identity_of,
    roll_back,
    upgrade_sealed,
)
from sharebook.store.sqlite import MAIN, number
from sharebook.store.writing import Session
from tests.conftest import Quiet, StillClock

OPEN, SEALED = b"a" * 32, b"b" * 32
WHOSE = "0" * 32


@pytest.fixture
def files(tmp_path: Path) -> tuple[KeyedFile, KeyedFile]:
    openly = KeyedFile(tmp_path / "register-1.db", OPEN)
    create_database(openly.path, openly.key, WHOSE).close()
    sealed = KeyedFile(tmp_path / "sealed-1.db", SEALED)
    create_sealed(sealed.path, sealed.key, WHOSE)
    return openly, sealed


def count(file: KeyedFile) -> int:
    with closing(open_database(file.path, file.key)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
        return number(connection, "SELECT count(*) FROM item_set")


def die_with_a_journal(files: tuple[KeyedFile, KeyedFile]) -> None:
    """Die in the middle of a transaction over both, with pages of both already on the disk."""
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    try:
        session = Session("Pat Inkwell", "2026-09-14T10:40:00Z", os.urandom)
        with writing_both(*files, session) as (openly, _):
            connection = openly._connection
            for schema in (MAIN, SECOND):
                connection.execute(f"PRAGMA {schema}.cache_size = 10")
                table = f"{schema}.item_set"
                sql = f"INSERT INTO {table} (digest, items) VALUES (randomblob(32), ?)"  # noqa: S608 - ours
                connection.executemany(sql, [("x" * 3000,)] * 200)
            os._exit(9)
    finally:
        os._exit(1)


def keyless(files: tuple[KeyedFile, KeyedFile]) -> None:
    roll_back(files[1].path)


def by_office(files: tuple[KeyedFile, KeyedFile]) -> None:
    count(files[0])
    roll_back(files[1].path)


def by_holder(files: tuple[KeyedFile, KeyedFile]) -> None:
    count(files[1])
    count(files[0])


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork to die half-way")
@pytest.mark.parametrize("opener", [keyless, by_office, by_holder])
def test_what_a_power_cut_left_is_undone_in_both_whoever_comes_first(
    files: tuple[KeyedFile, KeyedFile], opener: Callable[[tuple[KeyedFile, KeyedFile]], None]
):
    before = files[1].path.stat().st_size
    die_with_a_journal(files)
    assert files[1].path.with_name("sealed-1.db-journal").exists()
    opener(files)
    assert not files[1].path.with_name("sealed-1.db-journal").exists()
    assert files[1].path.stat().st_size == before
    assert (count(files[0]), count(files[1])) == (0, 0)


def test_without_a_journal_nothing_is_touched(files: tuple[KeyedFile, KeyedFile]):
    before = files[1].path.read_bytes()
    roll_back(files[1].path)
    roll_back(files[1].path.with_name("sealed-7.db"))
    assert files[1].path.read_bytes() == before
    assert not files[1].path.with_name("sealed-7.db").exists()


def test_its_chain_begins_with_its_own_identity(
    files: tuple[KeyedFile, KeyedFile], clock: StillClock, quiet: Quiet
):
    with closing(open_database(files[1].path, SEALED)) as connection:
        register = SqlRegister(connection, clock)
        assert register.identity() == identity_of(WHOSE) != WHOSE
        assert register.head().hash == beginning(identity_of(WHOSE))
        assert list(register.verify(quiet)) == []


@pytest.mark.parametrize(
    ("key", "whose", "name", "code"),
    [
        (OPEN, WHOSE, "sealed-1.db", "compartment_damaged"),
        (SEALED, "1" * 32, "sealed-1.db", "compartment_damaged"),
        (SEALED, WHOSE, "sealed-2.db", "compartment_missing"),
    ],
)
def test_another_key_another_register_and_no_file_are_told(
    files: tuple[KeyedFile, KeyedFile], key: bytes, whose: str, name: str, code: str
):
    with pytest.raises(Trouble) as trouble:
        generation_of_sealed(files[1].path.with_name(name), key, whose)
    assert trouble.value.code == code


def test_an_older_one_is_brought_up_to_date_and_tells_nothing_by_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = KeyedFile(tmp_path / "sealed-1.db", SEALED)
    scripts = migrations.shipped()
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "shipped", lambda: scripts[:1])
        create_sealed(file.path, file.key, WHOSE)
    os.utime(file.path, ns=(10**18, 10**18))
    size = file.path.stat().st_size
    upgrade_sealed(file.path, file.key, nullcontext)
    copy = tmp_path / "sealed-1-before-upgrade-from-1.db"
    with closing(open_database(file.path, file.key)) as connection:
        assert number(connection, "PRAGMA user_version") == len(scripts)
    with closing(open_database(copy, file.key)) as connection:
        assert number(connection, "PRAGMA user_version") == 1
    new = tmp_path / "sealed-2.db"
    create_sealed(new, SEALED, WHOSE)
    assert copy.stat().st_size == size
    assert file.path.stat().st_size == new.stat().st_size  # as every other compartment
    assert file.path.stat().st_mtime_ns == 10**18


def test_one_of_today_is_left_as_it_is(files: tuple[KeyedFile, KeyedFile]):
    def never() -> AbstractContextManager[object]:
        raise AssertionError

    before = files[1].path.read_bytes()
    upgrade_sealed(files[1].path, files[1].key, never)
    assert files[1].path.read_bytes() == before
