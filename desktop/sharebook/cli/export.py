"""`export book FILE.json` and `export pupils|log|recipients|flows FILE.xlsx|.csv`."""

from pathlib import Path
from typing import Annotated

import typer

from sharebook.cli import files
from sharebook.cli.call import Call


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("export")(export)


def export(
    context: typer.Context,
    what: Annotated[str, typer.Argument(help="book, pupils, log, recipients or flows.")],
    file: Annotated[Path, typer.Argument(help="Where to: .json for the book, .xlsx or .csv.")],
) -> None:
    """Hand out the whole register as JSON, or one table for a spreadsheet."""
    call: Call = context.obj
    with call.desk() as desk:
        if what == "book":
            content = desk.exporting.book()
        else:
            form = file.suffix.lower().lstrip(".")
            content = desk.exporting.table(what, form, desk.clock.today())
    files.write(file, content)
    call.show({"what": what, "file": str(file), "bytes": len(content)}, f"Written: {file}")
