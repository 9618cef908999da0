"""What somebody with the key and an SQLite tool might pass off as a disposal, and that it shows."""

import pytest

from sharebook.domain.disposal import Disposed
from tests.conftest import Quiet
from tests.disposal.school import PAT, order

_SALT = "zeroblob(16)"
_EMPTY = (
    "time = '', purpose = '', description = '', asker = '{}', decided_by = '', decided_post = '',"
    " decided_because = '', emergency = '', consent = '', tracking = '', note = '', reason = '',"
    " items = (SELECT number FROM item_set WHERE items = '[]')"
)
SHORT = {
    "@salt": _SALT,
    "@empty": _EMPTY,
    "@gone": "(SELECT seq FROM disclosure WHERE id = 2)",
    "@stays": "(SELECT seq FROM disclosure WHERE id = 5)",
    "@disposal": "(SELECT max(seq) FROM disposal)",
}


def whole(statement):
    for short, words in SHORT.items():
        statement = statement.replace(short, words)
    return statement


@pytest.fixture
def attacked(book):
    """Dispose of Juno; then let the attack happen behind the guards' back, and check."""
    connection = book.register._connection
    connection.execute("PRAGMA synchronous = OFF")  # nothing here is kept
    with book.register.writing(PAT) as writer:
        writer.dispose(order())
        writer.dispose(order(Disposed.ENTRY, 3))
    book.register.sweep()

    def attack(*statements):
        guards = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        connection.execute("PRAGMA foreign_keys = OFF")
        for name, _ in guards:
            connection.execute(f'DROP TRIGGER "{name}"')
        changed = sum(max(connection.execute(whole(each)).rowcount, 0) for each in statements)
        assert changed, "the attack changed nothing"
        for _, sql in guards:
            connection.execute(sql)
        return {each.code for each in book.register.verify(Quiet())}

    return attack


def test_without_an_attack_all_is_well(attacked):
    assert attacked("UPDATE log SET at = at WHERE seq = 1") == set()


@pytest.mark.parametrize(
    ("statements", "code"),
    [
        # emptied, and no disposal says so
        (["UPDATE disclosure SET salt = @salt, @empty WHERE seq = @stays"],
         "check_disposal_unentered"),
        (["UPDATE school SET salt = @salt"], "check_disposal_unentered"),
        # emptied, and pushed under a disposal that was about something else
        (["UPDATE disclosure SET salt = @salt, @empty WHERE seq = @stays",
          "INSERT INTO disposed VALUES (@stays, @disposal)"], "check_disposed_changed"),
        (["UPDATE disclosure SET salt = @salt, @empty WHERE seq = @stays",
          "INSERT INTO disposed VALUES (@stays, 1)"], "check_disposal_missing"),
        (["UPDATE school SET salt = @salt",
          "INSERT INTO disposed VALUES (1, @disposal)"], "check_disposal_unentered"),
        # said to be disposed of, and not emptied
        (["INSERT INTO disposed VALUES (@stays, @disposal)"], "check_disposal_not_done"),
        # filled again
        (["UPDATE disclosure SET note = 'x' WHERE seq = @gone"], "check_disposal_not_done"),
        (["UPDATE pupil SET surname = 'Fake' WHERE id = 1"], "check_disposal_not_done"),
        (["UPDATE disclosure SET salt = randomblob(16) WHERE seq = @gone"],
         "check_disposal_not_done"),
        (["UPDATE disclosure SET reason = 'x' WHERE seq = @gone"], "check_record_changed"),
        # what stays is edited
        (["UPDATE disclosure SET day = day + 1 WHERE seq = @gone"], "check_disposed_changed"),
        (["UPDATE disclosure SET recipient = 9 WHERE seq = @gone"], "check_disposed_changed"),
        (["UPDATE disclosure SET basis = '{}' WHERE seq = @gone"], "check_disposed_changed"),
        (["UPDATE disclosure_pupil SET pupil = 9 WHERE disclosure = @gone"],
         "check_disposed_changed"),
        (["UPDATE spell SET last_day = last_day + 1 WHERE pupil = 1"], "check_disposed_changed"),
        # the register of disposals is edited
        (["UPDATE disposal SET approved_by = 'nobody' WHERE seq = @disposal"],
         "check_record_changed"),
        (["DELETE FROM disposed WHERE seq = @gone"], "check_disposal_unentered"),
        (["DELETE FROM disposal WHERE seq = @disposal"], "check_record_missing"),
        (["DELETE FROM meta WHERE key LIKE 'swept-%'"], "check_disposal_unswept"),
        (["INSERT INTO meta VALUES ('swept-99999', '2026-09-14T10:40:00+00:00')"],
         "check_meta_changed"),
    ],
)  # fmt: skip
def test_a_false_disposal_is_found(attacked, statements, code):
    assert code in attacked(*statements)
