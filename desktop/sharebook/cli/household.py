"""`household`: who lives with whom."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sharebook.cli import finding
from sharebook.cli.call import Call

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.domain.names import PupilId

Who = Annotated[str, typer.Argument(help="The child: a UPN, a name or part of one.")]
household_app = typer.Typer(help="Who lives with whom.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(household_app, name="household")


@household_app.command("show")
def show(context: typer.Context, pupil: Who) -> None:
    """Show who lives with a child, and who may."""
    call: Call = context.obj
    with call.desk() as desk:
        shown = _json(desk, finding.pupil(desk, pupil).id)
    call.show(shown, _text(shown))


@household_app.command("join")
def join(
    context: typer.Context,
    pupil: Who,
    others: Annotated[
        list[str],
        typer.Option("--with", help="Who lives there too; may be given again."),
    ],
) -> None:
    """Put children together who live together."""
    call: Call = context.obj
    with call.desk() as desk:
        children = [finding.pupil(desk, each).id for each in (pupil, *others)]
        desk.pupils.housing.put_together(children, desk.person)
        shown = _json(desk, children[0])
    call.show(shown, _text(shown))


@household_app.command("part")
def part(
    context: typer.Context,
    pupil: Who,
    because: Annotated[str, typer.Option(help="Why.")],
) -> None:
    """Take a child out of its household; the others stay together."""
    call: Call = context.obj
    with call.desk() as desk:
        child = finding.pupil(desk, pupil)
        desk.pupils.housing.take_apart(child.id, because, desk.person)
        shown = _json(desk, child.id)
    call.show(shown, _text(shown))


def _json(desk: "Desk", pupil: "PupilId") -> dict[str, Any]:
    housing = desk.pupils.housing
    home = housing.of(pupil)
    others = tuple(each for each in (home.pupils if home else ()) if each != pupil)
    maybe = [
        {"name": desk.choosing.names((each.pupil,))[0], "same_adult": each.adult}
        for each in housing.suggestions(pupil)
    ]
    (name,) = desk.choosing.names((pupil,))
    return {"name": name, "lives_with": desk.choosing.names(others), "perhaps": maybe}


def _text(shown: dict[str, Any]) -> str:
    lines = [f"{shown['name']} lives with: {', '.join(shown['lives_with']) or 'nobody known'}."]
    for each in shown["perhaps"]:
        why = f"also has {each['same_adult']}" if each["same_adult"] else "has the same address"
        lines.append(f"Perhaps {each['name']}: {why}.")
    return "\n".join(lines)
