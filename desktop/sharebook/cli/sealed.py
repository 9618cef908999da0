"""`sealed`: the sealed log, for whoever holds the key of the compartment."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sharebook.cli.call import LARGEST, Call
from sharebook.domain.sealed import said_number

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.services.browsing import LogRow

sealed_app = typer.Typer(
    help="The sealed log, for whoever may open it: list, move, bring-out, print.",
    no_args_is_help=True,
)
_NUMBER = typer.Argument(min=1, max=LARGEST, help="The entry's number.")


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(sealed_app, name="sealed")


@sealed_app.command("list")
def list_entries(
    context: typer.Context,
    pupil: Annotated[str, typer.Option(help="Only about this child: a name or UPN.")] = "",
) -> None:
    """List the sealed entries, newest first."""
    from sharebook.bootstrap.sealed_log import sealed_log
    from sharebook.cli import finding

    call: Call = context.obj
    with call.desk() as desk:
        browsing = sealed_log(desk).browsing
        if pupil:
            rows = browsing.timeline(finding.pupil(desk, pupil).id)
        else:
            rows = browsing.log(date.min, desk.clock.today())
        shown = [_row(desk, row) for row in rows]
    lines = [
        f"{said_number(int(str(each['number'])), sealed=True)}  {each['day']}  "
        f"{each['recipient']}  {each['what']}  {each['state']}".rstrip()
        for each in shown
    ]
    call.show(shown, "\n".join(lines) or "There is no sealed entry.")


@sealed_app.command("move")
def move(
    context: typer.Context,
    number: Annotated[int, _NUMBER],
    because: Annotated[str, typer.Option(help="Why; the office reads it.")],
) -> None:
    """Move an entry of the open log into the sealed one; there it is struck out."""
    from sharebook.bootstrap.sealed_log import sealed_log

    call: Call = context.obj
    with call.desk() as desk:
        moved = sealed_log(desk).sealing.move_in(number, because, desk.person)
    said = said_number(moved.sealed_number, sealed=True)
    answer = {"open_number": moved.open_number, "sealed_number": moved.sealed_number}
    call.show(answer, f"Entry {number} is struck out in the open log; it is entry {said} now.")


@sealed_app.command("bring-out")
def bring_out(
    context: typer.Context,
    number: Annotated[int, _NUMBER],
    because: Annotated[str, typer.Option(help="Why; it stays sealed.")],
) -> None:
    """Write a sealed entry into the open log as a new one; in the sealed log it is struck out."""
    from sharebook.bootstrap.sealed_log import sealed_log

    call: Call = context.obj
    with call.desk() as desk:
        moved = sealed_log(desk).sealing.bring_out(number, because, desk.person)
    said = said_number(number, sealed=True)
    answer = {"open_number": moved.open_number, "sealed_number": moved.sealed_number}
    call.show(answer, f"Entry {said} is entry {moved.open_number} of the open log now.")


@sealed_app.command("print")
def print_log(
    context: typer.Context,
    pupil: Annotated[str, typer.Option(help="Whose entries: a name or UPN.")],
    out: Annotated[Path, typer.Option(help="Where to: .pdf, .txt or .html.")],
) -> None:
    """Make a paper of one child's sealed entries, for the safeguarding file."""
    from sharebook.bootstrap.sealed_log import sealed_log
    from sharebook.cli import files, finding

    call: Call = context.obj
    with call.desk() as desk:
        document = sealed_log(desk).log(finding.pupil(desk, pupil).id)
        content = desk.publishing.render(document, out.suffix.lower().lstrip("."))
    files.write(out, content)
    call.show({"file": str(out), "bytes": len(content)}, f"Written: {out}")


def _row(desk: "Desk", row: "LogRow") -> dict[str, object]:
    from sharebook.services.wording import Wording

    record = row.entry.record
    words = Wording(desk.catalogues, desk.book.headings())
    heir = said_number(row.put_right_by, sealed=True)
    return {
        "number": record.number,
        "day": record.day.isoformat(),
        "recipient": row.recipient,
        "pupils": desk.choosing.names(tuple(record.cohort)),
        "what": words.items(record.items, record.description),
        "why": record.purpose,
        "state": f"put right by {heir}" if row.put_right_by else record.decision.value,
    }
