"""`incidents`: what was sent by mistake, how long is left, and what was done about it."""

from dataclasses import replace
from datetime import date
from typing import Annotated, Any

import typer

from sharebook.cli.call import LARGEST, Call
from sharebook.domain.sealed import said_number
from sharebook.services.incidents import Running

_SEALED = Annotated[
    bool, typer.Option("--sealed", help="Of the sealed log, for whoever may open it.")
]


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("incidents")(incidents)


def incidents(
    context: typer.Context,
    number: Annotated[
        int, typer.Argument(max=LARGEST, help="The incident to follow up; all if left out.")
    ] = 0,
    recalled_on: Annotated[str, typer.Option(help="When it was asked for back.")] = "",
    confirmed_on: Annotated[str, typer.Option(help="When that was confirmed.")] = "",
    partner_told_on: Annotated[str, typer.Option(help="When others who hold it were told.")] = "",
    closed_on: Annotated[str, typer.Option(help="When nothing was left to do.")] = "",
    outcome: Annotated[str, typer.Option(help="How it ended.")] = "",
    what: Annotated[str, typer.Option(help="What happened.")] = "",
    owner: Annotated[str, typer.Option(help="Who looks after it.")] = "",
    sealed: _SEALED = False,
) -> None:
    """List what was sent by mistake, or write down what was done about one."""
    from sharebook.bootstrap.sealed_log import log_of
    from sharebook.cli import finding

    days = {
        "recalled_on": recalled_on,
        "confirmed_on": confirmed_on,
        "partner_told_on": partner_told_on,
        "closed_on": closed_on,
    }
    told: dict[str, Any] = {name: finding.day(it) for name, it in days.items() if it}
    words = {"outcome": outcome, "what": what, "owner": owner}
    told |= {name: it for name, it in words.items() if it}
    call: Call = context.obj
    with call.desk() as desk:
        service = log_of(desk, sealed=sealed).incidents
        if number and told:
            service.update(replace(service.one(number).record, **told), desk.person)
        found = [service.running(service.one(number).record)] if number else service.every()
        rows = [_row(each, sealed=sealed) for each in found]
        lines = "\n".join(_line(each, sealed=sealed) for each in found)
        call.show(rows, lines or "Nothing was sent by mistake.")


def _row(running: Running, *, sealed: bool) -> dict[str, object]:
    each = running.incident
    return {
        "number": int(each.id),
        "entry": said_number(each.entry, sealed=sealed),
        "aware_on": _said(each.aware_on),
        "aware_at": each.aware_at,
        "due": running.due.isoformat(timespec="minutes"),
        "hours_left": running.hours_left,
        "what": each.what,
        "owner": each.owner,
        "recalled_on": _said(each.recalled_on),
        "confirmed_on": _said(each.confirmed_on),
        "partner_told_on": _said(each.partner_told_on),
        "closed_on": _said(each.closed_on),
        "outcome": each.outcome,
    }


def _line(running: Running, *, sealed: bool) -> str:
    from sharebook.words.incidents import time_left, where_it_stands

    each = running.incident
    said = said_number(each.entry, sealed=sealed)
    first = f"{int(each.id):>4}  Entry {said}, {where_it_stands(each)}"
    left = each.outcome if each.closed_on else time_left(running.hours_left, running.due)
    return f"{first}\n      {each.what}\n      {left}".replace("\n      \n", "\n")


def _said(day: date | None) -> str:
    return day.isoformat() if day else ""
