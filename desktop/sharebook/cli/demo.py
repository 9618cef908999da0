"""`demo`: a practice school with its documents, to try everything without harm."""

from pathlib import Path
from typing import Annotated

import typer

from sharebook.cli.call import Call
from sharebook.cli.progress import Bar

_DEFAULT = Path("Sharebook practice")


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo")(demo)


def demo(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="Where to make it.")] = _DEFAULT,
    no_window: Annotated[
        bool, typer.Option("--no-window", help="Do not open the window afterwards.")
    ] = False,
) -> None:
    """Make an invented school with three years of sharing, and print its documents."""
    from sharebook.bootstrap.practice import make_practice
    from sharebook.bootstrap.screen import has_screen

    call: Call = context.obj
    made = make_practice(folder, Bar(), call.today)
    told = {
        "register": str(made.register),
        "user": made.user,
        "passphrase": made.passphrase,
        "documents": [str(path) for path in made.documents],
    }
    lines = [
        f"The practice school {made.school} is in {made.register}",
        f"Unlock it as {made.user} with the passphrase: {made.passphrase}",
        "Its documents:",
        *(f"  {path}" for path in made.documents),
    ]
    window = call.window if has_screen() and not no_window and not call.as_json else None
    if window is None and not no_window:
        lines.append("There is no screen here, so the window was not opened.")
    call.show(told, "\n".join(lines))
    if window is not None:
        raise typer.Exit(window([str(made.register)]))
