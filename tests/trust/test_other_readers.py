"""Three programs that share no line of code read the same register, and find the same in it.

Ours (SQLCipher), SQLite3 Multiple Ciphers, and the documented script over Python's own sqlite3.
"""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import pytest

from docs import exit_route
from sharebook.bootstrap.opening import new_register
from sharebook.domain.names import Code
from sharebook.domain.people import Person
from sharebook.store.opening import open_database
from sharebook.vault.strength import LEAST
from tests.builders import a_school
from tests.conftest import StillClock
from tests.trust.insider import tool
from tests.trust.registers import PASSPHRASE, PAT, START, Kept

Ask = Callable[[str], list[Any]]
_TABLES = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name"


def contents(ask: Ask) -> dict[str, list[Any]]:
    """Return every row of every table and view, but for what search keeps for itself."""
    names = [name for (name,) in ask(_TABLES) if not name.startswith("pupil_fts")]
    return {name: sorted(ask(f'SELECT * FROM "{name}"'), key=repr) for name in names}  # noqa: S608 - the register's own names


def ours(database: Path, key: bytes) -> dict[str, list[Any]]:
    with closing(open_database(database, key)) as connection:
        return contents(lambda sql: connection.execute(sql).fetchall())


def multiple_ciphers(database: Path, key: bytes) -> dict[str, list[Any]]:
    connection: apsw.Connection = tool(database, key)
    try:
        return contents(lambda sql: connection.execute(sql).fetchall())
    finally:
        connection.close()


def script(database: Path, key: bytes, folder: Path) -> dict[str, list[Any]]:
    readable = folder / "readable.db"
    exit_route.write_readable(database, key, readable)
    with closing(sqlite3.connect(readable)) as connection:
        return contents(lambda sql: connection.execute(sql).fetchall())


@pytest.fixture(scope="module")
def here(template: Kept) -> dict[str, list[Any]]:
    return ours(template.database, template.key)


def test_there_is_enough_to_compare(here):
    assert len(here["log"]) > 500
    assert len(here["disclosure_member"]) > 1000  # the view that expands every bulk event
    assert len(here["cohort"]) > 10


def test_an_independent_program_finds_the_same_rows(template, here):
    assert multiple_ciphers(template.database, template.key) == here


def test_the_documented_script_finds_the_same_rows(template, here, tmp_path):
    assert script(template.database, template.key, tmp_path) == here


def test_an_independent_program_finds_the_file_sound(template):
    with closing(tool(template.database, template.key)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_what_an_independent_program_adds_is_found_by_ours(template, folder):
    """It writes good pages too, so this is a real tool in the hand of an insider."""
    with closing(tool(folder / "register-1.db", template.key)) as connection:
        connection.execute("CREATE TABLE mine (a)")

    assert "mine" in ours(folder / "register-1.db", template.key)


def test_a_wrong_key_opens_nothing_anywhere(template, tmp_path):
    wrong = bytes(32)
    with closing(tool(template.database, wrong)) as connection, pytest.raises(apsw.NotADBError):
        connection.execute(_TABLES)
    with pytest.raises(ValueError, match="page 1"):
        script(template.database, wrong, tmp_path)


@pytest.fixture(scope="module")
def heads_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("head") / "Example Lane.sharebook"
    head = Person(PAT, Code("head"))
    new_register(folder, a_school(), head, PASSPHRASE, StillClock(START), LEAST).desk.close()
    return folder


def test_a_head_reads_the_compartment_with_the_same_script(heads_folder, tmp_path, monkeypatch):
    monkeypatch.setattr("getpass.getpass", lambda _prompt: PASSPHRASE)
    exit_route.main(heads_folder, PAT, tmp_path / "readable.db")

    keys = json.loads((heads_folder / "register.keys").read_bytes())
    sealed = exit_route.data_keys(keys, PAT, PASSPHRASE)[keys["sealed"]]
    with closing(sqlite3.connect(tmp_path / "readable-sealed.db")) as connection:
        read = contents(lambda sql: connection.execute(sql).fetchall())
    assert read == ours(heads_folder / keys["sealed"], sealed)
    assert read == multiple_ciphers(heads_folder / keys["sealed"], sealed)
    assert read["meta"] != ours(heads_folder / keys["database"], exit_route.data_keys(
        keys, PAT, PASSPHRASE)[keys["database"]])["meta"]  # fmt: skip


def test_the_office_is_given_one_file(template, tmp_path, monkeypatch):
    monkeypatch.setattr("getpass.getpass", lambda _prompt: PASSPHRASE)
    exit_route.main(template.folder, PAT, tmp_path / "readable.db")

    assert [path.name for path in tmp_path.iterdir()] == ["readable.db"]


def test_a_file_that_is_being_written_is_not_read(template, folder, tmp_path):
    (folder / "register-1.db-journal").write_bytes(b"somebody was interrupted")

    with pytest.raises(ValueError, match="interrupted"):
        exit_route.write_readable(folder / "register-1.db", template.key, tmp_path / "readable.db")
    assert not (tmp_path / "readable.db").exists()
