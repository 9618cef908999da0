"""`history`: what any record said before."""

from typing import TYPE_CHECKING, Annotated

import typer

from sharebook.cli.call import LARGEST, Call

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.services.retelling import ToldVersion


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("history")(history)


def history(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(help="disclosure, flow, recipient, pupil, …")],
    number: Annotated[
        int, typer.Argument(min=1, max=LARGEST, help="Which one; the school needs none.")
    ] = 1,
    sealed: Annotated[
        bool, typer.Option("--sealed", help="An entry of the sealed log, for whoever may open it.")
    ] = False,
) -> None:
    """Say what a record said before: when, who, why, and what changed."""
    call: Call = context.obj
    with call.desk() as desk:
        versions = _sealed(desk, number) if sealed else _open(desk, kind, number)
    call.show([_plain(each) for each in versions], "\n\n".join(_text(each) for each in versions))


def _open(desk: "Desk", kind: str, number: int) -> "tuple[ToldVersion, ...]":
    return desk.retelling.told(kind, desk.remembering.history(kind, number))


def _sealed(desk: "Desk", number: int) -> "tuple[ToldVersion, ...]":
    from sharebook.bootstrap.sealed_log import sealed_log

    return sealed_log(desk).history(number)


def _plain(version: "ToldVersion") -> dict[str, object]:
    return {
        "happened": version.happened.value,
        "number": version.number,
        "at": version.at.isoformat(),
        "by": version.by,
        "reason": version.reason,
        "changes": [
            {"field": each.label, "before": each.before, "after": each.after}
            for each in version.changes
        ],
    }


def _text(version: "ToldVersion") -> str:
    from sharebook.words.moments import day_and_time

    lines = [f"{day_and_time(version.at)}  {version.title} ({version.by})"]
    lines += [f"  Why: {version.reason}"] if version.reason else []
    return "\n".join([*lines, *(f"  {each.sentence}" for each in version.changes)])
