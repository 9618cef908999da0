from contextlib import suppress

import pytest

from sharebook.domain.errors import Trouble
from sharebook.domain.pupils import Pupil
from sharebook.store.errors import trouble_of
from sharebook.store.opening import open_database
from sharebook.store.register import SqlRegister
from sharebook.store.sqlite import DatabaseError
from sharebook.words.sentences import told
from tests.store.samples import KEY, a_disclosure, a_pupil, write


def write_and_stop(register, record):
    with register.writing("Pat") as writer:
        writer.add(record)
        raise KeyboardInterrupt


def test_a_transaction_that_fails_leaves_nothing(register, quiet):
    before = register.head()

    with pytest.raises(KeyboardInterrupt):
        write_and_stop(register, a_pupil())

    assert register.head() == before
    assert register.history(Pupil) == []
    assert register.find_pupils("juno") == []
    assert list(register.verify(quiet)) == []


def test_shared_parts_of_an_undone_transaction_are_not_remembered(register, quiet):
    with pytest.raises(KeyboardInterrupt):
        write_and_stop(register, a_disclosure(1, range(1, 40), items=("wrong",)))

    right = a_disclosure(1, range(50, 90), items=("right",))
    write(register, right)

    assert [each.record for each in register.disclosures_about(60)] == [right]
    assert list(register.verify(quiet)) == []


def test_a_writer_is_of_no_use_after_its_transaction(register):
    with register.writing("Pat") as writer:
        pass

    with pytest.raises(RuntimeError):
        writer.add(a_pupil())

    assert register.history(Pupil) == []


def test_a_half_written_record_is_not_kept_even_if_its_error_is_swallowed(register):
    write(register, a_pupil())

    with pytest.raises(RuntimeError), register.writing("Pat") as writer, suppress(DatabaseError):
        writer.add(a_pupil())  # that child is there already

    assert register.head().seq == 1


def test_a_second_writer_is_told_to_wait(made, register, clock):
    other = open_database(made, KEY)
    other.execute("PRAGMA busy_timeout = 0")
    second = SqlRegister(other, clock)

    with register.writing("Pat") as writer:
        writer.add(a_pupil())
        with pytest.raises(Trouble) as caught:
            write(second, a_pupil())

    assert caught.value.code == "register_locked"
    assert [each.record.id for each in second.current(Pupil)] == [1]
    second.close()


def test_a_full_disk_keeps_everything_saved_before(register, connection, quiet):
    write(register, a_pupil())
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 1}")

    with pytest.raises(Trouble) as caught:
        write(register, *(a_pupil(n, surname="S" * 3000) for n in range(2, 200)))

    assert caught.value.code == "disk_full"
    assert [each.record.id for each in register.current(Pupil)] == [1]
    connection.execute("PRAGMA max_page_count = 1000000")
    write(register, a_pupil(2))
    assert list(register.verify(quiet)) == []


def test_a_read_only_register_can_be_read(made, register, connection):
    write(register, a_pupil())
    connection.execute("PRAGMA query_only = ON")

    with pytest.raises(Trouble) as caught:
        write(register, a_pupil(2))

    assert caught.value.code == "read_only"
    assert len(register.current(Pupil)) == 1


def test_a_page_damaged_on_disk_is_trouble_not_a_crash(made, register, quiet, clock):
    write(register, *(a_pupil(n, surname=f"S{n}" * 90) for n in range(1, 200)))
    register.close()
    content = bytearray(made.read_bytes())
    pages = len(content) // 4096
    for page in range(pages - 30, pages):
        content[page * 4096 + 100] ^= 1
    made.write_bytes(content)
    again = SqlRegister(open_database(made, KEY), clock)

    with pytest.raises(Trouble) as caught:
        again.history(Pupil)
    assert caught.value.code == "register_damaged"
    again.close()

    checked = SqlRegister(open_database(made, KEY), clock)
    found = list(checked.verify(quiet))
    assert "check_page_changed" in {finding.code for finding in found}
    assert all(told(finding) for finding in found)
    checked.close()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("SQLITE_FULL", "disk_full"),
        ("SQLITE_IOERR_WRITE", "disk_error"),
        ("SQLITE_BUSY", "register_locked"),
        ("SQLITE_BUSY_SNAPSHOT", "register_locked"),
        ("SQLITE_CORRUPT_INDEX", "register_damaged"),
        ("SQLITE_NOTADB", "register_damaged"),
        ("SQLITE_READONLY_ROLLBACK", "read_only"),
        ("SQLITE_CANTOPEN_ISDIR", "cannot_open"),
    ],
)
def test_each_failure_of_the_surroundings_has_its_sentence(name, code):
    error = DatabaseError("words of SQLite")
    error.sqlite_errorname = name

    trouble = trouble_of(error)

    assert trouble is not None
    assert trouble.code == code
    assert told(trouble)


def test_a_fault_of_ours_stays_loud():
    error = DatabaseError("no such table: tabel")
    error.sqlite_errorname = "SQLITE_ERROR"

    assert trouble_of(error) is None
