"""Whether the search finds exactly the children the records name, and can let each of them go.

What search keeps is copied into memory and looked at there, beside a second index made anew from
the records: the copy may be taken apart, and nothing of it reaches a disk.
"""

from collections.abc import Iterator, Mapping
from contextlib import closing

from sharebook.domain.findings import Finding
from sharebook.store.checks.stop import warning
from sharebook.store.families.pupil import PUPIL
from sharebook.store.reading import Reader
from sharebook.store.search import Keys, keys_of
from sharebook.store.shelves import Shelves
from sharebook.store.sqlite import Connection, in_memory, number

_KEPT_IN = {  # the tables FTS5 keeps an index in
    "pupil_fts_data": ("id", "block"),
    "pupil_fts_idx": ("segid", "term", "pgno"),
    "pupil_fts_docsize": ("id", "sz", "origin"),
    "pupil_fts_config": ("k", "v"),
}
_TWO_INDEXES = (
    "PRAGMA temp_store = MEMORY",
    "CREATE VIRTUAL TABLE pupil_fts"
    " USING fts5 (key, tokenize = 'trigram', content = '', contentless_delete = 1)",
    "CREATE VIRTUAL TABLE found_terms USING fts5vocab (pupil_fts, instance)",
    "CREATE VIRTUAL TABLE expected USING fts5 (key, tokenize = 'trigram', content = '')",
    "CREATE VIRTUAL TABLE expected_terms USING fts5vocab (expected, instance)",
)
_DIFFERING = """
SELECT doc FROM (SELECT doc, term, "offset" FROM found_terms
                 EXCEPT SELECT doc, term, "offset" FROM expected_terms)
UNION
SELECT doc FROM (SELECT doc, term, "offset" FROM expected_terms
                 EXCEPT SELECT doc, term, "offset" FROM found_terms)
UNION
SELECT id FROM (SELECT id, sz FROM pupil_fts_docsize
                EXCEPT SELECT id, sz FROM expected_docsize)
UNION
SELECT id FROM (SELECT id, sz FROM expected_docsize
                EXCEPT SELECT id, sz FROM pupil_fts_docsize)
ORDER BY 1"""
_FORGET = (
    "DELETE FROM pupil_fts WHERE rowid IN (SELECT id FROM pupil_fts_docsize)",
    "INSERT INTO pupil_fts (pupil_fts) VALUES ('optimize')",
)
_LEFT = """SELECT (SELECT count(*) FROM pupil_fts_data WHERE id NOT IN (1, 10))
                + (SELECT count(*) FROM pupil_fts_idx)
                + (SELECT count(*) FROM pupil_fts_docsize)"""  # 1 and 10 stand in an empty one too
_SETTINGS = "SELECT k, v FROM pupil_fts_config ORDER BY k"
_USUAL = ([("secure-delete", 1), ("version", 4)], [("secure-delete", 1), ("version", 5)])


def differences(connection: Connection) -> Iterator[Finding]:
    """Yield the children whom search would miss, or find under something else, or never forget."""
    if connection.execute(_SETTINGS).fetchall() not in _USUAL:
        yield warning("check_search_keeps")
    expected = _expected(connection)
    wrong = _wrong_words(connection, expected)
    with closing(in_memory()) as aside:
        _set_up(aside, connection, expected)
        wrong |= {int(row[0]) for row in aside.execute(_DIFFERING).fetchall()}
        for pupil in sorted(wrong):
            yield warning("check_search_differs", pupil=pupil)
        if not _forgets(aside):
            yield warning("check_search_never_forgets")


def _wrong_words(connection: Connection, expected: Mapping[int, Keys]) -> set[int]:
    words = {(word, pupil) for pupil, keys in expected.items() for word in keys.words}
    rows = connection.execute("SELECT word, pupil FROM pupil_word").fetchall()
    return {pupil for _, pupil in words ^ {(str(row[0]), int(row[1])) for row in rows}}


def _set_up(aside: Connection, connection: Connection, expected: Mapping[int, Keys]) -> None:
    for statement in _TWO_INDEXES:
        aside.execute(statement)
    for table, columns in _KEPT_IN.items():
        _copy(connection, aside, table, columns)
    aside.execute("PRAGMA writable_schema = RESET")  # let FTS5 read anew what it is made of
    aside.executemany(
        "INSERT INTO expected (rowid, key) VALUES (?, ?)",
        [(pupil, keys.text) for pupil, keys in expected.items()],
    )


def _copy(source: Connection, target: Connection, table: str, columns: tuple[str, ...]) -> None:
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    target.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
    target.executemany(
        f"INSERT INTO {table} ({names}) VALUES ({marks})",  # noqa: S608 - our own names
        source.execute(f"SELECT {names} FROM {table}").fetchall(),  # noqa: S608 - our own names
    )


def _forgets(aside: Connection) -> bool:
    """Tell whether nothing is left of the index once every child was taken out of it."""
    for statement in _FORGET:
        aside.execute(statement)
    return not number(aside, _LEFT)


def _expected(connection: Connection) -> dict[int, Keys]:
    """Return the keys of each child; a record nobody can read has its own finding."""
    reader = Reader(connection, Shelves.of(connection))
    current = reader.read(PUPIL, "WHERE r.superseded_by IS NULL")
    return {int(each.record.id): keys_of(each.record) for each in current if not each.disposed}
