"""`calendar`: terms and closures, and what falls due in the school year."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sharebook.cli.call import LARGEST, Call
from sharebook.domain.errors import Refused

if TYPE_CHECKING:
    from sharebook.domain.school_dates import SchoolDate
    from sharebook.services.calendar import Proposal, Return

calendar_app = typer.Typer(
    help="The school's terms and closures, and what falls due when.", no_args_is_help=True
)


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(calendar_app, name="calendar")


@calendar_app.command("show")
def show(context: typer.Context) -> None:
    """List the terms and closures that count."""
    call: Call = context.obj
    with call.desk() as desk:
        dates = [each.record for each in desk.calendar.dates()]
    nothing = "No terms are typed. Weekdays that are no bank holidays count as school days."
    call.show([_date(each) for each in dates], "\n".join(map(_line, dates)) or nothing)


@calendar_app.command("terms")
def terms(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A text file with the dates, as on your website.")],
    keep: Annotated[
        bool, typer.Option("--keep", help="Write them; without it they are only shown.")
    ] = False,
) -> None:
    """Read term dates from a file and show what they mean, or keep them."""
    from sharebook.cli import files

    call: Call = context.obj
    text = files.read(file).decode("utf-8-sig", errors="replace")
    with call.desk() as desk:
        proposal = desk.calendar.read(text)
        if keep:
            desk.calendar.keep(proposal.lines, desk.person)
    _show(call, proposal, kept=keep)


@calendar_app.command("add")
def add(
    context: typer.Context,
    dates: Annotated[str, typer.Argument(help="As said: “half term 26–30 October 2026”.")],
) -> None:
    """Add a term or closure."""
    call: Call = context.obj
    with call.desk() as desk:
        proposal = desk.calendar.read(dates)
        if proposal.unread:
            raise Refused("calendar_not_understood", "dates", typed=proposal.unread[0])
        desk.calendar.keep(proposal.lines, desk.person)
    _show(call, proposal, kept=True)


@calendar_app.command("remove")
def remove(
    context: typer.Context,
    number: Annotated[int, typer.Argument(min=1, max=LARGEST, help="The line's number.")],
    because: Annotated[str, typer.Option(help="Why it comes out.")],
) -> None:
    """Take a term or closure out; it stays on record."""
    call: Call = context.obj
    with call.desk() as desk:
        gone = desk.calendar.take_out(number, because, desk.person)
    call.show(_date(gone), f"{gone.name} counts no longer. It stays on record.")


@calendar_app.command("due")
def due(context: typer.Context) -> None:
    """List what falls due in this school year, and what of it is recorded."""
    from sharebook.domain.school_year import school_year

    call: Call = context.obj
    with call.desk() as desk:
        year = school_year(desk.clock.today())
        found = desk.calendar.returns(year.first, year.last)
    lines = "\n".join(_return_line(each) for each in found)
    call.show([_return(each) for each in found], lines or "Nothing falls due this school year.")


def _show(call: Call, proposal: "Proposal", *, kept: bool) -> None:
    from sharebook.words.days import short_day

    rows, lines = [], []
    for each in proposal.lines:
        state = "known" if each.known else "changes" if each.replaces else "new"
        read = each.read
        first, last = read.first_day, read.last_day
        rows.append(
            {
                "kind": read.kind.value,
                "name": read.name,
                "first_day": first.isoformat(),
                "last_day": last.isoformat(),
                "state": state,
            }
        )
        lines.append(f"{state:8}{short_day(first)} – {short_day(last)}  {read.name}")
    lines += [f"Not understood, and left out: {each}" for each in proposal.unread]
    lines.append("Kept." if kept else "Nothing is written yet: add --keep to keep them.")
    shown = {"kept": kept, "dates": rows, "not_understood": list(proposal.unread)}
    call.show(shown, "\n".join(lines))


def _date(date: "SchoolDate") -> dict[str, object]:
    return {
        "number": date.id,
        "kind": date.kind.value,
        "name": date.name,
        "first_day": date.first_day.isoformat(),
        "last_day": date.last_day.isoformat(),
    }


def _line(date: "SchoolDate") -> str:
    from sharebook.words.days import short_day

    return f"{date.id:>3}  {short_day(date.first_day)} – {short_day(date.last_day)}  {date.name}"


def _return(each: "Return") -> dict[str, object]:
    return {
        "day": each.day.isoformat(),
        "to": each.name,
        "purpose": each.purpose,
        "cycle": each.cycle,
        "flow": each.flow,
        "entry": each.done,
        "assumed": each.assumed,
    }


def _return_line(each: "Return") -> str:
    from sharebook.words.days import short_day

    done = f"recorded, entry {each.done}" if each.done else "to do"
    about = " (no terms typed: the day may shift)" if each.assumed else ""
    return f"{short_day(each.day):>11}  {each.name}: {each.purpose}; {done}{about}"
