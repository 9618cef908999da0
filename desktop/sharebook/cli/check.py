"""`check`: files, structure, records, chain and seal, and what stands around the register."""

from typing import TYPE_CHECKING, Annotated

import typer

from sharebook.cli.call import Call
from sharebook.cli.progress import Bar
from sharebook.domain.findings import Finding, Severity

if TYPE_CHECKING:
    from sharebook.services.checking import Health

_FINDINGS = 1
_WRONG = (Severity.STOP, Severity.WARNING)


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("check")(check)


def check(
    context: typer.Context,
    seal: Annotated[str, typer.Option(help="A seal typed from a printed document.")] = "",
    advice: Annotated[
        bool, typer.Option("--advice", help="Say also what could be better, and what to do.")
    ] = False,
    accept: Annotated[
        bool,
        typer.Option(
            "--accept", help="This computer takes the register, as it is, for the right one."
        ),
    ] = False,
) -> None:
    """Go through the whole register and say whether anything was changed or damaged."""
    call: Call = context.obj
    with call.desk() as desk:
        if accept:
            desk.minding.accept()
        health = desk.minding.check(Bar(), seal)
    shown = [each for each in health.findings if advice or _counts(each)]
    rows = [_row(each, advice=advice) for each in shown]
    call.show({"ok": health.ok, "findings": rows}, "\n".join(_lines(shown, health)))
    if not health.ok:
        raise typer.Exit(_FINDINGS)


def _counts(finding: Finding) -> bool:
    """Tell what is proved about the register itself from what could be better around it."""
    return finding.severity in _WRONG or finding.code == "seal_holds"


def _row(finding: Finding, *, advice: bool) -> dict[str, str]:
    from sharebook.services.health.advice import advice as advice_on
    from sharebook.words.sentences import told

    row = {"code": finding.code, "severity": finding.severity.value, "sentence": told(finding)}
    if advice:
        more = advice_on(finding)
        row |= {"safe": more.safe, "do": more.do}
    return row


def _lines(shown: list[Finding], health: "Health") -> list[str]:
    from sharebook.services.health.advice import advice as advice_on
    from sharebook.words.sentences import told

    lines = []
    for each in shown:
        more = advice_on(each)
        lines.append(told(each))
        if each.severity is not Severity.FINE:
            lines += [f"  Safe: {more.safe}"] if more.safe else []
            lines += [f"  To do: {more.do}"] if more.do else []
    good = f"All {health.entries:,} entries are as they were written. Seal {health.seal}."
    return [*lines, *([good] if health.ok else [])]
