"""`law`: the law's lists, why the program asks what it asks, and the school's own word on a row."""

from typing import TYPE_CHECKING, Annotated

import typer

from sharebook.cli.call import Call
from sharebook.domain.errors import Refused
from sharebook.domain.names import Code

if TYPE_CHECKING:
    from datetime import date

    from sharebook.services.amending import LawLine
    from sharebook.services.explaining import Reason

law_app = typer.Typer(help="The law's lists: list, why, set.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(law_app, name="law")


@law_app.command("list")
def list_rows(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="A list's name; without one, all.")] = "",
    own: Annotated[bool, typer.Option("--own", help="Only what the school decided on.")] = False,
) -> None:
    """List the rows of the law that may be changed, and what the school decided about them."""
    call: Call = context.obj
    with call.desk() as desk:
        today = desk.clock.today()
        found = [each for each in desk.amending.lines(name) if each.amendment or not own]
    lines = [_line(each, today) for each in found] or ["Every row is used as it is shipped."]
    call.show([_row(each, today) for each in found], "\n".join(lines))


@law_app.command("why")
def why(
    context: typer.Context,
    code: Annotated[str, typer.Argument(help="A finding's code, or a row's.")],
) -> None:
    """Say why the program asks something: the rule, its source, and how sure it is."""
    call: Call = context.obj
    with call.desk() as desk:
        from sharebook.domain.amendments import AMENDABLE

        today = desk.clock.today()
        lists = ("questions", *AMENDABLE)
        wanted = (Code(code), Code(code.upper()))
        told = [desk.explaining.row(name, each, today) for name in lists for each in wanted]
    found = list(dict.fromkeys(each for each in told if each is not None))
    if not found:
        raise Refused("law_code_unknown", "code", typed=code)
    call.show([_reason(each) for each in found], "\n\n".join(_told(each) for each in found))


@law_app.command("set")
def set_row(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The list's name.")],
    code: Annotated[str, typer.Argument(help="The row's code.")],
    because: Annotated[str, typer.Option(help="Why.")] = "",
    approved_by: Annotated[str, typer.Option(help="On whose word: the officer's name.")] = "",
    switch: Annotated[str, typer.Option(help="on, off or shipped.")] = "shipped",
    since: Annotated[str, typer.Option(help="From which day; today if not said.")] = "",
    words: Annotated[str, typer.Option(help="Your own words for the row.")] = "",
) -> None:
    """Write down what your data protection officer decided about one row."""
    from sharebook.domain.amendments import Switch
    from sharebook.services.amending import Decision

    call: Call = context.obj
    if switch not in list(Switch):
        raise Refused("law_switch_unknown", "switch", typed=switch)
    with call.desk() as desk:
        today = desk.clock.today()
        decision = Decision(Switch(switch), _day(since, today), because, approved_by, words)
        desk.amending.decide(name, Code(code), decision, desk.person)
        line = next(each for each in desk.amending.lines(name) if each.code == code)
    call.show(_row(line, today), _line(line, today))


def _day(typed: str, today: "date") -> "date":
    from datetime import date

    try:
        return date.fromisoformat(typed) if typed else today
    except ValueError as wrong:
        message = "write the day as yyyy-mm-dd"
        raise typer.BadParameter(message, param_hint="--since") from wrong


def _row(line: "LawLine", today: "date") -> dict[str, object]:
    here, own = line.here, line.amendment
    return {
        "list": line.catalogue,
        "code": line.code,
        "words": here.words if here else "",
        "source": here.source if here else "",
        "certainty": here.certainty.value if here else "",
        "counts_today": bool(here and here.in_force(today)),
        "switch": own.record.switch.value if own else "shipped",
        "since": own.record.first_day.isoformat() if own else "",
        "because": own.record.because if own else "",
        "approved_by": own.record.approved_by if own else "",
        "written_by": own.by if own else "",
        "still_shipped": line.shipped is not None,
    }


def _line(line: "LawLine", today: "date") -> str:
    from sharebook.services.explaining import ours

    here = line.here
    counts = "" if here is None or here.in_force(today) else " (does not count today)"
    words = here.words if here else "no longer in the program's lists"
    own = ours(line)
    return f"{line.catalogue} {line.code}: {words}{counts}" + (f"\n    {own}" if own else "")


def _reason(reason: "Reason") -> dict[str, str]:
    return {
        "list": reason.list,
        "code": reason.code,
        "words": reason.words,
        "law": reason.cited,
        "source": reason.source,
        "certainty": reason.sure,
        "counts": reason.counts,
        "note": reason.note,
        "ours": reason.ours,
    }


def _told(reason: "Reason") -> str:
    parts = (
        f"{reason.words}.",
        f"{reason.cited}. {reason.counts}" if reason.cited else reason.counts,
        reason.note,
        f"From: {reason.source}. {reason.sure}",
        reason.ours,
    )
    return "\n".join(part for part in parts if part)
