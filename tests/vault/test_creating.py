"""A new register: a folder nobody else reads, a key file without secrets, nothing half-made."""

import base64
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.names import Code
from sharebook.vault.bundle import Bundle, folder_name
from sharebook.vault.creating import NewKeys, create_keys, discard_keys
from sharebook.vault.key_disk import read_key_file
from sharebook.vault.strength import LEAST
from tests.vault.conftest import PASSPHRASE, PERSON, SCHOOL, Made


def a_new_register(folder: Path, school: str = SCHOOL, person: str = PERSON) -> NewKeys:
    return create_keys(folder, school, person, Code("office"), PASSPHRASE, LEAST)


def test_a_new_register_has_a_key_file_and_its_copy_and_nothing_else(made: Made) -> None:
    assert sorted(file.name for file in made.folder.iterdir()) == [
        "register.keys",
        "register.keys.bak",
    ]
    bundle = Bundle(made.folder)
    assert bundle.keys.read_bytes() == bundle.keys_backup.read_bytes()


def test_the_key_file_names_the_people_and_the_data_file(made: Made) -> None:
    keys = read_key_file(Bundle(made.folder))
    assert keys.school == SCHOOL
    assert [(slot.name, slot.role) for slot in keys.people] == [(PERSON, "office")]
    assert keys.database == made.new.database.name == "register-1.db"
    assert (keys.register_id, keys.generation) == (made.new.register_id, 1)


def test_the_data_file_is_left_to_its_maker(made: Made) -> None:
    assert len(made.new.data_key) == 32
    assert not (made.folder / made.new.database.name).exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows inherits the folder's own rights")
def test_only_its_owner_may_look_inside(tmp_path: Path) -> None:
    folder = tmp_path / "made beforehand"
    folder.mkdir(mode=0o755)
    a_new_register(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


def test_no_secret_stands_in_the_key_file(made: Made) -> None:
    text = Bundle(made.folder).keys.read_bytes()
    key, code = made.new.data_key, made.new.recovery_code
    secrets = [key, key.hex().encode(), base64.b64encode(key).rstrip(b"="), code.encode()]
    secrets += [PASSPHRASE.encode(), *(word.encode() for word in PASSPHRASE.split())]
    assert [secret for secret in secrets if secret in text] == []


def test_secrets_do_not_show_in_messages(made: Made) -> None:
    assert made.new.recovery_code not in repr(made.new)
    assert "data_key" not in repr(made.new)


def test_a_folder_with_something_in_it_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("ours")
    with pytest.raises(Refused) as refused:
        a_new_register(tmp_path)
    assert (refused.value.code, refused.value.field) == ("folder_not_empty", "folder")
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_in_the_folders_place_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "taken"
    place.write_text("ours")
    with pytest.raises(Refused, match="folder_not_empty"):
        a_new_register(place)


@pytest.mark.parametrize(
    ("school", "person", "code"),
    [("  ", PERSON, "school_unnamed"), (SCHOOL, "", "person_unnamed")],
)
def test_names_are_needed(tmp_path: Path, school: str, person: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        a_new_register(tmp_path / "new", school, person)
    assert not (tmp_path / "new").exists()


def test_discarding_leaves_no_trace_of_a_register_that_was_not_finished(tmp_path: Path) -> None:
    new = a_new_register(tmp_path / "new")
    new.database.write_bytes(b"half made")
    new.database.with_name("register-1.db-journal").write_bytes(b"half made")
    discard_keys(new)
    assert list(tmp_path.iterdir()) == []


def test_discarding_keeps_what_somebody_else_put_there(tmp_path: Path) -> None:
    new = a_new_register(tmp_path / "new")
    (tmp_path / "new" / "letter.txt").write_text("ours")
    discard_keys(new)
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("failing_write", [1, 2])
def test_a_full_disk_leaves_nothing_half_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing_write: int
) -> None:
    monkeypatch.setattr(os, "fsync", full_after(failing_write))
    with pytest.raises(Trouble) as trouble:
        a_new_register(tmp_path / "new")
    assert trouble.value.code == "keys_not_written"
    assert trouble.value.facts["reason"] == "No space left on device"
    assert list(tmp_path.iterdir()) == []


def full_after(writes: int) -> Callable[[int], None]:
    """Stand in for fsync on a disk that fills up: files count, folders do not."""
    left = [writes]

    def fsync(handle: int) -> None:
        left[0] -= stat.S_ISREG(os.fstat(handle).st_mode)
        if left[0] == 0:
            raise OSError(28, "No space left on device")

    return fsync


@pytest.mark.parametrize(
    ("school", "folder"),
    [
        ("Example Lane Primary School", "Example Lane Primary School.sharebook"),
        ("St Nowhere's: Infants/Juniors?", "St Nowhere's Infants Juniors.sharebook"),
        (" .. ", "Register.sharebook"),
    ],
)
def test_the_folder_carries_the_schools_name_as_every_system_allows(
    school: str, folder: str
) -> None:
    assert folder_name(school) == folder
