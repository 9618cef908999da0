"""`import pupils FILE` and `import page FILE`: preview, then all or nothing."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sharebook.cli import files
from sharebook.cli.call import Call
from sharebook.cli.import_words import (
    page_json,
    page_text,
    pupils_json,
    pupils_text,
    refused_json,
)
from sharebook.cli.progress import Bar
from sharebook.domain.errors import Refused
from sharebook.words.sentences import told

if TYPE_CHECKING:
    from sharebook.services.importing import DateOrder

_REFUSED = 1
_PREVIEW = Annotated[bool, typer.Option("--preview", help="Only say what would happen.")]
_FILE = Annotated[Path, typer.Argument(help="The file to read.")]
_DATES = Annotated[
    str, typer.Option(help="Where days and months cannot be told apart: dmy or mdy.")
]


def add_to(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(help="Bring in pupils or a sharing page.", no_args_is_help=True)
    group.command("pupils")(pupils)
    group.command("page")(page)
    app.add_typer(group, name="import")


def pupils(
    context: typer.Context, file: _FILE, preview: _PREVIEW = False, dates: _DATES = ""
) -> None:
    """Bring in a list of pupils from a CSV file."""
    call: Call = context.obj
    with _refusals_told(call, file), call.desk() as desk:
        data = files.read(file)
        seen = desk.importing_pupils.preview(file.name, data, _order(dates))
        applied = not preview and seen.can_apply
        if applied:
            desk.importing_pupils.apply(seen, desk.person, Bar())
    call.show(pupils_json(seen, applied=applied), pupils_text(seen, applied=applied))
    if not (seen.can_apply or preview):
        raise typer.Exit(_REFUSED)


def page(context: typer.Context, file: _FILE, preview: _PREVIEW = False) -> None:
    """Read the school's own sharing page into recipients and flows."""
    call: Call = context.obj
    with _refusals_told(call, file), call.desk() as desk:
        data = files.read(file)
        seen = desk.importing_page.preview(file.name, data)
        if not preview:
            desk.importing_page.apply(seen, desk.person, Bar())
    call.show(page_json(seen, applied=not preview), page_text(seen, applied=not preview))


@contextmanager
def _refusals_told(call: Call, file: Path) -> Iterator[None]:
    """With --json, give a refused file in the same shape as one that was read."""
    try:
        yield
    except Refused as refused:
        if not call.as_json:
            raise
        call.show(refused_json(file.name, refused), "")
        print(told(refused), file=sys.stderr)
        raise typer.Exit(_REFUSED) from refused


def _order(dates: str) -> "DateOrder | None":
    from sharebook.services.importing import DateOrder

    orders = {"": None, "dmy": DateOrder.DAY_FIRST, "mdy": DateOrder.MONTH_FIRST}
    if dates not in orders:
        message = "write dmy or mdy"
        raise typer.BadParameter(message, param_hint="--dates")
    return orders[dates]
