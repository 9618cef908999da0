"""How each kind of field stands in a table, and back."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

import msgspec

from sharebook.store.plain import tidy
from sharebook.store.shelves import Shelves
from sharebook.store.sqlite import Cell

Cells = Sequence[Any]


def _nothing_to_fetch(_rows: Iterable[tuple[int, Cells]], _shelves: Shelves) -> None: ...


def _nothing_beside(_seq: int, _value: Any, _shelves: Shelves) -> None: ...


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a record, in one or more columns of its table.

    Attributes:
        field: the field's name in the record.
        names: the columns' names in the table.
        encode: gives the cells for a value; shared parts are kept on the shelves.
        decode: gives the value for cells of the record at a place in the chain.
        decode_all: gives the values of many records for their columns of cells, and their places.
        fetch: reads the shared parts that decoding many rows will ask for.
        beside: stores what stands in other tables, once the record itself stands.
        as_stored: the one cell is the value, text in the register's one Unicode form.
    """

    field: str
    names: tuple[str, ...]
    encode: Callable[[Any, Shelves], tuple[Cell, ...]]
    decode: Callable[[Cells, int, Shelves], object]
    decode_all: Callable[[Sequence[Cells], Cells, Shelves], Iterable[object]]
    fetch: Callable[[Iterable[tuple[int, Cells]], Shelves], None] = _nothing_to_fetch
    beside: Callable[[int, Any, Shelves], None] = _nothing_beside
    as_stored: bool = False


def _once_each(decode: Callable[[Any], object], cells: Cells) -> Iterable[object]:
    """Decode each different cell once: a column of many rows has few."""
    known = {cell: cell if cell is None else decode(cell) for cell in set(cells)}
    return map(known.__getitem__, cells)


def _simple(
    field: str, encode: Callable[[Any], Cell], decode: Callable[[Any], object] | None, name: str
) -> Column:
    def encoded(value: Any, _shelves: Shelves) -> tuple[Cell, ...]:
        return (None if value is None else encode(value),)

    def decoded(cells: Cells, _seq: int, _shelves: Shelves) -> object:
        return cells[0] if cells[0] is None or decode is None else decode(cells[0])

    def decoded_all(columns: Sequence[Cells], _seqs: Cells, _shelves: Shelves) -> Iterable[object]:
        return columns[0] if decode is None else _once_each(decode, columns[0])

    return Column(field, (name or field,), encoded, decoded, decoded_all, as_stored=decode is None)


def text(field: str, name: str = "") -> Column:
    """Return a column of text; codes are text too."""
    return _simple(field, tidy, None, name)


def number(field: str, name: str = "") -> Column:
    """Return a column of whole numbers, identifiers among them; an absent one is NULL."""
    return _simple(field, int, None, name)


def day(field: str, name: str = "") -> Column:
    """Return a column of days, stored as ordinals; an absent one is NULL."""
    return _simple(field, date.toordinal, date.fromordinal, name)


def flag(field: str, name: str = "") -> Column:
    """Return a column of yes and no, stored as 1 and 0."""
    return _simple(field, int, bool, name)


def choice(field: str, kind: type[Enum], name: str = "") -> Column:
    """Return a column that holds the value of one member of `kind`."""
    members = {member.value: member for member in kind}
    return _simple(field, lambda member: str(member.value), members.__getitem__, name)


def nested(field: str, kind: object, name: str = "") -> Column:
    """Return a column that holds a list or a record inside the record, as JSON."""
    decode = msgspec.json.Decoder(kind).decode

    def encoded(value: Any, shelves: Shelves) -> tuple[Cell, ...]:
        return (None if value is None else shelves.nested.text(value),)

    def decoded(cells: Cells, _seq: int, shelves: Shelves) -> object:
        return None if cells[0] is None else shelves.nested.value(decode, cells[0])

    def decoded_all(columns: Sequence[Cells], _seqs: Cells, shelves: Shelves) -> Iterable[object]:
        return _once_each(lambda text: shelves.nested.value(decode, text), columns[0])

    return Column(field, (name or field,), encoded, decoded, decoded_all)


def items(field: str) -> Column:
    """Return a column that points to a shared item set."""
    return Column(
        field,
        (field,),
        lambda value, shelves: (shelves.items.keep(value),),
        lambda cells, _seq, shelves: shelves.items[cells[0]],
        lambda columns, _seqs, shelves: map(shelves.items.__getitem__, columns[0]),
        lambda rows, shelves: shelves.items.fetch(cells[0] for _, cells in rows),
    )


def cohort(field: str) -> Column:
    """Return the two columns of a cohort: its size, and its shared bitmap if it is large."""
    return Column(
        field,
        ("n_pupils", "cohort"),
        lambda value, shelves: (len(value), shelves.cohorts.keep(value)),
        _cohort_of,
        _cohorts_of,
        _fetch_cohorts,
        lambda seq, value, shelves: shelves.cohorts.keep_small(seq, value),
    )


def _cohort_of(cells: Cells, seq: int, shelves: Shelves) -> object:
    _, shared = cells
    return shelves.cohorts.small(seq) if shared is None else shelves.cohorts.bulk(shared)


def _cohorts_of(columns: Sequence[Cells], seqs: Cells, shelves: Shelves) -> Iterable[object]:
    small, bulk = shelves.cohorts.small, shelves.cohorts.bulk
    return [
        small(seq) if shared is None else bulk(shared)
        for seq, shared in zip(seqs, columns[1], strict=True)
    ]


def _fetch_cohorts(rows: Iterable[tuple[int, Cells]], shelves: Shelves) -> None:
    bulk: list[int] = []
    small: list[int] = []
    for seq, (_, shared) in rows:
        if shared is None:
            small.append(seq)
        else:
            bulk.append(shared)
    shelves.cohorts.fetch(bulk, small)
