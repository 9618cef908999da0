import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from sharebook.domain.errors import Trouble
from sharebook.store.opening import open_database
from sharebook.store.sqlite import connect, in_memory, number
from sharebook.words.sentences import told
from tests.store.samples import KEY, a_pupil, write

OTHER_KEY = bytes(31) + b"\x01"


def refused(path: Path, key: bytes = KEY) -> str:
    """Try to open, and return the code; the sentence exists and no byte was changed."""
    before = path.read_bytes() if path.exists() else None
    names = sorted(path.parent.iterdir())

    with pytest.raises(Trouble) as caught:
        open_database(path, key)

    assert told(caught.value)
    assert (path.read_bytes() if path.exists() else None) == before
    assert sorted(path.parent.iterdir()) == names
    return caught.value.code


def test_a_missing_register_is_not_made_by_opening(path):
    assert refused(path) == "register_missing"


def test_a_folder_in_place_of_the_register_cannot_be_opened(tmp_path):
    with pytest.raises(Trouble) as caught:
        open_database(tmp_path, KEY)

    assert caught.value.code == "cannot_open"


def test_a_zero_length_register_is_refused(path):
    path.touch()

    assert refused(path) == "register_empty"


def test_an_unencrypted_database_is_refused(path):
    plain = in_memory()
    plain.execute("CREATE TABLE pupil (name TEXT)")
    plain.execute("VACUUM INTO ?", (str(path),))
    plain.close()

    assert refused(path) == "register_plain"


def test_a_wrong_key_opens_nothing(made, capfd):
    assert refused(made, OTHER_KEY) == "register_damaged"
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("size", [10, 4095, 4096, 4096 * 7, 4096 * 7 + 100])
def test_a_cut_register_is_refused(made, size):
    made.write_bytes(made.read_bytes()[:size])

    assert refused(made) == "register_damaged"


def test_garbage_is_refused(path):
    path.write_bytes(bytes(number * 7 % 251 for number in range(20_000)))

    assert refused(path) == "register_damaged"


def test_a_flipped_byte_in_the_first_page_is_refused(made):
    content = bytearray(made.read_bytes())
    content[700] ^= 1
    made.write_bytes(content)

    assert refused(made) == "register_damaged"


def test_an_encrypted_file_of_another_program_is_refused(made, connection):
    connection.execute("PRAGMA application_id = 7")

    assert refused(made) == "register_foreign"


def test_a_newer_register_is_refused_with_both_versions_named(made, connection):
    connection.execute("PRAGMA user_version = 99")

    with pytest.raises(Trouble) as caught:
        open_database(made, KEY)

    assert caught.value.code == refused(made) == "schema_newer"
    assert "99" in told(caught.value)
    assert str(caught.value.facts["known"]) in told(caught.value)


@pytest.mark.parametrize("size", [0, 31, 33, 63])
def test_a_key_of_the_wrong_length_never_becomes_a_passphrase(made, size):
    before = made.read_bytes()

    with pytest.raises(ValueError, match="32 bytes"):
        open_database(made, b"a" * size)

    assert made.read_bytes() == before


def test_every_connection_keeps_the_same_manners(connection):
    manners = {
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "temp_store": 2,
        "cache_size": -65536,
        "secure_delete": 1,
        "busy_timeout": 10_000,
        "synchronous": 3,
        "cipher_page_size": 4096,
        "kdf_iter": 256_000,
    }

    assert {name: number(connection, f"PRAGMA {name}") for name in manners} == manners
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert connection.execute("PRAGMA cipher_hmac_algorithm").fetchone() == ("HMAC_SHA512",)


def test_connecting_never_makes_a_file(path):
    with pytest.raises(Exception, match="unable to open"):
        connect(path).execute("SELECT 1")

    assert not path.exists()


def test_a_folder_name_with_odd_letters_opens(tmp_path, made):
    odd = tmp_path / "St. Ünïted? #1 100% & more"
    odd.mkdir()
    moved = made.replace(odd / made.name)

    open_database(moved, KEY).close()

    assert sorted(tmp_path.iterdir()) == [odd]


def test_what_was_written_is_there_after_closing(made, register, clock):
    from sharebook.store.register import SqlRegister

    write(register, a_pupil())
    register.close()

    again = SqlRegister(open_database(made, KEY), clock)

    assert [each.record for each in again.current(type(a_pupil()))] == [a_pupil()]
    again.close()


def test_opening_once_more_lets_nobody_else_in_while_this_program_writes(made):
    """On POSIX, closing any handle on a file frees all locks of the process."""
    script = (
        "import sys; from pathlib import Path\n"
        "from sharebook.store.opening import open_database\n"
        "other = open_database(Path(sys.argv[1]), bytes(range(32)))\n"
        "other.execute('PRAGMA busy_timeout = 0')\n"
        "other.execute('BEGIN IMMEDIATE')\n"
    )
    with closing(open_database(made, KEY)) as writing:
        writing.execute("BEGIN IMMEDIATE")
        open_database(made, KEY).close()
        tried = subprocess.run(
            [sys.executable, "-c", script, str(made)],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
    assert "database is locked" in tried.stderr
