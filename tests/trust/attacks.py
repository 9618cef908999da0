# ruff: noqa: S608 - the statements are our own
"""What an insider may try; each works on a connection without guards."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import apsw

from sharebook.domain.chain import Link, next_hash
from sharebook.domain.cohorts import Cohort
from sharebook.store.chaining import beginning
from sharebook.store.families.every import EVERY

Attack = Callable[[apsw.Connection], None]
_LINKS = "SELECT seq, at, person, operation, entity, entity_id, commitment FROM log ORDER BY seq"
CUT_OFF = 60  # entries


def rows(connection: apsw.Connection, sql: str, *values: Any) -> list[Any]:
    return connection.execute(sql, values).fetchall()


def one(connection: apsw.Connection, sql: str, *values: Any) -> int:
    """Return the one number `sql` asks for."""
    return int(rows(connection, sql, *values)[0][0])


def some(connection: apsw.Connection, also: str = "") -> int:
    """Return the place of a disclosure in the middle of the log that nothing supersedes."""
    sql = f"SELECT seq FROM disclosure WHERE superseded_by IS NULL {also} ORDER BY seq"
    found = rows(connection, sql)
    return int(found[len(found) // 2][0])


def edit_a_note(connection: apsw.Connection) -> None:
    connection.execute(
        "UPDATE disclosure SET note = 'as agreed' WHERE seq = ?", (some(connection),)
    )


def change_who_was_told(connection: apsw.Connection) -> None:
    sql = "UPDATE disclosure SET recipient = recipient % 6 + 1 WHERE seq = ?"
    connection.execute(sql, (some(connection),))


def take_a_pupil_out_of_a_bulk_event(connection: apsw.Connection) -> None:
    seq = some(connection, "AND cohort IS NOT NULL")
    number = one(connection, "SELECT cohort FROM disclosure WHERE seq = ?", seq)
    base, bits = rows(connection, "SELECT base, bits FROM cohort WHERE number = ?", number)[0]
    smaller = Cohort.of(list(Cohort(base, bits))[1:])
    made = (smaller.digest, smaller.base, smaller.top, smaller.bits, len(smaller))
    connection.execute(
        "INSERT INTO cohort (digest, base, top, bits, n) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        made,
    )
    mine = one(connection, "SELECT number FROM cohort WHERE digest = ?", smaller.digest)
    sql = "UPDATE disclosure SET cohort = ?, n_pupils = ? WHERE seq = ?"
    connection.execute(sql, (mine, len(smaller), seq))


def pretend_a_child_was_disposed_of(connection: apsw.Connection) -> None:
    connection.execute(
        "UPDATE pupil SET surname = '', forename = '', upn = '', upn_state = 'none', born = 1,"
        " known_as = '', former_names = '[]', admission_number = '', flags = '[]', reason = '',"
        " salt = zeroblob(16) WHERE id = 4"
    )
    connection.execute("DELETE FROM pupil_fts WHERE rowid = 4")
    connection.execute("DELETE FROM pupil_word WHERE pupil = 4")


def pretend_it_was_entered_too(connection: apsw.Connection) -> None:
    pretend_a_child_was_disposed_of(connection)
    sql = "INSERT INTO disposed SELECT seq, (SELECT max(seq) FROM log) FROM pupil WHERE id = 4"
    connection.execute(sql)


def delete_an_entry(connection: apsw.Connection) -> None:
    connection.execute("DELETE FROM disclosure WHERE seq = ?", (some(connection),))


def delete_an_entry_and_its_line_of_the_log(connection: apsw.Connection) -> None:
    seq = some(connection)
    connection.execute("DELETE FROM disclosure WHERE seq = ?", (seq,))
    connection.execute("DELETE FROM log WHERE seq = ?", (seq,))


def delete_an_entry_and_close_the_gap(connection: apsw.Connection) -> None:
    seq = some(connection)
    delete_an_entry_and_its_line_of_the_log(connection)
    for table in ["log", *(family.entity for family in EVERY)]:
        connection.execute(f'UPDATE "{table}" SET seq = seq + 100000 WHERE seq > ?', (seq,))
        connection.execute(f'UPDATE "{table}" SET seq = seq - 100001 WHERE seq > 100000')


def insert_a_back_dated_entry(connection: apsw.Connection) -> None:
    seq = some(connection)
    last = one(connection, "SELECT max(seq) FROM log")
    columns = [row[1] for row in connection.execute("PRAGMA table_info(disclosure)")]
    changed = {
        "seq": str(last + 1),
        "id": "(SELECT max(id) + 1 FROM disclosure)",
        "day": "day - 90",
    }
    values = ", ".join(changed.get(name, f'"{name}"') for name in columns)
    connection.execute(
        f"INSERT INTO disclosure SELECT {values} FROM disclosure WHERE seq = ?", (seq,)
    )


def insert_a_back_dated_entry_with_its_line_of_the_log(connection: apsw.Connection) -> None:
    """The new line follows the chain, but it was copied: its commitment is another entry's."""
    insert_a_back_dated_entry(connection)
    seq = some(connection)
    connection.execute(
        "INSERT INTO log SELECT (SELECT max(seq) FROM disclosure), at, person, operation, entity,"
        " (SELECT max(id) FROM disclosure), commitment, hash FROM log WHERE seq = ?",
        (seq,),
    )
    chain_anew(connection)


def cut_off_the_newest(connection: apsw.Connection) -> None:
    """Take the last entries off with all that belongs to them, as if they had never been."""
    last = one(connection, "SELECT max(seq) FROM log") - CUT_OFF
    gone = [
        int(row[0])
        for row in connection.execute("SELECT DISTINCT id FROM pupil WHERE seq > ?", (last,))
    ]
    connection.execute("DELETE FROM disclosure_pupil WHERE disclosure > ?", (last,))
    for table in ["log", *(family.entity for family in EVERY)]:
        connection.execute(f'DELETE FROM "{table}" WHERE seq > ?', (last,))
    for family in EVERY:
        sql = f'UPDATE "{family.entity}" SET superseded_by = NULL WHERE superseded_by > ?'
        connection.execute(sql, (last,))
    for pupil in gone:
        index_anew(connection, pupil)


def index_anew(connection: apsw.Connection, pupil: int) -> None:
    """Let search find a child by what the newest record says, as Sharebook would."""
    surname, forename, number = connection.execute(
        "SELECT surname, forename, admission_number FROM pupil"
        " WHERE id = ? AND superseded_by IS NULL",
        (pupil,),
    ).fetchall()[0]
    words = [str(word).casefold() for word in (surname, forename, number) if word]
    connection.execute("DELETE FROM pupil_fts WHERE rowid = ?", (pupil,))
    connection.execute("DELETE FROM pupil_word WHERE pupil = ?", (pupil,))
    sql = "INSERT INTO pupil_fts (rowid, key) VALUES (?, ?)"
    plain = [word.replace("ł", "l").replace("ø", "o").replace("ë", "e") for word in words]
    connection.execute(sql, (pupil, " ".join(plain)))
    for word in set(plain):
        connection.execute("INSERT INTO pupil_word (word, pupil) VALUES (?, ?)", (word, pupil))


def chain_anew(connection: apsw.Connection) -> None:
    """Work out every hash again, from the first entry to the last."""
    identity = rows(connection, "SELECT value FROM meta WHERE key = 'register_id'")
    previous = beginning(identity[0][0])
    for row in rows(connection, _LINKS):
        previous = next_hash(previous, Link(*row))
        connection.execute("UPDATE log SET hash = ? WHERE seq = ?", (previous, row[0]))


def write_an_entry_with_yesterdays_date(connection: apsw.Connection) -> None:
    """Date the newest line of the log back; everything after it is worked out anew."""
    last = one(connection, "SELECT max(seq) FROM log")
    at = rows(connection, "SELECT at FROM log WHERE seq = ?", last)[0][0]
    before = datetime.fromisoformat(at).astimezone(UTC) - timedelta(days=30)
    told = before.isoformat(timespec="microseconds")
    connection.execute("UPDATE log SET at = ? WHERE seq = ?", (told, last))
    chain_anew(connection)


def add_data_items(connection: apsw.Connection) -> None:
    seq = some(connection)
    number = one(connection, "SELECT items FROM disclosure WHERE seq = ?", seq)
    text = json.dumps(["name", "address"], separators=(",", ":"))
    connection.execute("UPDATE item_set SET items = ? WHERE number = ?", (text, number))


SEEN: tuple[Attack, ...] = (
    edit_a_note,
    change_who_was_told,
    take_a_pupil_out_of_a_bulk_event,
    pretend_a_child_was_disposed_of,
    pretend_it_was_entered_too,
    delete_an_entry,
    delete_an_entry_and_its_line_of_the_log,
    delete_an_entry_and_close_the_gap,
    insert_a_back_dated_entry,
    insert_a_back_dated_entry_with_its_line_of_the_log,
    add_data_items,
)
