import pytest

from sharebook.domain.errors import Refused, Trouble
from sharebook.store.creating import create_database
from tests.store.samples import KEY


def test_a_new_register_replaces_no_file(path):
    path.write_bytes(b"someone's work")

    with pytest.raises(Refused) as caught:
        create_database(path, KEY, "r")

    assert caught.value.code == "register_exists"
    assert path.read_bytes() == b"someone's work"


def test_a_folder_that_is_not_there_is_trouble(tmp_path):
    with pytest.raises(Trouble) as caught:
        create_database(tmp_path / "none" / "register-1.db", KEY, "r")

    assert caught.value.code == "cannot_open"


def test_a_failed_beginning_leaves_no_file(path):
    with pytest.raises(ValueError, match="32 bytes"):
        create_database(path, KEY[:-1], "r")

    assert not path.exists()


def test_a_new_register_holds_nothing_and_passes_its_check(register, quiet):
    assert register.head().seq == 0
    assert list(register.verify(quiet)) == []


def test_two_registers_begin_their_chains_differently(tmp_path):
    heads = set()
    for name in ("one", "two"):
        from sharebook.store.chaining import read_head

        connection = create_database(tmp_path / f"{name}.db", KEY, name)
        heads.add(read_head(connection).hash)
        connection.close()

    assert len(heads) == 2
