"""`dispose`: what has run its time; `hold`: what stops that; `keep`: for how long."""

from typing import TYPE_CHECKING, Annotated

import typer

from sharebook.cli.call import LARGEST, Call
from sharebook.domain.disposal import Disposed
from sharebook.domain.errors import Refused
from sharebook.domain.holds import HoldReason
from sharebook.domain.names import Code
from sharebook.domain.sealed import said_number

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.domain.disposal import Disposal
    from sharebook.domain.holds import Hold
    from sharebook.domain.recorded import Recorded
    from sharebook.domain.retention import Due, Rule

hold_app = typer.Typer(help="What stops disposal: list, add, lift.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("dispose")(dispose)
    app.command("keep")(keep)
    app.add_typer(hold_app, name="hold")


def dispose(
    context: typer.Context,
    pupil: Annotated[str, typer.Argument(help="The child: a name or UPN.")] = "",
    due: Annotated[
        bool, typer.Option("--due", help="List what is due, and change nothing.")
    ] = False,
    entry: Annotated[int, typer.Option(min=0, max=LARGEST, help="An entry instead.")] = 0,
    every: Annotated[
        bool, typer.Option("--all-due", help="Everything that is due and not held.")
    ] = False,
    call_note: Annotated[int, typer.Option(min=0, max=LARGEST, help="A call note instead.")] = 0,
    because: Annotated[str, typer.Option(help="Why it may go.")] = "",
    approved_by: Annotated[str, typer.Option(help="Who approved it, with the post.")] = "",
) -> None:
    """List what has run its time, or dispose of one thing for good."""
    call: Call = context.obj
    if (due, every, bool(pupil or entry or call_note)).count(True) != 1:
        message = "choose --due, --all-due, or one child, entry or call note"
        raise typer.BadParameter(message, param_hint="PUPIL")
    with call.desk() as desk:
        if due:
            _show_due(call, desk)
            return
        from sharebook.services.disposing import Word

        wanted = _may_go(desk) if every else [_meant(desk, pupil, entry, call_note)]
        word = Word(because, approved_by, desk.person, desk.role)
        made = desk.disposing.blank(wanted, word)
        if every and desk.compartment is not None:
            desk.compartment.letting_go.finish(desk.person)
        desk.disposing.sweep()
    from sharebook.words.disposal import disposal_words

    lines = [f"Disposed of: {disposal_words(each)}. Backups made before keep it." for each in made]
    shown = [_disposal(each) for each in made]
    call.show(shown, "\n".join(lines or ["Nothing is due for disposal."]))


def keep(
    context: typer.Context,
    rule: Annotated[str, typer.Argument(help="A rule's code; without one, the rules.")] = "",
    years: Annotated[int, typer.Option(min=0, max=LARGEST, help="For how long.")] = 0,
    authority: Annotated[str, typer.Option(help="Who decided, or your schedule.")] = "",
    off: Annotated[bool, typer.Option("--off", help="The rule does not count here.")] = False,
) -> None:
    """List for how long things are kept, or set your school's own years for one rule."""
    call: Call = context.obj
    with call.desk() as desk:
        if rule:
            known = {each.row.code: each.years for each in desk.retaining.rules()}
            wanted = years or known.get(Code(rule.upper()), 0)
            code = Code(rule.upper())
            desk.retaining.choose(code, wanted, authority, desk.person, in_use=not off)
        rules = desk.retaining.rules()
    call.show([_rule(each) for each in rules], "\n".join(_rule_line(each) for each in rules))


@hold_app.command("list")
def list_holds(context: typer.Context) -> None:
    """List every hold, the lifted ones too."""
    call: Call = context.obj
    with call.desk() as desk:
        found = desk.retaining.holds(lifted=True)
    lines = [_hold_line(each) for each in found] or ["Nothing is held."]
    call.show([_hold(each.record) for each in found], "\n".join(lines))


@hold_app.command("add")
def add_hold(
    context: typer.Context,
    because: Annotated[str, typer.Option(help="What the hold is about.")],
    why: Annotated[str, typer.Option(help=", ".join(HoldReason))] = HoldReason.OTHER.value,
    pupil: Annotated[str, typer.Option(help="Only this child.")] = "",
    to: Annotated[str, typer.Option(help="Only what this recipient was given.")] = "",
) -> None:
    """Stop disposal: of everything, or about one child, or what one recipient was given."""
    from sharebook.cli import finding

    call: Call = context.obj
    if why not in list(HoldReason):
        raise Refused("hold_why_unknown", "why", known=", ".join(HoldReason))
    with call.desk() as desk:
        child = finding.pupil(desk, pupil).id if pupil else None
        recipient = finding.recipient(desk, to) if to else None
        made = desk.retaining.hold(HoldReason(why), because, desk.person, child, recipient)
    call.show(_hold(made), f"Hold {made.id} stands. Nothing it covers is disposed of.")


@hold_app.command("lift")
def lift_hold(
    context: typer.Context,
    number: Annotated[int, typer.Argument(min=1, max=LARGEST, help="The hold's number.")],
    because: Annotated[str, typer.Option(help="Why it is over.")],
) -> None:
    """End a hold; it stays on record."""
    call: Call = context.obj
    with call.desk() as desk:
        lifted = desk.retaining.lift(number, because, desk.person)
    call.show(_hold(lifted), f"Hold {number} is lifted.")


def _meant(desk: "Desk", pupil: str, entry: int, call_note: int) -> tuple[Disposed, int]:
    from sharebook.cli import finding

    if entry:
        return Disposed.ENTRY, entry
    if call_note:
        return Disposed.CALL, call_note
    return Disposed.PUPIL, finding.pupil(desk, pupil).id


def _may_go(desk: "Desk") -> list[tuple[Disposed, int]]:
    return [(each.what, each.number) for each in desk.retaining.due() if not each.held]


def _show_due(call: Call, desk: "Desk") -> None:
    from sharebook.words.disposal import due_words, hold_words, left_words

    found = desk.retaining.due()
    lines = []
    for each in found:
        names = desk.choosing.names((each.pupil,)) if each.pupil else []
        held = "".join(f"; HELD: {hold_words(hold)}" for hold in each.holds)
        lines.append(f"{due_words(each)}{f' ({names[0]})' if names else ''}{held}")
    shown = [_due(each) for each in found]
    left = None if desk.compartment is None else desk.compartment.letting_go.left()
    if left:
        said = left_words(left.entries, left.calls, left.requests)
        lines.append(f"{said}: --all-due takes them too")
        entries, asked = (
            [said_number(each, sealed=True) for each in some]
            for some in (left.entries, left.requests)
        )
        calls = list(left.calls)
        shown.append({"what": "sealed", "entries": entries, "calls": calls, "requests": asked})
    call.show(shown, "\n".join(lines or ["Nothing is due for disposal."]))


def _due(due: "Due") -> dict[str, object]:
    rule = due.ended.rule
    return {
        "what": due.what.value,
        "number": due.number,
        "rule": rule.row.code,
        "years": rule.years,
        "source": rule.authority or rule.row.source,
        "ended": due.ended.on.isoformat(),
        "held_by": [hold.id for hold in due.holds],
    }


def _disposal(made: "Disposal") -> dict[str, object]:
    return {
        "number": made.id,
        "what": made.what.value,
        "entries": list(made.entries),
        "calls": made.calls,
        "records": made.records,
        "rule": made.rule,
        "because": made.because,
        "approved_by": made.approved_by,
    }


def _hold(hold: "Hold") -> dict[str, object]:
    return {
        "number": hold.id,
        "why": hold.why.value,
        "about": hold.note,
        "pupil": hold.pupil,
        "recipient": hold.recipient,
        "since": hold.first_day.isoformat(),
        "lifted": hold.lifted_on.isoformat() if hold.lifted_on else None,
    }


def _hold_line(recorded: "Recorded[Hold]") -> str:
    from sharebook.words.days import long_day
    from sharebook.words.disposal import hold_words

    hold = recorded.record
    over = f", lifted {long_day(hold.lifted_on)}" if hold.lifted_on else ""
    said = hold_words(hold)
    return f"{said[:1].upper()}{said[1:]}{over}: {hold.note}"


def _rule(rule: "Rule") -> dict[str, object]:
    return {
        "rule": rule.row.code,
        "words": rule.row.words,
        "years": rule.years,
        "counts_from": rule.row.counts_from,
        "in_use": rule.in_use,
        "source": rule.row.source,
        "certainty": rule.row.certainty.value,
        "authority": rule.authority,
    }


def _rule_line(rule: "Rule") -> str:
    from sharebook.words.disposal import rule_words

    off = "" if rule.in_use else " (not in use)"
    why = rule.authority or rule.row.source
    return f"{rule.row.code}: {rule.row.words}: {rule_words(rule)}{off}. {why}"
