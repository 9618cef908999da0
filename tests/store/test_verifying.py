"""What someone with the key and an SQLite tool might do, and that the check finds it."""

import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlcipher3.dbapi2 import IntegrityError

from sharebook.domain.errors import Cancelled
from sharebook.domain.pupils import Pupil
from sharebook.store import verifying
from sharebook.store.creating import create_database
from sharebook.store.register import SqlRegister
from sharebook.words.sentences import told
from tests.conftest import Quiet, StillClock
from tests.store.samples import KEY, a_disclosure, a_pupil, one_of_each, write, write_and_dispose

_SHADOW = ("pupil_fts", "sqlite_")
_OTHER = {
    "INTEGER": "ifnull({0}, 0) + 1",
    "TEXT": "{0} || 'x'",
    "BLOB": "zeroblob(length({0}))",
}


def filled(path):
    """Make a register with every family, corrections and a disposal, and return its connection."""
    connection = create_database(path, KEY, "register-of-tests")
    clock = StillClock(datetime(2026, 9, 14, 10, 40, tzinfo=UTC))
    register = SqlRegister(connection, clock)
    records = one_of_each()[:12]
    seqs = write(register, *records, a_pupil(2), a_pupil(3), a_disclosure(3, range(5, 40)))
    for record, old in zip(records, seqs, strict=False):
        with register.writing("Lee Ladle") as writer:
            writer.add(record, supersedes=old, reason="put right")
    write_and_dispose(register, *one_of_each()[12:])
    return connection


def columns():
    """Name every column of every table, by looking into a real register."""
    with tempfile.TemporaryDirectory() as folder:
        connection = create_database(Path(folder) / "look.db", KEY, "look")
        tables = [
            row[0]
            for row in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table'"
            ).fetchall()
        ]
        found = [
            (table, row[1], row[2])
            for table in tables
            if not table.startswith(_SHADOW)
            for row in connection.execute(f'PRAGMA table_info("{table}")').fetchall()
        ]
        connection.close()
    return found


class Attacker:
    """Changes a register behind its back: no guards, no references, then puts all back."""

    def __init__(self, connection) -> None:
        self.connection = connection
        connection.execute("PRAGMA synchronous = OFF")  # nothing here is kept
        connection.execute("PRAGMA journal_mode = MEMORY")
        self._guards = connection.execute(
            "SELECT tbl_name, name, sql FROM sqlite_master WHERE type IN ('trigger', 'index')"
            " AND sql IS NOT NULL ORDER BY rowid"
        ).fetchall()

    def does(self, *statements):
        """Run `statements` as one unguarded change, and return what the check says of it.

        A missing guard is a finding too, but here the records have to speak for themselves.
        """
        self.connection.execute("PRAGMA foreign_keys = OFF")
        self.connection.execute("PRAGMA ignore_check_constraints = ON")
        self.connection.execute("SAVEPOINT attack")
        try:
            self._change(statements)
            found = list(verifying.verify(self.connection, Quiet()))
        finally:
            self.connection.execute("ROLLBACK TO attack")
            self.connection.execute("RELEASE attack")
        return [finding for finding in found if finding.code != "check_schema_changed"]

    def _change(self, statements):
        guards = [guard for guard in self._guards if any(guard[0] in each for each in statements)]
        for _, name, sql in guards:
            self.connection.execute(f'DROP {"TRIGGER" if "TRIGGER" in sql else "INDEX"} "{name}"')
        changed = sum(max(self.connection.execute(each).rowcount, 0) for each in statements)
        assert changed, "the attack changed nothing"
        for _, _, sql in guards:
            with suppress(IntegrityError):  # two current records of one thing: no unique index
                self.connection.execute(sql)


@pytest.fixture(scope="module")
def attacker(tmp_path_factory):
    connection = filled(tmp_path_factory.mktemp("attack") / "register-1.db")
    assert list(verifying.verify(connection, Quiet())) == []
    yield Attacker(connection)
    connection.close()


def codes(findings):
    assert all(told(finding) for finding in findings)
    return {finding.code for finding in findings}


@pytest.mark.parametrize(("table", "column", "kind"), columns(), ids=lambda part: part)
def test_an_edit_of_any_column_is_found(attacker, table, column, kind):
    connection = attacker.connection
    sql = "SELECT name FROM pragma_table_info(?) WHERE pk = 1"
    key = connection.execute(sql, (table,)).fetchone()[0]
    value = _OTHER[kind].format(f'"{column}"')

    found = attacker.does(
        f'UPDATE "{table}" SET "{column}" = {value}'  # noqa: S608 - a test's own names
        f' WHERE "{key}" = (SELECT max("{key}") FROM "{table}")'
    )

    assert codes(found)


@pytest.mark.parametrize(
    ("attack", "code"),
    [
        (["DELETE FROM call WHERE seq = 12"], "check_record_missing"),
        (
            ["DELETE FROM disclosure WHERE seq = 15", "DELETE FROM log WHERE seq = 15"],
            "check_entries_missing",
        ),
        (
            [
                "INSERT INTO spell SELECT 99, 9, NULL, NULL, '', salt, pupil, year, class_name,"
                " first_day, last_day, left_for, enrolment, other_school FROM spell LIMIT 1"
            ],
            "check_entry_missing",
        ),
        (
            [
                "UPDATE log SET seq = seq + 1000 WHERE seq > 14",
                "INSERT INTO log SELECT 15, at, person, operation, entity, entity_id, commitment,"
                " hash FROM log WHERE seq = 14",
                "UPDATE log SET seq = seq - 999 WHERE seq > 1000",
            ],
            "check_chain_broken",
        ),
        (
            [
                "UPDATE cohort SET bits = CAST(substr(bits, 1, 2) || x'01'"
                " || substr(bits, 4) AS BLOB)"
                " WHERE number = 1"
            ],
            "check_cohort_changed",
        ),
        (["DELETE FROM disclosure_pupil WHERE pupil = 4"], "check_record_changed"),
        (["INSERT INTO disclosure_pupil VALUES (77, 11)"], "check_record_changed"),
        (["INSERT INTO disclosure_pupil VALUES (77, 10)"], "check_member_stray"),
        (
            ['UPDATE item_set SET items = \'["name","address"]\' WHERE number = 1'],
            "check_items_changed",
        ),
        (["UPDATE disclosure SET items = 2 WHERE seq = 10"], "check_record_changed"),
        (["UPDATE item_set SET items = '[[1]]' WHERE number = 1"], "check_record_unreadable"),
        (["UPDATE item_set SET items = '7' WHERE number = 1"], "check_record_unreadable"),
        (["UPDATE pupil SET superseded_by = NULL WHERE seq = 2"], "check_superseded_differs"),
        (["UPDATE pupil SET superseded_by = 13 WHERE seq = 14"], "check_superseded_differs"),
        (["UPDATE meta SET value = 'another register'"], "check_chain_broken"),
        (["INSERT INTO meta VALUES ('extra', '1')"], "check_meta_changed"),
        (["DELETE FROM meta"], "check_meta_changed"),
        (["UPDATE pupil SET flags = '[ ]' WHERE seq = 13"], "check_record_changed"),
        (["UPDATE pupil SET protected = 2 WHERE seq = 2"], "check_record_changed"),
        (["UPDATE pupil SET forename = 'Ju' || char(776) WHERE seq = 13"], "check_record_changed"),
        (["UPDATE flow SET standing = 'nonsense' WHERE seq = 8"], "check_record_unreadable"),
        (["UPDATE flow SET basis = '{' WHERE seq = 8"], "check_record_unreadable"),
        (
            ["UPDATE pupil SET surname = CAST(x'ff' AS TEXT) WHERE seq = 14"],
            "check_step_unreadable",
        ),
        (["UPDATE cohort SET base = -8"], "check_record_unreadable"),
        (["UPDATE log SET at = 'yesterday' WHERE seq = 14"], "check_chain_broken"),
        (["DELETE FROM pupil_fts WHERE rowid = 2"], "check_search_differs"),
        (["INSERT INTO pupil_fts (rowid, key) VALUES (99, 'nobody')"], "check_search_differs"),
        (["DELETE FROM pupil_word WHERE pupil = 2"], "check_search_differs"),
        (["INSERT INTO pupil_word VALUES ('nobody', 99)"], "check_search_differs"),
        (["UPDATE pupil_fts_docsize SET sz = x'31' WHERE id = 2"], "check_search_differs"),
        (["UPDATE pupil_fts_config SET v = 0 WHERE k = 'secure-delete'"], "check_search_keeps"),
        (
            ["DELETE FROM log WHERE seq = 1", "DELETE FROM school WHERE seq = 1"],
            "check_entries_missing",
        ),
    ],
)
def test_an_attack_is_found_and_named(attacker, attack, code):
    assert code in codes(attacker.does(*attack))


def test_two_rows_that_swap_their_contents_are_found(attacker):
    found = attacker.does(
        "UPDATE pupil SET seq = 1013 WHERE seq = 13",
        "UPDATE pupil SET seq = 13 WHERE seq = 14",
        "UPDATE pupil SET seq = 14 WHERE seq = 1013",
    )

    assert codes(found) == {"check_entry_differs", "check_record_changed"}


def test_a_dropped_guard_is_found(attacker):
    connection = attacker.connection
    connection.execute("SAVEPOINT attack")
    connection.execute("DROP TRIGGER pupil_no_update")

    found = list(verifying.verify(connection, Quiet()))

    connection.execute("ROLLBACK TO attack")
    connection.execute("RELEASE attack")
    assert codes(found) == {"check_schema_changed"}


def test_the_newest_entries_cut_off_whole_show_only_in_the_head(register, connection, quiet):
    """The limit of what a file can say of itself: a seal or a remembered head finds this."""
    write(register, a_pupil(1))
    before = register.head()
    write(register, a_pupil(2))
    sealed = register.head()
    guards = []
    for trigger in ("pupil_no_delete", "log_no_delete"):
        found = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (trigger,))
        guards.append(found.fetchone()[0])
        connection.execute(f"DROP TRIGGER {trigger}")
    for table in ("pupil", "log"):
        connection.execute(f"DELETE FROM {table} WHERE seq = 2")  # noqa: S608 - a test's own names
    connection.execute("DELETE FROM pupil_fts WHERE rowid = 2")
    connection.execute("DELETE FROM pupil_word WHERE pupil = 2")
    for sql in guards:
        connection.execute(sql)

    assert list(register.verify(quiet)) == []
    assert register.head() == before
    assert sealed not in list(register.heads())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE pupil SET surname = 'X'",
        "UPDATE pupil SET superseded_by = NULL WHERE seq = 1",
        "DELETE FROM pupil",
        "UPDATE log SET person = 'X'",
        "DELETE FROM log",
        "UPDATE meta SET value = 'X'",
        "DELETE FROM meta",
    ],
)
def test_the_file_itself_refuses_edits(register, connection, statement):
    (old,) = write(register, a_pupil())
    with register.writing("Pat") as writer:
        writer.add(a_pupil(surname="Quill"), supersedes=old)

    with pytest.raises(Exception, match="append only"):
        connection.execute(statement)

    assert len(register.history(Pupil)) == 2


def test_the_check_can_be_stopped(register):
    class Stop(Quiet):
        def report(self, done, total, doing=""):
            raise Cancelled

    with pytest.raises(Cancelled):
        list(register.verify(Stop()))


def test_the_check_says_how_far_it_is(register):
    heard = []

    class Listener:
        def report(self, done, total, doing=""):
            heard.append((done, total))

    list(register.verify(Listener()))

    total = heard[0][1]
    assert heard == [(done, total) for done in range(total + 1)]


def test_the_check_writes_nothing(made, register, quiet):
    write(register, *one_of_each())
    before = made.read_bytes()

    assert list(register.verify(quiet)) == []
    assert list(register.verify(quiet)) == []

    assert made.read_bytes() == before
