"""`bench`: how quick the program is here, as ratios to named peers in one run."""

import tempfile
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sharebook.cli.call import Call
from sharebook.cli.progress import Bar

if TYPE_CHECKING:
    from sharebook.bootstrap.benching.bench import Bench
    from sharebook.bootstrap.benching.row import Row

_MISSED = 1
_SAID = {True: "met", False: "MISSED", None: ""}


class BenchSize(StrEnum):
    """How large an invented school."""

    SMALL = "small"
    FULL = "full"


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("bench")(bench)


def bench(
    context: typer.Context,
    size: Annotated[
        BenchSize, typer.Option(help="A school of two years, or of twenty-five.")
    ] = BenchSize.SMALL,
    folder: Annotated[
        Path | None, typer.Option(help="Where the invented register is kept for the next run.")
    ] = None,
) -> None:
    """Measure the program on an invented register, against named peers in the same run."""
    from sharebook.bootstrap.benching.bench import bench as measure

    call: Call = context.obj
    with tempfile.TemporaryDirectory() as passing:
        found = measure(size.value, folder or Path(passing), Bar())
    call.show(_told(found), "\n".join(_lines(found)))
    if size is BenchSize.FULL and found.missed:
        raise typer.Exit(_MISSED)


def _told(found: "Bench") -> dict[str, object]:
    rows = [
        {
            "name": row.name,
            "measured": round(row.measured, 3),
            "cpu": None if row.cpu is None else round(row.cpu, 3),
            "unit": row.unit,
            "target": row.target,
            "met": row.met,
            "peer": row.peer,
        }
        for row in found.rows
    ]
    return {"size": found.size, "facts": found.facts, "entries": found.entries, "rows": rows}


def _lines(found: "Bench") -> list[str]:
    first = (
        f"Size {found.size}: {found.entries:,} entries, "
        f"{found.facts:,} times a pupil stands in one."
    )
    head = f"{'What':66} {'Clock':>9} {'CPU':>7} {'Most':>7}         Against"
    return [first, "", head, *map(_line, found.rows)]


def _line(row: "Row") -> str:
    cpu = "" if row.cpu is None else f"{row.cpu:.2f}"
    most = "" if row.target is None else f"{row.target:g}"
    measured = f"{row.measured:,.2f}"
    return (
        f"{row.name:66} {measured:>9} {cpu:>7} {most:>7} {_SAID[row.met]:7} {row.unit}, {row.peer}"
    )
