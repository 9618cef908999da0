from dataclasses import dataclass

from PySide6.QtCore import Qt

from sharebook.ui.chips import Chip
from sharebook.ui.models.rows import RECORD, SORT, Column, RowsModel
from sharebook.ui.models.sorting import Sorting


@dataclass(frozen=True)
class Entry:
    number: int
    whom: str


COLUMNS: list[Column[Entry]] = [
    Column("No.", lambda it: str(it.number), sort=lambda it: it.number, right=True),
    Column(
        "Whom",
        lambda it: it.whom,
        second=lambda _it: "Secure e-mail",
        chip=lambda it: Chip("Refused", "bad") if it.number == 9 else None,
    ),
]
ENTRIES = [
    Entry(10, "Sample Nurse"),
    Entry(9, "Fictional Tutors Ltd"),
    Entry(101, "Example Gazette"),
]


def test_the_model_keeps_every_rule_qt_has_for_models(qtmodeltester, qapp):
    model = RowsModel(COLUMNS, ENTRIES)
    qtmodeltester.check(model)
    model.show(ENTRIES[:1])
    model.show([])


def test_the_sorted_model_keeps_them_too(qtmodeltester, qapp):
    proxy = Sorting()
    proxy.setSourceModel(RowsModel(COLUMNS, ENTRIES, parent=proxy))

    qtmodeltester.check(proxy)


def test_numbers_sort_as_numbers(qapp):
    proxy = Sorting()
    proxy.setSourceModel(RowsModel(COLUMNS, ENTRIES, parent=proxy))

    proxy.sort(0)

    assert [proxy.index(row, 0).data(SORT) for row in range(3)] == [9, 10, 101]


def test_a_filter_hides_records_it_does_not_want(qapp):
    proxy = Sorting()
    proxy.setSourceModel(RowsModel(COLUMNS, ENTRIES, parent=proxy))

    proxy.keep(lambda entry: entry.number > 9)

    assert {proxy.index(row, 0).data(RECORD).number for row in range(proxy.rowCount())} == {10, 101}


def test_a_row_is_heard_whole_with_its_chip(qapp):
    model = RowsModel(COLUMNS, ENTRIES, struck=lambda entry: entry.number == 9)

    heard = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert heard == "9, Fictional Tutors Ltd, Secure e-mail, Refused, put right by a later entry"
