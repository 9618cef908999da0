"""`gaps`: what the law or good practice wants and the book lacks, and what is left as it is."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sharebook.cli.call import LARGEST, Call

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.services.acknowledging import Acknowledging
    from sharebook.services.reviewing import Gap

_FINDINGS = 1


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("gaps")(gaps)


def gaps(
    context: typer.Context,
    leave: Annotated[
        list[str] | None, typer.Option(help="The key of a gap to leave as it is; again for more.")
    ] = None,
    because: Annotated[str, typer.Option(help="Why it may stay so.")] = "",
    left: Annotated[bool, typer.Option("--left", help="List what is left as it is.")] = False,
    take_back: Annotated[
        int, typer.Option(min=0, max=LARGEST, help="Let what is left under a number be said again.")
    ] = 0,
    sealed: Annotated[
        bool, typer.Option("--sealed", help="Of the sealed log, for whoever may open it.")
    ] = False,
) -> None:
    """List what is missing in this year's entries, in the flows and in the recipients."""
    call: Call = context.obj
    with call.desk() as desk:
        keeping = _keeping(desk, sealed=sealed)
        if take_back:
            keeping.take_back(take_back, desk.person)
            call.show({"taken_back": take_back}, f"Number {take_back} is said again.")
        elif left:
            _show_left(call, keeping)
        elif leave:
            _leave(call, desk, leave, because, sealed=sealed)
        else:
            _show(call, _found(desk, sealed=sealed))


def _keeping(desk: "Desk", *, sealed: bool) -> "Acknowledging":
    from sharebook.bootstrap.sealed_log import log_of

    return log_of(desk, sealed=sealed).acknowledging


def _found(desk: "Desk", *, sealed: bool) -> "list[Gap]":
    from sharebook.bootstrap.sealed_log import sealed_log

    return sealed_log(desk).gaps() if sealed else desk.reviewing.gaps()


def _leave(call: Call, desk: "Desk", keys: list[str], because: str, *, sealed: bool) -> None:
    from sharebook.domain.acknowledgements import About
    from sharebook.domain.errors import Refused

    known = {each.key: each for each in _found(desk, sealed=sealed)}
    if unknown := [key for key in keys if key not in known]:
        raise Refused("gap_unknown", "leave", key=unknown[0])
    keeping, made = _keeping(desk, sealed=sealed), []
    for gap in (known[key] for key in dict.fromkeys(keys)):
        about = About(gap.about)
        made.append(
            keeping.acknowledge(
                about, gap.number, gap.finding, because, desk.person, version=gap.version
            )
        )
    answer = [{"left": it.id, "about": it.about.value, "number": it.number} for it in made]
    call.show(answer, "\n".join(f"Left as it is, number {it.id}: {it.because}" for it in made))


def _show_left(call: Call, keeping: "Acknowledging") -> None:
    from sharebook.words.sentences import sentence

    rows: list[dict[str, Any]] = [
        {
            "left": each.record.id,
            "about": each.record.about.value,
            "number": each.record.number,
            "code": each.record.code,
            "short": sentence(f"{each.record.code}_short"),
            "because": each.record.because,
            "by": each.by,
            "day": each.record.day.isoformat(),
        }
        for each in keeping.standing()
    ]
    lines = [
        f"{it['left']}. {it['about']} {it['number']}, {it['short']}: {it['because']} "
        f"({it['by']}, {it['day']})"
        for it in rows
    ]
    call.show(rows, "\n".join(lines) or "Nothing is left as it is.")


def _show(call: Call, found: "list[Gap]") -> None:
    from sharebook.words.sentences import sentence, told

    rows: list[dict[str, Any]] = [
        {
            "key": each.key,
            "code": each.finding.code,
            "rule": each.finding.rule,
            "severity": each.finding.severity.value,
            "about": each.about,
            "number": each.number,
            "what": each.what,
            "sentence": told(each.finding),
            "do": sentence(f"{each.finding.code}_do", each.finding.facts),
            "source": each.finding.source,
        }
        for each in found
    ]
    lines = [
        f"{row['about'].capitalize()} {row['number']}, {row['what']}: {row['sentence']}\n"
        f"    {row['do']} ({row['source']})"
        for row in rows
    ]
    call.show(rows, "\n".join(lines) or "Nothing is missing.")
    if rows:
        raise typer.Exit(_FINDINGS)
