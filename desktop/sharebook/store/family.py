"""One kind of record and its table."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from sharebook.domain.errors import Trouble
from sharebook.store.columns import Column
from sharebook.store.filling import filled
from sharebook.store.plain import tidy
from sharebook.store.shelves import Shelves
from sharebook.store.sqlite import Cell

T = TypeVar("T")

FRONT = ("seq", "id", "supersedes", "superseded_by", "reason", "salt")
_ONLY_ID = 1  # of the one thing that has no id of its own


@dataclass(frozen=True, slots=True)
class Family(Generic[T]):
    """How records of one kind are stored; a new noun is one of these and a schema script.

    Attributes:
        kind: the record's dataclass.
        entity: the noun in the log; also the table's name.
        columns: every field but the id, in the table's order.
        has_id: whether the record has an id; the school has none.
        parts: each column with its place among a row's cells.
        plain: fields whose cell is their value, with its place.
        made: the other columns, with their places.
    """

    kind: type[T]
    entity: str
    columns: tuple[Column, ...]
    has_id: bool = True
    parts: tuple[tuple[Column, slice], ...] = field(init=False, repr=False)
    plain: tuple[tuple[str, int], ...] = field(init=False, repr=False)
    made: tuple[tuple[Column, slice], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        parts = tuple(_parts_of(self.columns))
        plain = tuple((column.field, part.start) for column, part in parts if column.as_stored)
        made = tuple((column, part) for column, part in parts if not column.as_stored)
        for name, value in (("parts", parts), ("plain", plain), ("made", made)):
            object.__setattr__(self, name, value)

    @property
    def names(self) -> list[str]:
        """The columns after the common front."""
        return [name for column in self.columns for name in column.names]

    def id_of(self, record: T) -> int:
        """Return which thing `record` is about."""
        return int(record.id) if self.has_id else _ONLY_ID  # type: ignore[attr-defined]  # asked

    def to_row(self, record: T, shelves: Shelves) -> list[Cell]:
        """Return the cells of `record` after the common front."""
        cells: list[Cell] = []
        for column in self.columns:
            cells.extend(column.encode(getattr(record, column.field), shelves))
        return cells

    def is_stored_so(self, record: T, cells: Sequence[Any], shelves: Shelves) -> bool:
        """Tell whether `cells`, which `record` was read from, are what `to_row` gives for it."""
        for _, place in self.plain:
            cell = cells[place]
            if type(cell) is str and tidy(cell) != cell:
                return False
        return all(
            column.encode(getattr(record, column.field), shelves) == tuple(cells[part])
            for column, part in self.made
        )

    def add_beside(self, seq: int, record: T, shelves: Shelves) -> None:
        """Store the parts of `record` that stand in other tables."""
        for column in self.columns:
            column.beside(seq, getattr(record, column.field), shelves)

    def fetch(self, rows: Sequence[tuple[int, Sequence[Any]]], shelves: Shelves) -> None:
        """Read the shared parts of `rows` (place in the chain, cells) before decoding them."""
        for column, part in self.parts:
            column.fetch(((seq, cells[part]) for seq, cells in rows), shelves)

    def from_row(self, seq: int, identifier: int, cells: Sequence[Any], shelves: Shelves) -> T:
        """Return the record that stands at `seq`.

        Raises:
            Trouble: record_unreadable, what stands there is no such record.
        """
        values: dict[str, object] = {"id": identifier} if self.has_id else {}
        for name, place in self.plain:
            values[name] = cells[place]
        try:
            for column, part in self.made:
                values[column.field] = column.decode(cells[part], seq, shelves)
        except (ValueError, TypeError, KeyError, OverflowError) as error:
            raise Trouble("record_unreadable", entity=self.entity, seq=seq) from error
        return self.kind(**values)

    def from_rows(
        self,
        seqs: Sequence[int],
        identifiers: Sequence[int],
        columns: Sequence[Sequence[Any]],
        shelves: Shelves,
    ) -> list[T]:
        """Return the records that stand at `seqs`; `columns` are their cells, name by name.

        The same as `from_row` for each, and several times as quick for many.

        Raises:
            Trouble: record_unreadable, what stands there is no such record.
        """
        try:
            values: dict[str, Iterable[object]] = {"id": identifiers} if self.has_id else {}
            for each, part in self.parts:
                values[each.field] = each.decode_all(columns[part], seqs, shelves)
            return filled(self.kind, len(seqs), values)
        except (ValueError, TypeError, KeyError, OverflowError):
            for row in zip(seqs, identifiers, zip(*columns, strict=True), strict=True):
                self.from_row(*row, shelves)  # says which it is
            raise


def _parts_of(columns: Iterable[Column]) -> Iterator[tuple[Column, slice]]:
    start = 0
    for column in columns:
        end = start + len(column.names)
        yield column, slice(start, end)
        start = end
