"""Neither size nor date of the compartment's file tells how much is written in it."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sharebook.store.opening import open_database
from sharebook.store.padding import ROOM, STEP, keep_room, unmoved
from sharebook.store.sealed_file import create_sealed, rewrite
from sharebook.store.sqlite import Connection, number

KEY = b"c" * 32
PAGE = 4096


@pytest.fixture
def sealed(tmp_path: Path) -> Path:
    path = tmp_path / "sealed-1.db"
    create_sealed(path, KEY, "0" * 32)
    return path


@pytest.fixture
def opened(sealed: Path) -> Iterator[Connection]:
    with closing(open_database(sealed, KEY)) as connection:
        yield connection


def write(connection: Connection, size: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    sql = "INSERT INTO item_set (digest, items) VALUES (randomblob(32), hex(zeroblob(?)))"
    connection.execute(sql, (size // 2,))
    keep_room(connection)
    connection.execute("COMMIT")


def test_a_new_compartment_has_room_for_a_megabyte_of_entries(sealed: Path, opened: Connection):
    assert sealed.stat().st_size % (STEP * PAGE) == 0
    assert number(opened, "PRAGMA freelist_count") >= STEP + ROOM


def test_its_size_stays_while_entries_are_written(sealed: Path, opened: Connection):
    before = sealed.stat().st_size
    for _ in range(200):
        write(opened, 4000)
    assert sealed.stat().st_size == before


def test_it_grows_by_a_whole_step_before_the_room_runs_out(sealed: Path, opened: Connection):
    before = sealed.stat().st_size
    left = number(opened, "PRAGMA freelist_count") - ROOM
    write(opened, (left - 20) * 4000)
    assert sealed.stat().st_size == before
    write(opened, 40 * 4000)
    assert sealed.stat().st_size == before + STEP * PAGE


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(sizes=st.lists(st.integers(0, 3_000_000), max_size=4))
def test_whatever_is_written_it_is_whole_steps_long_and_has_room(
    sizes: list[int], opened: Connection
):
    for size in sizes:
        write(opened, size)
        assert number(opened, "PRAGMA page_count") % STEP == 0
        assert number(opened, "PRAGMA freelist_count") >= ROOM


def test_a_file_that_was_padded_is_like_one_that_was_not(opened: Connection):
    write(opened, 3_000_000)
    assert opened.execute("PRAGMA cipher_integrity_check").fetchall() == []
    assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    names = [row[0] for row in opened.execute("SELECT name FROM sqlite_master").fetchall()]
    assert not [name for name in names if "filler" in name]


def test_undone_with_the_transaction_it_belongs_to(sealed: Path, opened: Connection):
    before = number(opened, "PRAGMA page_count")
    opened.execute("BEGIN IMMEDIATE")
    opened.execute(
        "INSERT INTO item_set (digest, items) VALUES (randomblob(32), hex(zeroblob(2000000)))"
    )
    keep_room(opened)
    opened.execute("ROLLBACK")
    assert number(opened, "PRAGMA page_count") == before


def test_its_date_stays_when_something_is_written(sealed: Path, opened: Connection):
    os.utime(sealed, ns=(10**18, 10**18))
    with unmoved(sealed):
        write(opened, 4000)
    assert sealed.stat().st_mtime_ns == 10**18


def test_written_anew_no_page_is_what_it_was(sealed: Path):
    before = sealed.read_bytes()
    rewrite(sealed, KEY)
    after = sealed.read_bytes()
    assert len(after) == len(before)
    same = [at for at in range(0, len(after), PAGE) if after[at:][:PAGE] == before[at:][:PAGE]]
    assert same == []
    with closing(open_database(sealed, KEY)) as connection:
        assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
