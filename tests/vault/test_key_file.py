"""Reading `register.keys`: whole, missing, cut, garbage, from the future."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharebook.domain.errors import Trouble
from sharebook.vault.bundle import Bundle
from sharebook.vault.key_disk import read_key_file, write_key_file
from sharebook.vault.key_json import NotAKeyFile, from_json, to_json
from sharebook.words.sentences import told
from tests.vault.conftest import Made

Plain = dict[str, Any]


def trouble_with(folder: Path) -> Trouble:
    before = sorted((file.name, file.read_bytes()) for file in folder.glob("*"))
    with pytest.raises(Trouble) as trouble:
        read_key_file(Bundle(folder))
    assert sorted((file.name, file.read_bytes()) for file in folder.glob("*")) == before
    assert told(trouble.value)
    return trouble.value


def without_copy(made: Made) -> Bundle:
    bundle = Bundle(made.folder)
    bundle.keys_backup.unlink()
    return bundle


def test_the_people_are_listed_without_loading_cryptography() -> None:
    heavy = "cryptography", "sqlcipher3", "zxcvbn", "PySide6"
    code = (
        "import sys, sharebook.vault.key_file, sharebook.vault.key_disk, sharebook.vault.key_json;"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    path = str(Path(__file__).parents[2] / "desktop")
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == "[]"


def test_what_is_written_is_read_back(made: Made) -> None:
    keys = read_key_file(Bundle(made.folder))
    assert from_json(to_json(keys)) == keys
    write_key_file(Bundle(made.folder), keys)
    assert read_key_file(Bundle(made.folder)) == keys
    assert len(list(made.folder.iterdir())) == 2


def test_a_folder_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    assert trouble_with(tmp_path / "nowhere").code == "keys_no_folder"


def test_a_folder_without_a_key_file_is_no_register(tmp_path: Path) -> None:
    assert trouble_with(tmp_path).code == "keys_missing"


@pytest.mark.parametrize("left", [0, 1, 300, -1])
def test_a_cut_key_file_is_damaged(made: Made, left: int) -> None:
    bundle = without_copy(made)
    bundle.keys.write_bytes(bundle.keys.read_bytes().rstrip()[:left])
    assert trouble_with(made.folder).code == "keys_damaged"


@pytest.mark.parametrize(
    "garbage", [b"\xff\xfe\x00", b"[]", b"null", b"{}", b"[" * 100_000, b" " * 300_000, b"9" * 9999]
)
def test_garbage_is_damaged(made: Made, garbage: bytes) -> None:
    without_copy(made).keys.write_bytes(garbage)
    assert trouble_with(made.folder).code == "keys_damaged"


def add_a_part(plain: Plain) -> None:
    plain["colour"] = "blue"


def remove_a_part(plain: Plain) -> None:
    del plain["recovery"]


def climb_out(plain: Plain) -> None:
    plain["database"] = "../register-1.db"


def empty_mac(plain: Plain) -> None:
    plain["mac"] = ""


def short_salt(plain: Plain) -> None:
    plain["people"][0]["salt"] = "AAAA"


def same_person_twice(plain: Plain) -> None:
    plain["people"] *= 2


def nobody(plain: Plain) -> None:
    plain["people"] = []


def trifling_memory(plain: Plain) -> None:
    plain["people"][0]["strength"]["memory"] = 19 * 1024


def endless_memory(plain: Plain) -> None:
    plain["people"][0]["strength"]["memory"] = 64 * 1024 * 1024


def endless_passes(plain: Plain) -> None:
    plain["people"][0]["strength"]["passes"] = 17


def half_a_letter(plain: Plain) -> None:
    plain["school"] = "\ud800"


def numbers_for_names(plain: Plain) -> None:
    plain["people"][0]["name"] = 1


@pytest.mark.parametrize(
    "change",
    [
        add_a_part,
        remove_a_part,
        climb_out,
        empty_mac,
        short_salt,
        same_person_twice,
        nobody,
        trifling_memory,
        endless_memory,
        endless_passes,
        numbers_for_names,
        half_a_letter,
    ],
)
def test_what_sharebook_would_never_write_is_damaged(
    made: Made, change: Callable[[Plain], object]
) -> None:
    bundle = without_copy(made)
    plain = json.loads(bundle.keys.read_bytes())
    change(plain)
    bundle.keys.write_text(json.dumps(plain))
    assert trouble_with(made.folder).code == "keys_damaged"


def test_a_newer_register_is_told_apart_from_a_damaged_one(made: Made) -> None:
    Bundle(made.folder).keys.write_text('{"format": 3, "unheard": "of"}')
    trouble = trouble_with(made.folder)
    assert (trouble.code, trouble.facts) == ("register_newer", {"found": 3, "known": 2})


def test_a_sound_copy_is_mentioned_but_not_used(made: Made) -> None:
    bundle = Bundle(made.folder)
    bundle.database("register-1.db").write_bytes(b"the data file")
    bundle.keys.write_bytes(b"")
    damaged = trouble_with(made.folder)
    assert damaged.code == "keys_damaged_copy_sound"
    assert "register.keys.bak" in told(damaged)
    bundle.keys.unlink()
    assert trouble_with(made.folder).code == "keys_missing_copy_sound"


def test_a_copy_for_a_data_file_that_is_gone_is_not_offered(made: Made) -> None:
    Bundle(made.folder).keys.unlink()
    assert trouble_with(made.folder).code == "keys_missing"


def test_a_folder_in_the_key_files_place_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "register.keys").mkdir()
    with pytest.raises(Trouble, match="keys_unreadable"):
        read_key_file(Bundle(tmp_path))


@given(st.binary(max_size=200))
def test_no_bytes_at_all_surprise_the_reader(text: bytes) -> None:
    with pytest.raises(NotAKeyFile):
        from_json(text)
