"""A copy of an open register is encrypted, whole, and seen to be so."""

import shutil

import pytest

from sharebook.domain.errors import Cancelled, Trouble
from sharebook.store.copies import contents, copy_database, look_into
from sharebook.store.opening import open_database
from sharebook.store.register import SqlRegister
from tests.store.samples import KEY, a_disclosure, a_pupil, one_of_each, write

PAGE = 4096


@pytest.fixture
def filled(register):
    write(register, *one_of_each())
    write(register, *(a_pupil(number, upn="") for number in range(10, 200)))
    return register


@pytest.fixture
def copy(tmp_path):
    return tmp_path / "copy.db"


def test_a_copy_holds_what_the_register_holds(filled, connection, copy, quiet, clock):
    copy_database(connection, copy, KEY, quiet)

    assert look_into(copy, KEY) == contents(connection)
    other = SqlRegister(open_database(copy, KEY), clock)
    assert list(other.verify(quiet)) == []
    assert other.head() == filled.head()
    other.close()


def test_counts_are_of_every_kind_of_record(filled, connection):
    found = contents(connection)

    assert found.register_id == "register-of-tests"
    assert found.counts["log"] == found.head.seq
    assert found.counts["pupil"] == 191
    assert found.counts["disclosure"] == 2


def test_a_copy_shows_no_name(register, connection, copy, quiet):
    write(register, a_pupil(1, surname="Sentinelworth"))

    copy_database(connection, copy, KEY, quiet)

    assert b"Sentinel" not in copy.read_bytes()
    assert not copy.read_bytes().startswith(b"SQLite")


def test_another_key_does_not_open_a_copy(filled, connection, copy, quiet):
    copy_database(connection, copy, KEY, quiet)

    with pytest.raises(Trouble) as damaged:
        look_into(copy, bytes(32))

    assert damaged.value.code == "register_damaged"


def test_what_is_saved_while_copying_is_in_it_or_not_but_never_half(
    filled, connection, copy, quiet, clock
):
    filler = "x" * 3000
    write(filled, *(a_disclosure(n, [n], note=filler) for n in range(10, 4000)))

    class Saving:
        def report(self, done, total, doing=""):
            if 0 < done < total and done < 3000:
                write(filled, a_pupil(500, upn=""))

    copy_database(connection, copy, KEY, Saving())

    other = SqlRegister(open_database(copy, KEY), clock)
    assert list(other.verify(quiet)) == []
    assert other.head() == filled.head()
    other.close()


def test_a_stopped_copy_leaves_nothing(filled, connection, copy):
    class Stop:
        def report(self, done, total, doing=""):
            raise Cancelled

    with pytest.raises(Cancelled):
        copy_database(connection, copy, KEY, Stop())

    assert not copy.exists()
    assert write(filled, a_pupil(500, upn=""))


def test_nothing_that_stands_there_is_overwritten(filled, connection, copy, quiet):
    copy.write_bytes(b"mine")

    with pytest.raises(FileExistsError):
        copy_database(connection, copy, KEY, quiet)

    assert copy.read_bytes() == b"mine"


@pytest.mark.parametrize("page", [1, 2, 7, -1])
def test_one_flipped_byte_is_seen(filled, connection, copy, quiet, page):
    copy_database(connection, copy, KEY, quiet)
    content = bytearray(copy.read_bytes())
    content[page * PAGE + 100 if page > 0 else -1000] ^= 1
    copy.write_bytes(content)

    with pytest.raises(Trouble) as damaged:
        look_into(copy, KEY)

    assert damaged.value.code == "register_damaged"


@pytest.mark.parametrize("cut", [PAGE, PAGE * 3, 5, PAGE + 17])
def test_a_cut_copy_is_seen(filled, connection, copy, quiet, cut):
    copy_database(connection, copy, KEY, quiet)
    copy.write_bytes(copy.read_bytes()[:-cut])

    with pytest.raises(Trouble):
        look_into(copy, KEY)


def test_looking_changes_no_byte(made, tmp_path):
    copy = shutil.copy(made, tmp_path / "other.db")
    before = copy.read_bytes()

    look_into(copy, KEY)

    assert copy.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other.db", "register-1.db"]


@pytest.mark.parametrize("page", [30, 40, 50, 60])
def test_a_damaged_page_is_never_copied_as_zeros(filled, connection, made, copy, quiet, page):
    """SQLite would do so without a word."""
    connection.close()
    content = bytearray(made.read_bytes())
    content[page * PAGE + 100] ^= 1
    made.write_bytes(content)
    again = open_database(made, KEY)

    with pytest.raises(Trouble) as damaged:
        copy_database(again, copy, KEY, quiet)

    again.close()
    assert damaged.value.code == "register_damaged"
    assert not copy.exists()
