"""On which days the recovery sheet was typed in and found to open this register.

A reminder, not evidence: the rows stand beside the chain, in ``meta``, where nothing is ever
edited. Each carries the mark of the sheet that was proved, so that a new sheet begins unproved.
"""

import re
from datetime import date

from sharebook.store.errors import surroundings
from sharebook.store.sqlite import Connection

_START = "sheet-proved-"
_ROWS = "SELECT key, value FROM meta WHERE substr(key, 1, length(?1)) = ?1"
_KEY = re.compile(rf"{_START}[1-9][0-9]{{0,8}}")
_VALUE = re.compile(r"(\d{4}-\d{2}-\d{2}) ([0-9a-f]{16})")


def read_proved(connection: Connection, sheet: str) -> date | None:
    """Return the last day on which the sheet whose mark is `sheet` was proved.

    Raises:
        Trouble: one of `errors`.
    """
    with surroundings():
        rows = connection.execute(_ROWS, (_START,)).fetchall()
    found = (_VALUE.fullmatch(str(value)) for _, value in rows)
    days = [date.fromisoformat(each[1]) for each in found if each and each[2] == sheet]
    return max(days, default=None)


def write_proved(connection: Connection, sheet: str, day: date) -> None:
    """Add that the sheet whose mark (16 hexadecimal letters) is `sheet` was proved on `day`.

    Raises:
        Trouble: one of `errors`.
    """
    with surroundings():
        connection.execute("BEGIN IMMEDIATE")
        try:
            number = len(proof_keys(connection)) + 1
            connection.execute(
                "INSERT INTO meta (key, value) VALUES (?, ?)",
                (f"{_START}{number:d}", f"{day.isoformat()} {sheet}"),
            )
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # a full disk has made SQLite undo it already
                connection.execute("ROLLBACK")
            raise


def proof_keys(connection: Connection) -> set[str]:
    """Return the names of the rows that proofs have left, as far as they are whole."""
    rows = connection.execute(_ROWS, (_START,)).fetchall()
    return {str(key) for key, value in rows if _KEY.fullmatch(key) and _VALUE.fullmatch(value)}
