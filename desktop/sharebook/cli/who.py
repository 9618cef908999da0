"""`who PUPIL`: the answer to "who has this child's data?"."""

from typing import Annotated

import typer

from sharebook.cli.call import Call
from sharebook.domain.errors import Refused

_OFFICE = frozenset({"office", "dpo"})
AUDIENCES = ("family", "parent", "pupil", "office", "dpo")


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("who")(who)


def who(
    context: typer.Context,
    pupil: Annotated[str, typer.Argument(help="Name, part of a name, or UPN.")],
    audience: Annotated[
        str, typer.Option("--for", help="family, parent, pupil, office or dpo.")
    ] = "family",
    since: Annotated[str, typer.Option("--from", help="First day that counts.")] = "",
    until: Annotated[str, typer.Option("--to", help="Last day that counts.")] = "",
    as_at: Annotated[
        str, typer.Option(help="The day asked about; --as-known's day, else today.")
    ] = "",
    as_known: Annotated[
        str, typer.Option(help="As the register knew it at the end of this day.")
    ] = "",
) -> None:
    """Say who has a pupil's data, what, why, how often and since when."""
    from sharebook.cli import finding
    from sharebook.services.wording import Wording

    if audience not in AUDIENCES:
        raise Refused("audience_unknown", "for", known=", ".join(AUDIENCES))
    call: Call = context.obj
    with call.desk() as desk:
        child = finding.pupil(desk, pupil)
        today = desk.clock.today()
        known = finding.Period.typed("", as_known, today).until
        period = finding.Period.typed(since, as_at or until or as_known, today)
        given = desk.answering.answer(
            child.id,
            as_at=period.until,
            known=finding.end_of(known) if known else None,
            since=period.since,
            office=audience in _OFFICE,
        )
        worded = Wording(desk.catalogues, desk.book.headings()).answer(given)
    call.show(worded.as_json(), worded.as_text())
