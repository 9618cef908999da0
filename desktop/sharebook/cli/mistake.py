"""`mistake`: an entry that was recorded by mistake is struck out, or put back."""

from typing import Annotated

import typer

from sharebook.cli.call import LARGEST, Call
from sharebook.domain.sealed import said_number


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
    sealed: Annotated[
        bool, typer.Option("--sealed", help="Of the sealed log, for whoever may open it.")
    ] = False,
) -> None:
    """Strike out an entry that was recorded by mistake; it stays in the office's log."""
    from sharebook.bootstrap.sealed_log import log_of, speaking_of

    call: Call = context.obj
    with call.desk() as desk, speaking_of(sealed=sealed):
        striking = log_of(desk, sealed=sealed).striking
        do = striking.put_back if take_back else striking.strike_out
        written = do(number, because, desk.person)
    answer = {
        "number": number,
        "mistake": written.record.is_mistake,
        "because": written.reason,
        "by": written.by,
        "at": written.at.isoformat(),
    }
    entry = said_number(number, sealed=sealed)
    said = (
        f"Entry {entry} counts again."
        if take_back
        else f"Entry {entry} is struck out. No answer, figure or print for a family has it."
    )
    call.show(answer, said)
