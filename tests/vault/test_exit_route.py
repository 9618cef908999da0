"""The documented reader, which uses nothing of Sharebook, reads what Sharebook wrote."""

import ast
import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag

from docs import exit_route
from sharebook.bootstrap.access import Access
from sharebook.bootstrap.opening import access
from sharebook.store.opening import open_database
from tests.conftest import StillClock
from tests.vault.school import ANOTHER, PASSPHRASES, PAT, PUPILS, QUINN, THEO, Small, keeping

TABLES = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name"


def key_by_route(small: Small, who: str, passphrase: str = "") -> bytes:
    keys = json.loads((small.folder / "register.keys").read_bytes())
    found = exit_route.data_keys(keys, who, passphrase or PASSPHRASES[who])
    return found[keys["database"]]


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    names = [name for (name,) in connection.execute(TABLES) if not name.startswith("pupil_fts")]
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - ours
        for name in names
    }


@pytest.fixture
def found(small: Small, clock: StillClock) -> Access:
    return access(small.folder, PAT, PASSPHRASES[PAT], clock)


@pytest.fixture
def plain(found: Access, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    readable = tmp_path / "readable.db"
    readable.write_bytes(exit_route.decrypted(found.database.read_bytes(), found.data_key))
    with closing(sqlite3.connect(readable)) as connection:
        yield connection


def test_the_same_rows_as_in_the_program(found: Access, plain: sqlite3.Connection):
    with closing(open_database(found.database, found.data_key)) as ours:
        assert counts(plain) == counts(ours)
        every = "SELECT * FROM pupil ORDER BY seq"
        assert plain.execute(every).fetchall() == ours.execute(every).fetchall()
    assert counts(plain)["pupil"] == PUPILS


def test_ordinary_sqlite_finds_the_file_sound(plain: sqlite3.Connection):
    assert plain.execute("PRAGMA quick_check").fetchall() == [("ok",)]


def test_everybody_finds_the_data_key_with_their_passphrase(small: Small, found: Access):
    for who in PASSPHRASES:
        assert key_by_route(small, who) == found.data_key


def test_spaces_and_lookalikes_are_put_right_as_the_program_does(small: Small, found: Access):
    typed = "  " + PASSPHRASES[PAT].replace(" ", " \N{NO-BREAK SPACE}")
    assert key_by_route(small, PAT, typed) == found.data_key


def test_a_wrong_passphrase_gives_no_key(small: Small):
    with pytest.raises(InvalidTag):
        key_by_route(small, PAT, ANOTHER)


def test_it_reads_a_register_whose_keys_were_changed(small: Small, clock: StillClock):
    moved = keeping(small, clock).remove(QUINN)
    assert key_by_route(small, THEO) == moved.data_key
    assert exit_route.decrypted(moved.database.read_bytes(), moved.data_key)


@pytest.mark.parametrize("place", [0, 5, 4000, 4096, 5000, 4096 * 2 + 4090])
def test_a_changed_byte_is_told_with_its_page(found: Access, place: int):
    register = bytearray(found.database.read_bytes())
    register[place] ^= 1
    page = place // 4096 + 1 if place >= 16 else 1
    with pytest.raises(ValueError, match=rf"page {page} was changed"):
        exit_route.decrypted(bytes(register), found.data_key)


@pytest.mark.parametrize("cut", [4096, 100])
def test_a_file_that_was_cut_is_told(found: Access, cut: int):
    register = found.database.read_bytes()
    with pytest.raises(ValueError, match=r"missing|was changed"):
        exit_route.decrypted(register[:-cut], found.data_key)


def test_the_script_runs_by_itself(
    small: Small,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    monkeypatch.setattr("getpass.getpass", lambda _prompt: PASSPHRASES[THEO])
    exit_route.main(small.folder, THEO, tmp_path / "readable.db")
    assert f"{PUPILS}  pupil\n" in capsys.readouterr().out


def test_it_needs_nothing_of_sharebook():
    tree = ast.parse(Path(exit_route.__file__).read_text(encoding="utf-8"))
    named = [
        each.module if isinstance(each, ast.ImportFrom) else each.names[0].name
        for each in ast.walk(tree)
        if isinstance(each, ast.Import | ast.ImportFrom)
    ]
    tops = {str(name).split(".")[0] for name in named}
    assert tops - sys.stdlib_module_names == {"cryptography"}
