"""A pupil file into rows: accepted, held with their reasons, or the whole file refused."""

from collections.abc import Iterable
from datetime import date

from sharebook.domain.preview import Held, Outcome, PupilFile, PupilRow, Warned
from sharebook.intake.columns import Columns, Field, columns_of, known_headings
from sharebook.intake.dates import DateOrder, Proof, prove_order
from sharebook.intake.pupil_pairs import pair_up
from sharebook.intake.pupil_rows import Checked, Reader
from sharebook.intake.tables import MOST_BYTES, Cells, Table, read_table
from sharebook.intake.text import decode

_DATES = (Field.BORN, Field.ENTRY, Field.LEAVING)


def read_pupils(name: str, data: bytes, today: date, order: DateOrder | None = None) -> PupilFile:
    """Read a list of pupils as a management information system exports it (CSV, TSV).

    Args:
        name: the file's own name, for sentences.
        data: everything in it.
        today: today's date at the school, to judge dates of birth.
        order: what a person answered when the file could not prove which number is the day.

    Returns:
        The rows, or no rows and an outcome that asks for `order`.

    Raises:
        Refused: the file as a whole cannot be read as a list of pupils.
    """
    decoded = decode(name, data, MOST_BYTES)
    table = read_table(name, decoded.text, known_headings)
    columns = columns_of(name, table.headings)
    orders, doubt = _orders(table, columns, order)
    if doubt:
        return _asking(name, columns, decoded.encoding, doubt)
    reader = Reader(columns, len(table.headings), orders, today, _widest_number(table, columns))
    checked = pair_up([reader.check(row) for row in table.rows])
    return PupilFile(
        name=name,
        rows=tuple(_accepted(checked)),
        held=tuple(_held(checked)),
        warnings=(*_column_warnings(table, columns), *_row_warnings(checked)),
        skipped_columns=columns.skipped,
        encoding=decoded.encoding,
        columns=tuple(field.value for field in columns.places),
    )


def _orders(
    table: Table, columns: Columns, answered: DateOrder | None
) -> tuple[dict[Field, DateOrder], Proof | None]:
    """Return each date column's order, and the proof that fails if a person must be asked."""
    proofs = {
        field: prove_order(_column(table, columns.places[field]))
        for field in _DATES
        if field in columns.places
    }
    proved = {proof.order for proof in proofs.values() if proof.order}
    shared = proved.pop() if len(proved) == 1 else None
    orders: dict[Field, DateOrder] = {}
    for field, proof in proofs.items():
        order = answered or proof.order or (None if proof.mixed else shared)
        if order is None and proof.doubtful:
            return {}, proof
        orders[field] = order or DateOrder.DAY_FIRST
    return orders, None


def _asking(name: str, columns: Columns, encoding: str, doubt: Proof) -> PupilFile:
    return PupilFile(
        name=name,
        rows=(),
        held=(),
        warnings=(),
        skipped_columns=columns.skipped,
        encoding=encoding,
        columns=tuple(field.value for field in columns.places),
        outcome=Outcome.NEEDS_CONFIRMATION,
        reason="pupils_dates_mixed" if doubt.mixed else "pupils_dates_unproved",
        facts={"file": name, "examples": ", ".join(doubt.doubtful)},
    )


def _column(table: Table, place: int) -> Iterable[str]:
    return (row.cells[place] for row in table.rows if len(row.cells) > place)


def _widest_number(table: Table, columns: Columns) -> int:
    """Return the length of the admission numbers that kept their leading zeros, or 0."""
    place = columns.places.get(Field.ADMISSION_NUMBER)
    if place is None:
        return 0
    cells = (cell.strip() for cell in _column(table, place))
    return max((len(cell) for cell in cells if cell.startswith("0")), default=0)


def _accepted(checked: list[Checked]) -> Iterable[PupilRow]:
    for row in checked:
        if row.taken and not row.reasons:
            yield row.taken


def _held(checked: list[Checked]) -> Iterable[Held]:
    for row in checked:
        if row.reasons:
            codes = tuple(code for code, _ in row.reasons)
            yield Held(row.row, row.who, codes, tuple(facts for _, facts in row.reasons))


def _row_warnings(checked: list[Checked]) -> Iterable[Warned]:
    for row in checked:
        if not row.reasons:
            yield from (Warned(row.row, code, facts) for code, facts in row.warnings)


def _column_warnings(table: Table, columns: Columns) -> Iterable[Warned]:
    for heading in columns.sensitive:
        if _filled(table.rows, table.headings.index(heading)):
            yield Warned(table.heading_row, "pupils_column_sensitive", {"heading": heading})


def _filled(rows: Iterable[Cells], place: int) -> bool:
    return any(len(row.cells) > place and row.cells[place].strip() for row in rows)
