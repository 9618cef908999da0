"""`exclude` and `let-in`: one child shut out of a recipient or one purpose, and let in again."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sharebook.cli import finding
from sharebook.cli.call import LARGEST, Call

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.domain.flows import Exclusion


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("exclude")(exclude)
    app.command("let-in")(let_in)


def exclude(
    context: typer.Context,
    pupil: Annotated[str, typer.Argument(help="The child: a UPN, a name or part of one.")],
    to: Annotated[str, typer.Option(help="The recipient: its name, or part of it.")],
    kind: Annotated[str, typer.Option(help="objection, court, whereabouts or other.")],
    because: Annotated[str, typer.Option(help="More about why.")] = "",
    flow: Annotated[
        int, typer.Option(help="Only this purpose, by number.", min=0, max=LARGEST)
    ] = 0,
    since: Annotated[str, typer.Option("--from", help="Since when; today if left out.")] = "",
    until: Annotated[str, typer.Option("--until", help="The last day, if it ends.")] = "",
) -> None:
    """Shut one child out of a recipient, or of one of its purposes."""
    from sharebook.domain.flows import Exclusion
    from sharebook.domain.names import ExclusionId, FlowId

    call: Call = context.obj
    with call.desk() as desk:
        verbs = desk.map.shutting_out
        code = finding.code(desk.catalogues.exclusion_kinds, kind, "kind")
        wanted = Exclusion(
            ExclusionId(0),
            finding.pupil(desk, pupil).id,
            finding.recipient(desk, to),
            verbs.reason(code, because),
            finding.day(since) if since else desk.clock.today(),
            finding.day(until) if until else None,
            FlowId(flow) if flow else None,
        )
        made = verbs.shut_out(wanted, desk.person)
        shown = _json(desk, made)
    call.show(shown, f"{shown['pupil']} is shut out of {shown['to']} (number {made.id}).")


def let_in(
    context: typer.Context,
    number: Annotated[int, typer.Argument(min=1, max=LARGEST, help="As `exclude` said.")],
    because: Annotated[str, typer.Option(help="Why.")],
    since: Annotated[str, typer.Option("--from", help="Since when; today if left out.")] = "",
) -> None:
    """Let a child in again; the days it was shut out stay on record."""
    call: Call = context.obj
    with call.desk() as desk:
        first = finding.day(since) if since else desk.clock.today()
        made = desk.map.shutting_out.let_in_again(number, first, because, desk.person)
        shown = _json(desk, made)
    call.show(shown, f"{shown['pupil']} is let in again, from {first.isoformat()} on.")


def _json(desk: "Desk", each: "Exclusion") -> dict[str, Any]:
    return {
        "number": each.id,
        "pupil": desk.choosing.named()[each.pupil],
        "to": desk.book.recipients()[each.recipient].name,
        "flow": each.flow or 0,
        "reason": each.reason,
        "from": each.first_day.isoformat(),
        "until": each.last_day.isoformat() if each.last_day else "",
    }
