"""Lists of data items, each kept once however many records share it; never edited."""

import hashlib
import json
from collections.abc import Iterable

from sharebook.domain.names import Code
from sharebook.store.plain import plain_text
from sharebook.store.sqlite import MAIN, Connection, number

Items = tuple[Code, ...]


def items_text(items: Items) -> str:
    """Return `items` as they are stored: a JSON list in the order given."""
    return plain_text(items)


def items_digest(text: str) -> bytes:
    """Return what a stored list is found by."""
    return hashlib.sha256(b"items" + text.encode()).digest()


class ItemSets:
    """Finds and keeps item sets by number; `only_look` never stores a new one.

    Args:
        schema: the file they stand in, by the name it is attached under.
    """

    def __init__(
        self, connection: Connection, *, only_look: bool = False, schema: str = MAIN
    ) -> None:
        self._connection = connection
        self._table = f"{schema}.item_set"
        self._only_look = only_look
        self._texts: dict[int, str] = {}
        self._known: dict[int, Items] = {}
        self._placed: dict[Items, int] = {}

    def fetch(self, numbers: Iterable[int]) -> None:
        """Read the sets of `numbers` that were not read before, in one query."""
        missing = sorted(set(numbers) - self._texts.keys())
        if not missing:
            return
        rows = self._connection.execute(
            f"SELECT number, items FROM {self._table}"  # noqa: S608 - our own names
            " WHERE number IN (SELECT value FROM json_each(?))",
            (json.dumps(missing),),
        ).fetchall()
        self._texts |= {row[0]: row[1] for row in rows}

    def __getitem__(self, place: int) -> Items:
        """Return the set that was fetched.

        Raises:
            ValueError: what stands there is no list of codes.
        """
        if place not in self._known:
            listed = json.loads(self._texts[place])
            if not isinstance(listed, list) or not all(isinstance(item, str) for item in listed):
                raise ValueError(place)
            self._known[place] = tuple(Code(item) for item in listed)
        return self._known[place]

    def keep(self, items: Items) -> int:
        """Return the number of `items`, storing them if no record had them before.

        When only looking, an unknown list has the number 0.
        """
        if items not in self._placed:
            text = items_text(items)
            digest = items_digest(text)
            place = self._find(digest) or self._store(digest, text)
            if not place:
                return 0
            self._placed[items] = place
        return self._placed[items]

    def forget(self) -> None:
        """Drop what was read: a transaction was undone and numbers may be given again."""
        self._texts.clear()
        self._known.clear()
        self._placed.clear()

    def _find(self, digest: bytes) -> int:
        sql = f"SELECT min(number) FROM {self._table} WHERE digest = ?"  # noqa: S608 - our own names
        return number(self._connection, sql, digest)

    def _store(self, digest: bytes, text: str) -> int:
        if self._only_look:
            return 0
        return number(
            self._connection,
            f"INSERT INTO {self._table} (digest, items) VALUES (?, ?) RETURNING number",  # noqa: S608 - our own names
            digest,
            text,
        )
