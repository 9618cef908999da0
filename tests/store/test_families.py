# mypy: disable-error-code="misc"
# Because every kind of record passes through one function.

from dataclasses import fields, is_dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sharebook.store.families.every import EVERY
from sharebook.store.family import FRONT
from sharebook.store.folding import folded
from sharebook.store.plain import tidy
from sharebook.store.shelves import Shelves
from tests.store.samples import any_record, one_of_each, write

NAMED = pytest.mark.parametrize("family", EVERY, ids=lambda family: family.entity)


def normal(value):
    """Return `value` as the register keeps it: all text in one Unicode form."""
    if isinstance(value, str) and type(value) is str:
        return tidy(value)
    if isinstance(value, tuple):
        return tuple(normal(part) for part in value)
    if is_dataclass(value):
        return type(value)(
            **{part.name: normal(getattr(value, part.name)) for part in fields(value)}
        )
    return value


@NAMED
def test_no_field_of_a_record_is_left_out(family):
    stored = {column.field for column in family.columns} | ({"id"} if family.has_id else set())

    assert stored == {part.name for part in fields(family.kind)}


@NAMED
def test_the_table_has_exactly_the_columns_of_its_family(family, connection):
    rows = connection.execute(f'PRAGMA table_info("{family.entity}")').fetchall()

    assert [row[1] for row in rows] == [*FRONT, *family.names]


@NAMED
@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(data=st.data())
def test_any_record_comes_back_as_it_was_written(family, connection, data):
    record = data.draw(any_record(family.kind))
    shelves = Shelves.of(connection)
    connection.execute("BEGIN")
    connection.execute("PRAGMA defer_foreign_keys = ON")

    cells = family.to_row(record, shelves)
    family.add_beside(1, record, shelves)
    shelves.forget()
    family.fetch([(1, cells)], shelves)
    back = family.from_row(1, family.id_of(record), cells, shelves)
    again = family.to_row(back, shelves)
    columns = [(cell, cell) for cell in cells]
    many = family.from_rows([1, 1], [family.id_of(record)] * 2, columns, shelves)

    connection.execute("ROLLBACK")
    assert back == normal(record)
    assert again == cells
    assert many == [back, back]


def test_one_of_each_comes_back_through_the_register(register):
    records = one_of_each()
    write(register, *records)

    for family in EVERY:
        found = [recorded.record for recorded in register.current(family.kind)]
        assert found == [record for record in records if type(record) is family.kind]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("O'Brien", "obrien"),
        ("O’Brien", "obrien"),
        ("St John", "stjohn"),
        ("Łukasz", "lukasz"),
        ("Søren", "soren"),
        ("Groß", "gross"),
        ("Đorđe", "dorde"),
        ("Zoë-Mæ", "zoemae"),
        ("İpek", "ipek"),
        ("田中", "tianzhong"),
        ("  ", ""),
    ],
)
def test_names_fold_to_plain_letters(name, key):
    assert folded(name) == key
