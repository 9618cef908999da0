"""`check`: files, structure, records, chain and seal."""

from typing import Annotated

import typer

from sharebook.cli.call import Call
from sharebook.cli.progress import Bar

_FINDINGS = 1


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check")(check)


def check(
    context: typer.Context,
    seal: Annotated[str, typer.Option(help="A seal typed from a printed document.")] = "",
) -> None:
    """Go through the whole register and say whether anything was changed or damaged."""
    from sharebook.words.sentences import told

    call: Call = context.obj
    with call.desk() as desk:
        health = desk.checking.check(Bar(), seal)
    answer = {
        "ok": health.ok,
        "findings": [
            {"code": each.code, "severity": each.severity.value, "sentence": told(each)}
            for each in health.findings
        ],
    }
    lines = [told(each) for each in health.findings]
    good = f"All {health.entries:,} entries are as they were written. Seal {health.seal}."
    call.show(answer, "\n".join([*lines, *([good] if health.ok else [])]))
    if not health.ok:
        raise typer.Exit(_FINDINGS)
