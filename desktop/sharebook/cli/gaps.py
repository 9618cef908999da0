"""`gaps`: what the law or good practice wants and the book lacks."""

import typer

from sharebook.cli.call import Call

_FINDINGS = 1


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("gaps")(gaps)


def gaps(context: typer.Context) -> None:
    """List what is missing in this year's entries, in the flows and in the recipients."""
    from sharebook.words.sentences import sentence, told

    call: Call = context.obj
    with call.desk() as desk:
        found = desk.reviewing.gaps()
    rows = [
        {
            "code": each.finding.code,
            "rule": each.finding.rule,
            "severity": each.finding.severity.value,
            "about": each.about,
            "number": each.number,
            "what": each.what,
            "sentence": told(each.finding),
            "do": sentence(f"{each.finding.code}_do", each.finding.facts),
        }
        for each in found
    ]
    lines = [f"{row['about']} {row['number']}, {row['what']}: {row['sentence']}" for row in rows]
    call.show(rows, "\n".join(lines) or "Nothing is missing.")
    if rows:
        raise typer.Exit(_FINDINGS)
