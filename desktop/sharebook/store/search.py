"""Finding a child from a few letters: trigrams for three and more, a word list for fewer."""

from dataclasses import dataclass
from datetime import date

from sharebook.domain.pupils import Pupil
from sharebook.store.folding import folded, folded_words
from sharebook.store.sqlite import Connection

_TRIGRAM = 3
_AFTER_Z = "{"  # the character after z: every folded word sorts before it


@dataclass(frozen=True, slots=True)
class Keys:
    """What one child is found by.

    Attributes:
        text: folded names and numbers, apart by spaces, for the trigrams.
        words: where a word of a name or number begins, for one or two letters.
    """

    text: str
    words: frozenset[str]


def keys_of(pupil: Pupil) -> Keys:
    """Return what `pupil` is found by; never the class, which changes with the day."""
    told = (
        pupil.surname,
        pupil.forename,
        pupil.known_as,
        *pupil.former_names,
        pupil.upn,
        *pupil.former_upns,
        pupil.admission_number,
    )
    whole = [key for key in map(folded, told) if key]
    parts = [word for part in told for word in folded_words(part)]
    return Keys(" ".join(whole), frozenset(whole + parts))


def index(connection: Connection, identifier: int, pupil: Pupil, *, known: bool) -> None:
    """Make `pupil` the version that is found under `identifier`.

    Args:
        connection: in a writing transaction.
        identifier: whom it is about.
        pupil: the child as written now.
        known: an earlier version is found under it; letting go of that one reads every word.
    """
    keys = keys_of(pupil)
    if known:
        connection.execute("DELETE FROM pupil_fts WHERE rowid = ?", (identifier,))
        connection.execute("DELETE FROM pupil_word WHERE pupil = ?", (identifier,))
    connection.execute("INSERT INTO pupil_fts (rowid, key) VALUES (?, ?)", (identifier, keys.text))
    connection.executemany(
        "INSERT INTO pupil_word (word, pupil) VALUES (?, ?)",
        [(word, identifier) for word in sorted(keys.words)],
    )


def forget(connection: Connection, identifier: int) -> None:
    """Leave nothing of a child in the search, not even in what its index has not tidied yet."""
    connection.execute("DELETE FROM pupil_fts WHERE rowid = ?", (identifier,))
    connection.execute("DELETE FROM pupil_word WHERE pupil = ?", (identifier,))
    connection.execute("INSERT INTO pupil_fts (pupil_fts) VALUES ('optimize')")


def find(connection: Connection, words: str, day: date, limit: int) -> list[int]:
    """Return the ids of children that match every word, at most `limit`.

    Children on roll on `day` come before leavers; then those with a name that begins with the
    first word; then by surname and forename.
    """
    typed = folded_words(words)
    if not typed:
        return []
    matches: list[str] = []
    values: list[str | int] = []
    for word in typed:
        match, bound = _match(connection, word, day)
        matches.append(match)
        values.extend(bound)
    sql = (  # only fixed texts are joined, values are bound
        "SELECT p.id FROM pupil p WHERE p.superseded_by IS NULL AND p.id IN ("  # noqa: S608 - see above
        + ") AND p.id IN (".join(matches)
        + ") ORDER BY p.id NOT IN (SELECT pupil FROM spell WHERE superseded_by IS NULL"
        " AND first_day <= ? AND ifnull(last_day, ?) >= ?),"
        " p.id NOT IN (SELECT pupil FROM pupil_word WHERE word >= ? AND word < ?),"
        " p.surname COLLATE NOCASE, p.forename COLLATE NOCASE"
        " LIMIT ?"
    )
    today = day.toordinal()
    values += [today, today, today, typed[0], typed[0] + _AFTER_Z, limit]
    return [int(row[0]) for row in connection.execute(sql, values).fetchall()]


def _match(connection: Connection, word: str, day: date) -> tuple[str, list[str | int]]:
    values: list[str | int]
    if len(word) >= _TRIGRAM:
        match, values = "SELECT rowid FROM pupil_fts WHERE pupil_fts MATCH ?", [f'"{word}"']
    else:
        match = "SELECT pupil FROM pupil_word WHERE word >= ? AND word < ?"
        values = [word, word + _AFTER_Z]
    today = day.toordinal()
    for name in _classes(connection, word, today):
        match += (
            " UNION ALL SELECT pupil FROM spell WHERE superseded_by IS NULL"
            " AND first_day <= ? AND ifnull(last_day, ?) >= ? AND class_name = ?"
        )
        values += [today, today, today, name]
    return match, values


def _classes(connection: Connection, word: str, today: int) -> list[str]:
    rows = connection.execute(
        "SELECT DISTINCT class_name FROM spell WHERE superseded_by IS NULL"
        " AND first_day <= ? AND ifnull(last_day, ?) >= ?",
        (today, today, today),
    ).fetchall()
    names = [str(row[0]) for row in rows]
    return [name for name in names if _starts(name, word)]


def _starts(class_name: str, word: str) -> bool:
    starts = [folded(class_name), *folded_words(class_name)]
    return any(start.startswith(word) for start in starts)
