"""Whether the search finds exactly the children the records name."""

from collections.abc import Iterator, Mapping

from sharebook.domain.findings import Finding
from sharebook.store.checks.stop import warning
from sharebook.store.families.pupil import PUPIL
from sharebook.store.reading import Reader
from sharebook.store.search import Keys, keys_of
from sharebook.store.shelves import Shelves
from sharebook.store.sqlite import Connection, number

# A second index of what should be there, in memory, compared trigram by trigram.
_EXPECTED = (
    "CREATE VIRTUAL TABLE temp.expected USING fts5 (key, tokenize = 'trigram', content = '')",
    "CREATE VIRTUAL TABLE temp.found_terms USING fts5vocab (main, pupil_fts, instance)",
    "CREATE VIRTUAL TABLE temp.expected_terms USING fts5vocab (temp, expected, instance)",
)
_DIFFERING = """
SELECT doc FROM (SELECT doc, term, "offset" FROM temp.found_terms
                 EXCEPT SELECT doc, term, "offset" FROM temp.expected_terms)
UNION
SELECT doc FROM (SELECT doc, term, "offset" FROM temp.expected_terms
                 EXCEPT SELECT doc, term, "offset" FROM temp.found_terms)
UNION
SELECT id FROM (SELECT id, sz FROM pupil_fts_docsize
                EXCEPT SELECT id, sz FROM temp.expected_docsize)
UNION
SELECT id FROM (SELECT id, sz FROM temp.expected_docsize
                EXCEPT SELECT id, sz FROM pupil_fts_docsize)
ORDER BY 1"""
_FORGETS = "SELECT count(*) FROM pupil_fts_config WHERE k = 'secure-delete' AND v = 1"


def differences(connection: Connection) -> Iterator[Finding]:
    """Yield the children whom search would miss, or find under something else."""
    expected = _expected(connection)
    for pupil in sorted(_wrong_words(connection, expected) | _wrong_trigrams(connection, expected)):
        yield warning("check_search_differs", pupil=pupil)
    if not number(connection, _FORGETS):
        yield warning("check_search_keeps")


def _wrong_words(connection: Connection, expected: Mapping[int, Keys]) -> set[int]:
    words = {(word, pupil) for pupil, keys in expected.items() for word in keys.words}
    rows = connection.execute("SELECT word, pupil FROM pupil_word").fetchall()
    return {pupil for _, pupil in words ^ {(str(row[0]), int(row[1])) for row in rows}}


def _wrong_trigrams(connection: Connection, expected: Mapping[int, Keys]) -> set[int]:
    for statement in _EXPECTED:
        connection.execute(statement)
    try:
        connection.executemany(
            "INSERT INTO temp.expected (rowid, key) VALUES (?, ?)",
            [(pupil, keys.text) for pupil, keys in expected.items()],
        )
        return {int(row[0]) for row in connection.execute(_DIFFERING).fetchall()}
    finally:
        for table in ("found_terms", "expected_terms", "expected"):
            connection.execute(f"DROP TABLE temp.{table}")


def _expected(connection: Connection) -> dict[int, Keys]:
    """Return the keys of each child; a record nobody can read has its own finding."""
    reader = Reader(connection, Shelves.of(connection))
    current = reader.read(PUPIL, "WHERE r.superseded_by IS NULL")
    return {int(each.record.id): keys_of(each.record) for each in current}
