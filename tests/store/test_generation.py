"""The data file repeats how often the keys were changed, and is copied whole under a new key."""

import sqlite3
from contextlib import closing

import pytest

from sharebook.domain.errors import Trouble
from sharebook.store.checks.schema import unknown_meta
from sharebook.store.generation import read_generation, write_generation
from sharebook.store.opening import open_database
from sharebook.store.register import SqlRegister
from sharebook.store.rekeying import generation_of, held
from tests.store.samples import KEY, a_pupil

OTHER = bytes(range(32, 64))
AT = "2026-09-14T10:40:00+00:00"


def write(register, *records):
    with register.writing("Pat Inkwell") as writer:
        for record in records:
            writer.add(record)


def test_a_new_file_is_of_the_first_generation(connection):
    assert read_generation(connection) == 1


def test_each_change_is_added_and_the_newest_counts(connection):
    for generation in range(2, 13):
        write_generation(connection, generation, AT)

    assert read_generation(connection) == 12
    assert list(unknown_meta(connection)) == []


def test_a_change_is_written_once_and_never_edited(connection):
    write_generation(connection, 2, AT)
    with pytest.raises(Exception, match="UNIQUE"):
        write_generation(connection, 2, AT)
    with pytest.raises(Exception, match="append only"):
        connection.execute("DELETE FROM meta WHERE key = 'generation-2'")


def test_the_check_misses_a_change_that_was_left_out(connection):
    write_generation(connection, 2, AT)
    write_generation(connection, 4, AT)

    assert [found.facts["key"] for found in unknown_meta(connection)] == ["generation-3"]


def test_a_held_register_is_told_of_changes_and_stays_held(made, clock):
    with held(made, KEY) as register:
        register.note(2, AT)
        register.note(3, AT)
        assert register.generation == 3
        with closing(open_database(made, KEY)) as other:
            other.execute("PRAGMA busy_timeout = 0")
            with pytest.raises(Exception, match="locked"):
                other.execute("BEGIN IMMEDIATE")
    assert generation_of(made, KEY) == 3


def test_a_held_register_is_free_again_afterwards(made, clock, salts):
    with held(made, KEY):
        pass
    with closing(open_database(made, KEY)) as connection:
        write(SqlRegister(connection, clock, salts), a_pupil())


def test_the_copy_holds_everything_under_its_own_key(register, made, clock, quiet, tmp_path):
    write(register, a_pupil(), a_pupil(2))
    target = tmp_path / "register-2.db"
    with held(made, KEY) as old:
        old.copy_to(target, OTHER, 2, AT)

    with closing(open_database(target, OTHER)) as connection:
        copy = SqlRegister(connection, clock)
        assert copy.head() == register.head()
        assert copy.history(type(a_pupil())) == register.history(type(a_pupil()))
        assert list(copy.verify(quiet)) == []
        assert read_generation(connection) == 2
    assert read_generation_of_old(made) == 1
    with pytest.raises(Trouble, match="register_damaged"):
        open_database(target, KEY)


def read_generation_of_old(path):
    return generation_of(path, KEY)


def test_nothing_readable_stands_in_the_copy(register, made, tmp_path):
    write(register, a_pupil(surname="Sentinelname"))
    target = tmp_path / "register-2.db"
    with held(made, KEY) as old:
        old.copy_to(target, OTHER, 2, AT)

    assert b"Sentinelname" not in target.read_bytes()
    with closing(sqlite3.connect(target)) as plain, pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT * FROM pupil")


def test_a_copy_that_fails_leaves_nothing_behind(made, tmp_path, monkeypatch):
    target = tmp_path / "register-2.db"
    with held(made, KEY) as old, monkeypatch.context() as patched:
        patched.setattr("sharebook.store.rekeying.contents", lambda connection: connection)
        with pytest.raises(Trouble, match="copy_not_whole"):
            old.copy_to(target, OTHER, 2, AT)

    assert not target.exists()


def test_a_damaged_register_is_not_copied_over(register, made, tmp_path):
    """SQLite's own copying would carry a page that fails its proof over as zeros."""
    write(register, *(a_pupil(number) for number in range(1, 30)))
    register.close()
    whole = bytearray(made.read_bytes())
    whole[5 * 4096 + 100] ^= 1
    made.write_bytes(whole)
    target = tmp_path / "register-2.db"
    with held(made, KEY) as old, pytest.raises(Trouble, match="register_damaged"):
        old.copy_to(target, OTHER, 2, AT)

    assert not target.exists()


def test_a_copy_never_takes_the_place_of_a_file(made, tmp_path):
    target = tmp_path / "register-2.db"
    target.write_bytes(b"somebody's")
    with held(made, KEY) as old, pytest.raises(FileExistsError):
        old.copy_to(target, OTHER, 2, AT)

    assert target.read_bytes() == b"somebody's"
