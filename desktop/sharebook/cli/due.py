"""`due`: what must be done, overdue first."""

import typer

from sharebook.cli.call import Call


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("due")(due)


def due(context: typer.Context) -> None:
    """List what is due or overdue."""
    from sharebook.words.days import short_day
    from sharebook.words.sentences import sentence

    call: Call = context.obj
    with call.desk() as desk:
        found = desk.reviewing.due()
    rows = [
        {
            "code": each.code,
            "day": each.day.isoformat(),
            "overdue": each.overdue,
            "sentence": sentence(each.code, each.facts),
            "more": sentence(f"{each.code}_more", each.facts),
            "do": sentence(f"{each.code}_do", each.facts),
        }
        for each in found
    ]
    lines = [
        f"{short_day(each.day):>11}  {'OVERDUE  ' if each.overdue else ''}{row['sentence']}\n"
        f"{'':13}{row['more']} {row['do']}"
        for each, row in zip(found, rows, strict=True)
    ]
    call.show(rows, "\n".join(lines) or "Nothing is due.")
