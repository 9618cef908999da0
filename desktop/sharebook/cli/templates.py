"""`templates`: forms filled in beforehand: list, keep one from an entry, rename, take out."""

from typing import TYPE_CHECKING, Annotated

import typer

from sharebook.cli.call import LARGEST, Call
from sharebook.domain.templates import Template

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("templates")(templates)


def templates(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The template; all if left out.")] = "",
    like: Annotated[
        int, typer.Option(max=LARGEST, help="Keep one filled in like this entry of the log.")
    ] = 0,
    rename: Annotated[str, typer.Option(help="Its new name.")] = "",
    take_out: Annotated[bool, typer.Option("--take-out", help="Offer it no longer.")] = False,
) -> None:
    """List the templates, or change one; `record --template NAME` uses it."""
    call: Call = context.obj
    with call.desk() as desk:
        service = desk.templating
        if name and like:
            draft = desk.recording.duplicate(desk.recording.entry(like).record)
            service.keep(name, draft, (), desk.person)
        elif name and rename:
            service.rename(service.named(name), rename, desk.person)
        elif name and take_out:
            service.take_out(service.named(name), desk.person)
        found = [service.named(name)] if name and not (rename or take_out) else service.every()
        rows = [_row(desk, each) for each in found]
        lines = [f"{row['name']}: {row['recipient']}, {row['purpose']}" for row in rows]
        call.show(rows, "\n".join(lines) or "There is no template yet.")


def _row(desk: "Desk", template: Template) -> dict[str, object]:
    draft = template.draft
    recipients = desk.book.recipients()
    known = recipients.get(draft.recipient) if draft.recipient is not None else None
    return {
        "name": template.name,
        "recipient": known.labelled(draft.unit) if known else "",
        "purpose": draft.purpose,
        "about": template.about.reach.value,
        "groups": list(template.about.values),
    }
