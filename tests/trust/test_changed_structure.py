"""Changes beside the records: in what search keeps, in the structure, in the file's version."""

import apsw
import pytest

from sharebook.domain.errors import SharebookError
from sharebook.words.sentences import told
from tests.conftest import Quiet
from tests.trust.insider import tool
from tests.trust.registers import Kept, everything, opened

FORGED = [  # whoever does this wants a name to be found after it is gone, or hides one
    "UPDATE pupil_fts_docsize SET origin = 0 WHERE id = 3",
    "UPDATE pupil_fts_docsize SET origin = 99999 WHERE id = 3",
    "UPDATE pupil_fts_docsize SET origin = NULL WHERE id = 3",
    "UPDATE pupil_fts_docsize SET origin = 'x' WHERE id = 3",
    "DELETE FROM pupil_fts_docsize WHERE id = 3",
    "INSERT INTO pupil_fts_docsize VALUES (777, x'03', 2)",
    "INSERT INTO pupil_fts_data VALUES (987654321987, x'53656e74696e656c')",
    "UPDATE pupil_fts_data SET block = block || x'53656e74' WHERE id = 1",
    "UPDATE pupil_fts_data SET block = block || x'53656e74' WHERE id = 10",
    "UPDATE pupil_fts_data SET block = block || x'53656e74' WHERE id > 10",
    "DELETE FROM pupil_fts_data WHERE id = 10",
    "DELETE FROM pupil_fts_data WHERE id > 10",
    "INSERT INTO pupil_fts_idx VALUES (99, x'303030', 4)",
    "UPDATE pupil_fts_idx SET pgno = pgno + 2",
    "UPDATE pupil_fts_config SET v = 0 WHERE k = 'secure-delete'",
    "UPDATE pupil_fts_config SET v = 3 WHERE k = 'version'",
    "INSERT INTO pupil_fts_config VALUES ('automerge', 99)",
    "DELETE FROM pupil_fts_config",
    "INSERT INTO pupil_word VALUES ('sentinelworth', 3)",
]
STRUCTURE = [
    "DROP TABLE call",
    "DROP TABLE pupil_word",
    "DROP TABLE pupil_fts",
    "DROP VIEW disclosure_member",
    "DROP INDEX call_pupil",
    "DROP TRIGGER log_no_delete",
    "DROP TRIGGER call_no_update; ALTER TABLE call DROP COLUMN note",
    "ALTER TABLE call ADD COLUMN more TEXT",
    "CREATE TABLE extra (a)",
    "CREATE TRIGGER quietly AFTER INSERT ON log BEGIN DELETE FROM call; END",
    "ANALYZE",  # it copies names into tables of its own
]
REFUSED = {
    "PRAGMA user_version = 1": "register_damaged",
    "PRAGMA user_version = 0": "register_damaged",
    "PRAGMA user_version = 999": "schema_newer",
    "PRAGMA application_id = 0": "register_foreign",
    "DROP TABLE meta": "register_damaged",
}


def changed(kept: Kept, statement: str) -> None:
    connection: apsw.Connection = tool(kept.database, kept.key)
    try:
        connection.execute(statement)
    finally:
        connection.close()


@pytest.fixture
def mine(template: Kept, folder) -> Kept:
    return Kept(folder, template.seal, template.told, template.key)


@pytest.mark.parametrize("statement", FORGED + STRUCTURE)
def test_it_is_found_and_told_in_a_sentence(statement, mine):
    changed(mine, statement)
    desk = opened(mine.folder)
    health = desk.checking.check(Quiet(), mine.seal)
    desk.close()

    assert not health.ok
    assert all(map(told, health.findings))


@pytest.mark.parametrize("statement", REFUSED)
def test_it_is_refused_at_opening(statement, mine):
    changed(mine, statement)

    with pytest.raises(SharebookError, match=REFUSED[statement]) as refused:
        opened(mine.folder)
    assert told(refused.value)


@pytest.mark.parametrize("gone", ["call", "pupil_fts", "pupil_word", "disclosure", "cohort"])
def test_what_is_not_there_any_more_cannot_be_read_and_is_called_damage(gone, mine):
    changed(mine, f"PRAGMA foreign_keys = OFF; DROP TABLE {gone}")
    with pytest.raises(SharebookError, match="register_damaged") as trouble:
        everything(opened(mine.folder))

    assert told(trouble.value)


def test_a_forged_origin_would_have_kept_a_name(mine):
    """Why it is looked at: nothing differs today, and the name is found after it was corrected."""
    changed(mine, FORGED[0])
    desk = opened(mine.folder)
    assert everything(desk) == mine.told
    found = {each.code for each in desk.checking.check(Quiet()).findings}
    desk.close()

    assert found == {"check_search_never_forgets"}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE pupil_fts_data SET block = x'00' WHERE id = 1",  # how many names were ever taken in
        "DELETE FROM pupil_fts_idx",  # a short cut that a small register does not need
    ],
)
def test_what_search_counts_for_itself_may_change_without_changing_an_answer(statement, mine):
    changed(mine, statement)
    desk = opened(mine.folder)
    assert everything(desk) == mine.told
    desk.close()
