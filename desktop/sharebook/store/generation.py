"""Which change of the keys this data file has heard of.

The key file counts its changes, and the data file repeats the count, so that an old key file put
back beside a newer data file is noticed. Nothing in ``meta`` is ever edited: each change adds a
row of its own, and a file without any is as it was made, generation 1.
"""

from sharebook.store.errors import surroundings
from sharebook.store.sqlite import Connection, number

FIRST = 1
_START = "generation-"
_NEWEST = (
    "SELECT max(CAST(substr(key, length(?1) + 1) AS INTEGER)) FROM meta"
    " WHERE substr(key, 1, length(?1)) = ?1"
)


def read_generation(connection: Connection) -> int:
    """Return the newest change of keys the file knows, from 1.

    Raises:
        Trouble: one of `errors`.
    """
    with surroundings():
        return max(FIRST, number(connection, _NEWEST, _START))


def write_generation(connection: Connection, generation: int, at: str) -> None:
    """Add the change numbered `generation`, made `at` (ISO 8601 UTC).

    Raises:
        Trouble: one of `errors`.
    """
    with surroundings():
        connection.execute(
            "INSERT INTO meta (key, value) VALUES (?, ?)", (f"{_START}{generation:d}", at)
        )


def meta_keys(generation: int) -> set[str]:
    """Return the names of the rows that changes up to `generation` have left."""
    return {f"{_START}{number:d}" for number in range(FIRST + 1, generation + 1)}
