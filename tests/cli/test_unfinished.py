"""A register whose making was interrupted, or that is not the keys' own: told plainly."""

import os
import stat
from datetime import date

import pytest

from sharebook.bootstrap import opening
from sharebook.bootstrap.clocks import SetClock
from sharebook.cli.main import run
from sharebook.domain.errors import Trouble
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.services.arranging import Arranging
from sharebook.store.creating import create_database
from sharebook.store.migrations import upgrade
from sharebook.store.opening import settle, unlock
from sharebook.store.sqlite import connect
from sharebook.vault import unlocking
from sharebook.vault.strength import LEAST
from sharebook.words.sentences import told
from tests.builders import a_school
from tests.cli.conftest import PASSPHRASE, USER


def opened(folder):
    with pytest.raises(Trouble) as caught:
        opening.open_register(folder, USER, PASSPHRASE)
    assert told(caught.value)
    return caught.value.code


@pytest.fixture
def keys(folder):
    """The keys alone: the data file is not there yet."""
    found = unlocking.unlock(folder, USER, PASSPHRASE)
    found.database.unlink()
    return found


def test_keys_without_a_data_file_say_so(folder, keys):
    assert opened(folder) == "register_missing"


def test_a_data_file_claimed_and_not_begun_says_so(folder, keys):
    keys.database.touch()

    assert opened(folder) == "register_empty"


def test_a_data_file_without_tables_was_interrupted(folder, keys):
    keys.database.touch()
    connection = connect(keys.database)
    unlock(connection, keys.data_key)
    settle(connection)
    connection.execute("PRAGMA application_id = 1396853553")
    connection.execute("CREATE TABLE passing (a)")
    connection.execute("DROP TABLE passing")
    connection.close()

    assert opened(folder) == "register_unfinished"


def test_a_data_file_that_does_not_say_whose_it_is_was_interrupted(folder, keys):
    keys.database.touch()
    connection = connect(keys.database)
    unlock(connection, keys.data_key)
    settle(connection)
    connection.execute("PRAGMA application_id = 1396853553")
    upgrade(connection, None)
    connection.close()

    assert opened(folder) == "register_unfinished"


def test_a_register_without_its_school_says_so_to_every_command(folder, keys, monkeypatch, capsys):
    monkeypatch.setenv("SHAREBOOK_PASSPHRASE", PASSPHRASE)
    create_database(keys.database, keys.data_key, keys.register_id).close()

    assert opened(folder) == "school_missing"
    for words in (["who", "Juno"], ["due"], ["check"], ["gaps"]):
        assert run([*words, "--register", str(folder)]) == 3
        assert "never finished" in capsys.readouterr().err


def test_a_data_file_of_another_register_under_the_same_key_is_not_opened(folder, keys):
    create_database(keys.database, keys.data_key, "0" * 32).close()
    before = keys.database.read_bytes()

    assert opened(folder) == "register_of_other_keys"
    assert keys.database.read_bytes() == before


def test_a_register_that_no_longer_says_whose_it_is_is_not_called_empty(folder):
    key = unlocking.unlock(folder, USER, PASSPHRASE)
    connection = connect(key.database)
    unlock(connection, key.data_key)
    connection.execute("DROP TRIGGER meta_no_delete")
    connection.execute("DELETE FROM meta WHERE key = 'register_id'")
    connection.close()

    assert opened(folder) == "register_of_other_keys"


def test_a_new_register_that_fails_to_be_founded_leaves_nothing(tmp_path, monkeypatch):
    def full(*_: object) -> None:
        raise Trouble("disk_full", cause="a test")

    monkeypatch.setattr(Arranging, "found_school", full)
    folder = tmp_path / "New.sharebook"

    with pytest.raises(Trouble, match="disk_full"):
        opening.new_register(
            folder,
            a_school(),
            Person(USER, Code("office")),
            PASSPHRASE,
            SetClock(date(2026, 9, 14)),
            LEAST,
        )

    assert not folder.exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows has its own rights")
def test_nobody_else_on_the_computer_may_read_the_data_file(folder):
    made = folder.parent / "register-9.db"
    create_database(made, bytes(32), "r").close()

    assert stat.S_IMODE(made.stat().st_mode) == 0o600
