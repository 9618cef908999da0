"""`receipts`: receipts that have not come: list them, note them, ask for them."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sharebook.cli.call import LARGEST, Call
from sharebook.domain.sealed import said_number

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.services.chasing import Awaited
    from sharebook.services.publishing.desk import Document

receipts_app = typer.Typer(
    help="Receipts that have not come: list, received, chase.", no_args_is_help=True
)
_NUMBER = typer.Argument(min=1, max=LARGEST, help="The entry's number.")
_SEALED = Annotated[
    bool, typer.Option("--sealed", help="In the sealed log, for whoever may open it.")
]


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(receipts_app, name="receipts")


@receipts_app.command("list")
def list_receipts(context: typer.Context, sealed: _SEALED = False) -> None:
    """List the entries whose receipt is awaited, the one to ask for first on top."""
    from sharebook.bootstrap.sealed_log import log_of
    from sharebook.words.days import short_day

    call: Call = context.obj
    with call.desk() as desk:
        found = log_of(desk, sealed=sealed).chasing.every(desk.calendar.days())
        rows = [_row(desk, each) for each in found]
    lines = [
        f"{said_number(each.entry.number, sealed=sealed):>5}  {row['recipient']}, sent "
        f"{short_day(each.entry.day)}, ask on {short_day(each.ask_on)}"
        for each, row in zip(found, rows, strict=True)
    ]
    call.show(rows, "\n".join(lines) or "No receipt is awaited.")


@receipts_app.command("received")
def received(
    context: typer.Context,
    number: Annotated[int, _NUMBER],
    tracking: Annotated[str, typer.Option(help="The reference on the receipt.")] = "",
    take_back: Annotated[
        bool, typer.Option("--take-back", help="It did not come after all.")
    ] = False,
    sealed: _SEALED = False,
) -> None:
    """Note that the receipt of an entry came today."""
    from sharebook.bootstrap.sealed_log import log_of, speaking_of

    call: Call = context.obj
    with call.desk() as desk, speaking_of(sealed=sealed):
        chasing = log_of(desk, sealed=sealed).chasing
        if take_back:
            entry = chasing.undo_received(number, desk.person).record
        else:
            entry = chasing.received(number, desk.person, tracking).record
    said = said_number(number, sealed=sealed)
    words = "is awaited again" if take_back else "is noted"
    answer = {"number": number, "receipt": entry.receipt.value, "tracking": entry.tracking}
    call.show(answer, f"The receipt of entry {said} {words}.")


@receipts_app.command("chase")
def chase(
    context: typer.Context,
    number: Annotated[int, _NUMBER],
    out: Annotated[Path | None, typer.Option(help="A letter to: .pdf, .txt or .html.")] = None,
    sealed: _SEALED = False,
) -> None:
    """Note that a receipt was asked for today; with --out, write the letter that asks."""
    from sharebook.bootstrap.sealed_log import log_of, speaking_of
    from sharebook.cli import files

    call: Call = context.obj
    with call.desk() as desk, speaking_of(sealed=sealed):
        if out is not None:
            document = _letter(desk, number, sealed=sealed)
            form = out.suffix.lower().lstrip(".")
            files.write(out, desk.publishing.render(document, form))
        asked = log_of(desk, sealed=sealed).chasing.ask_again(number, desk.person)
    said = said_number(number, sealed=sealed)
    written = f" Written: {out}" if out else ""
    answer = {"number": number, "day": asked.day.isoformat(), "file": str(out) if out else ""}
    call.show(answer, f"Noted: the receipt of entry {said} was asked for today.{written}")


def _letter(desk: "Desk", number: int, *, sealed: bool) -> "Document":
    from sharebook.bootstrap.sealed_log import sealed_log

    if sealed:
        return sealed_log(desk).chase_letter(number, desk.person)
    return desk.publishing.chase_letter(number, desk.person)


def _row(desk: "Desk", awaited: "Awaited") -> dict[str, object]:
    entry = awaited.entry
    return {
        "number": entry.number,
        "recipient": desk.book.recipients()[entry.recipient].labelled(entry.unit, entry.day),
        "sent": entry.day.isoformat(),
        "ask_on": awaited.ask_on.isoformat(),
        "late": awaited.ask_on < desk.clock.today(),
        "asked": [day.isoformat() for day in awaited.asked],
    }
