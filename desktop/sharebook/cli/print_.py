"""`print`: any document, as PDF, plain text or HTML."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sharebook.cli import files
from sharebook.cli.call import LARGEST, Call
from sharebook.domain.errors import Refused

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.services.publishing.desk import Document

DOCUMENTS = (
    "notice",
    "log",
    "report",
    "ropa",
    "agreement",
    "disposals",
    "disposal-list",
    "request-form",
)


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("print")(print_document)


def print_document(
    context: typer.Context,
    what: Annotated[str, typer.Argument(help=", ".join(DOCUMENTS))],
    out: Annotated[Path, typer.Option(help="Where to: .pdf, .txt or .html.")],
    pupil: Annotated[str, typer.Option(help="Whose log.")] = "",
    asked_by: Annotated[str, typer.Option(help="Who asked for the log.")] = "",
    since: Annotated[str, typer.Option("--from", help="First day of the log.")] = "",
    until: Annotated[str, typer.Option("--to", help="Last day of the log.")] = "",
    year: Annotated[
        int, typer.Option(min=0, max=9998, help="The year in which the report's school year began.")
    ] = 0,
    number: Annotated[int, typer.Option(min=0, max=LARGEST, help="Which agreement.")] = 0,
) -> None:
    """Make a document and write it to a file."""
    call: Call = context.obj
    if what not in DOCUMENTS:
        raise typer.BadParameter("choose one of: " + ", ".join(DOCUMENTS), param_hint="WHAT")
    wishes = _Wishes(pupil, asked_by, since, until, year or None, number or None)
    with call.desk() as desk:
        document = _document(desk, what, wishes)
        content = desk.publishing.render(document, out.suffix.lower().lstrip("."))
    files.write(out, content)
    call.show({"what": what, "file": str(out), "bytes": len(content)}, f"Written: {out}")


@dataclass(frozen=True, slots=True)
class _Wishes:
    """What was asked of a document."""

    pupil: str
    asked_by: str
    since: str
    until: str
    year: int | None
    number: int | None


def _document(desk: "Desk", what: str, wishes: _Wishes) -> "Document":
    publishing = desk.publishing
    if what == "log":
        return _log(desk, wishes)
    if what == "report":
        return publishing.report(wishes.year)
    if what == "agreement":
        return publishing.agreement(wishes.number)
    plain = {
        "ropa": publishing.ropa,
        "disposals": publishing.disposals,
        "disposal-list": publishing.disposal_list,
        "request-form": publishing.request_form,
    }
    return plain.get(what, publishing.notice)()


def _log(desk: "Desk", wishes: _Wishes) -> "Document":
    from sharebook.cli import finding

    if not wishes.pupil:
        raise Refused("answer_pupils", "pupil")
    child = finding.pupil(desk, wishes.pupil)
    period = finding.Period.typed(wishes.since, wishes.until, desk.clock.today())
    return desk.publishing.log(
        child.id,
        since=period.since,
        until=period.until,
        asked_by=wishes.asked_by,
    )
