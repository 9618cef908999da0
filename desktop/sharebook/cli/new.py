"""`new`: make an empty register."""

from pathlib import Path
from typing import Annotated

import typer

from sharebook.cli.call import Call


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("new")(new)


def new(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="Where the register will lie.")],
    school: Annotated[str, typer.Option(help="The school's name.")],
    kind: Annotated[str, typer.Option("--type", help="Its type: MAINT, ACAD, INDEP ...")],
    nation: Annotated[str, typer.Option(help="England.")] = "England",
    role: Annotated[str, typer.Option(help="Your part in the school.")] = "office",
) -> None:
    """Make an empty register with the headings and catalogues in it."""
    from sharebook.bootstrap.opening import new_register
    from sharebook.catalogues.loading import load
    from sharebook.cli.finding import code
    from sharebook.domain.names import Code
    from sharebook.domain.people import Person, StaffRole
    from sharebook.domain.school import School

    call: Call = context.obj
    lists = load()
    founded = School(
        school.strip(),
        code(lists.school_types, kind, "type"),
        code(lists.nations, nation, "nation"),
    )
    roles = [each.value for each in StaffRole]
    if role not in roles:
        raise typer.BadParameter("choose one of: " + ", ".join(roles), param_hint="--role")
    person = Person(call.user or "School office", Code(role))
    made = new_register(folder, founded, person, call.passphrase())
    made.desk.close()
    told = {
        "register": str(folder),
        "user": person.name,
        "recovery_code": made.recovery_code,
    }
    call.show(
        told,
        f"The register for {founded.name} is in {folder}.\n"
        f"Recovery code, to print and lock away (it is kept nowhere else):\n"
        f"  {made.recovery_code}",
    )
