"""Rows of one pupil file against each other: repeats, shared numbers, namesakes."""

from collections import defaultdict

from sharebook.intake.folding import fold
from sharebook.intake.pupil_rows import Checked

Identity = tuple[str, str, str]


def pair_up(checked: list[Checked]) -> list[Checked]:
    """Note on each row what only its neighbours show; return the same rows."""
    _note_shared_numbers(checked)
    _note_repeats(checked)
    _note_namesakes(checked)
    return checked


def _identity(row: Checked) -> Identity:
    if row.taken is None:
        return ("", "", str(row.row))
    pupil = row.taken.pupil
    return (fold(pupil.surname), fold(pupil.forename), pupil.born.isoformat())


def _note_repeats(checked: list[Checked]) -> None:
    first: dict[tuple[str, ...], Checked] = {}
    for row in checked:
        cells = tuple(cell.strip() for cell in row.cells)
        if cells and cells in first:
            row.hold("pupil_repeat", other=first[cells].row)
        first.setdefault(cells, row)


def _note_shared_numbers(checked: list[Checked]) -> None:
    by_number: dict[str, list[Checked]] = defaultdict(list)
    for row in checked:
        if row.upn:
            by_number[row.upn].append(row)
    for number, rows in by_number.items():
        if len({_identity(row) for row in rows}) > 1:
            _hold_all(number, rows)
        else:
            _hold_later(rows)


def _hold_all(number: str, rows: list[Checked]) -> None:
    for row in rows:
        other = rows[0] if row is not rows[0] else rows[1]
        row.hold("pupil_upn_shared", upn=number, other=other.row, who=other.who)


def _hold_later(rows: list[Checked]) -> None:
    """One child on several rows that differ elsewhere: the first is taken."""
    for row in rows[1:]:
        if row.cells != rows[0].cells:
            row.hold("pupil_twice", other=rows[0].row)


def _note_namesakes(checked: list[Checked]) -> None:
    by_identity: dict[Identity, list[Checked]] = defaultdict(list)
    for row in checked:
        if row.taken and not row.reasons:
            by_identity[_identity(row)].append(row)
    for rows in by_identity.values():
        for row, other in zip(rows, [*rows[1:], rows[0]], strict=True):
            if row is not other:
                row.warn("pupil_namesake", other=other.row)
