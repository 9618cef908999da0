from contextlib import nullcontext

import pytest

from sharebook.domain.errors import Trouble
from sharebook.store import migrations
from sharebook.store.migrations import Script, shipped, statements, upgrade
from sharebook.store.opening import APPLICATION_ID, open_database, unlock
from sharebook.store.sqlite import connect, number
from tests.store.samples import KEY

NEXT = migrations.newest() + 1
GOOD = Script(NEXT, "CREATE TABLE extra (a);\nINSERT INTO extra VALUES (1);\n")
BAD = Script(NEXT + 1, "CREATE TABLE more (a);\nINSERT INTO nowhere VALUES (1);\n")


def test_scripts_are_numbered_without_gaps():
    assert [script.number for script in shipped()] == list(range(1, NEXT))


def test_a_trigger_is_one_statement():
    trigger = "CREATE TRIGGER t BEFORE DELETE ON x\nBEGIN SELECT 1; SELECT 2; END;\n"
    text = f"-- note\n{trigger}\nSELECT 3;\n"

    assert [each.split()[0] for each in statements(text)] == ["CREATE", "SELECT"]


def test_an_upgrade_keeps_an_encrypted_copy_that_says_its_version(made, connection):
    copy = upgrade(connection, made, [*shipped(), GOOD])

    assert copy is not None
    assert copy.name == f"register-1-before-upgrade-from-{NEXT - 1}.db"
    assert not copy.read_bytes().startswith(b"SQLite format 3")
    kept = open_database(copy, KEY)
    assert number(kept, "PRAGMA user_version") == NEXT - 1
    kept.close()
    assert number(connection, "PRAGMA user_version") == NEXT
    assert number(connection, "SELECT a FROM extra") == 1


def test_a_register_that_is_up_to_date_needs_no_copy(made, connection):
    assert upgrade(connection, made) is None
    assert list(made.parent.iterdir()) == [made]


def test_a_failing_script_changes_nothing(made, connection):
    before = connection.execute("SELECT name FROM sqlite_master ORDER BY 1").fetchall()

    with pytest.raises(Exception, match="nowhere"):
        upgrade(connection, made, [*shipped(), GOOD, BAD])

    assert number(connection, "PRAGMA user_version") == NEXT - 1
    assert connection.execute("SELECT name FROM sqlite_master ORDER BY 1").fetchall() == before


def test_a_second_try_replaces_the_copy_of_the_first(made, connection):
    for _ in range(2):
        with pytest.raises(Exception, match="nowhere"):
            upgrade(connection, made, [*shipped(), GOOD, BAD])

    assert len(list(made.parent.iterdir())) == 2


def test_opening_an_older_register_brings_it_up_to_date(path):
    path.touch()
    old = connect(path)
    unlock(old, KEY)
    old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    upgrade(old, None, shipped()[:1])
    old.close()

    opened = open_database(path, KEY, nullcontext)

    assert number(opened, "PRAGMA user_version") == migrations.newest()
    opened.close()
    assert len(list(path.parent.iterdir())) == 2


def test_a_newer_file_is_refused(connection):
    connection.execute("PRAGMA user_version = 99")

    with pytest.raises(Trouble, match="schema_newer"):
        migrations.refuse_newer(connection)
