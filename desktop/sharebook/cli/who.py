"""`who PUPIL`: the answer to "who has this child's data?"."""

from datetime import UTC, date, datetime, time
from typing import Annotated

import typer

from sharebook.cli.call import Call
from sharebook.domain.errors import Refused

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
    as_at: Annotated[str, typer.Option(help="The day asked about.")] = "",
    as_known: Annotated[str, typer.Option(help="As the register knew it on this day.")] = "",
) -> None:
    """Say who has a pupil's data, what, why, how often and since when."""
    from sharebook.cli import finding
    from sharebook.services.wording import Wording

    if audience not in AUDIENCES:
        raise Refused("audience_unknown", "for", known=", ".join(AUDIENCES))
    call: Call = context.obj
    with call.desk() as desk:
        child = finding.pupil(desk, pupil)
        given = desk.answering.answer(
            child.id,
            as_at=_day(as_at or until),
            known=_end_of(as_known),
            since=_day(since),
        )
        worded = Wording(desk.catalogues, desk.book.headings()).answer(given)
    call.show(worded.as_json(), worded.as_text())


def _day(typed: str) -> date | None:
    from sharebook.cli import finding

    return finding.day(typed) if typed else None


def _end_of(typed: str) -> datetime | None:
    day = _day(typed)
    return None if day is None else datetime.combine(day, time.max, UTC)
