"""`mistake`: an entry that was recorded by mistake is struck out, or put back."""

from typing import Annotated

import typer

from sharebook.cli.call import LARGEST, Call


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("mistake")(mistake)


def mistake(
    context: typer.Context,
    number: Annotated[int, typer.Argument(min=1, max=LARGEST, help="The entry's number.")],
    because: Annotated[str, typer.Option(help="Why: nothing was sent, or entered twice.")],
    take_back: Annotated[
        bool, typer.Option("--take-back", help="It was right after all; let it count again.")
    ] = False,
) -> None:
    """Strike out an entry that was recorded by mistake; it stays in the office's log."""
    call: Call = context.obj
    with call.desk() as desk:
        do = desk.striking.put_back if take_back else desk.striking.strike_out
        written = do(number, because, desk.person)
    answer = {
        "number": number,
        "mistake": written.record.is_mistake,
        "because": written.reason,
        "by": written.by,
        "at": written.at.isoformat(),
    }
    said = (
        f"Entry {number} counts again."
        if take_back
        else f"Entry {number} is struck out. No answer, figure or print for a family has it."
    )
    call.show(answer, said)
