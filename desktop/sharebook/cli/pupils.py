"""`pupils`: one child's page in words, and what changes about the child."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sharebook.cli import finding
from sharebook.cli.call import Call

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.domain.names import PupilId
    from sharebook.domain.pupils import Pupil, Spell

Who = Annotated[str, typer.Argument(help="The child: a UPN, a name or part of one.")]
On = Annotated[str, typer.Option("--from", help="From which day, yyyy-mm-dd; today if left out.")]
Year = Annotated[str, typer.Option(help="Year group: R, 1 to 13, or N1.")]
Class = Annotated[str, typer.Option("--class", help="Class.")]
pupils_app = typer.Typer(help="Children, one by one.", no_args_is_help=True)


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(pupils_app, name="pupils")


@pupils_app.command("show")
def show(context: typer.Context, pupil: Who) -> None:
    """Show times on roll, household, flags, names and numbers of one child."""
    call: Call = context.obj
    with call.desk() as desk:
        shown = as_json(desk, finding.pupil(desk, pupil).id)
    call.show(shown, _text(shown))


@pupils_app.command("leave")
def leave(
    context: typer.Context,
    pupil: Who,
    last: Annotated[str, typer.Option("--on", help="The last day; today if left out.")] = "",
    to: Annotated[str, typer.Option(help="Where the child went.")] = "",
) -> None:
    """Write that a child left."""
    call: Call = context.obj
    with call.desk() as desk:
        child = finding.pupil(desk, pupil)
        desk.pupils.leaving.leave(child.id, _day(desk, last), to, desk.person)
        shown = as_json(desk, child.id)
    call.show(shown, _text(shown))


@pupils_app.command("return")
def return_(
    context: typer.Context, pupil: Who, year: Year, class_name: Class = "", since: On = ""
) -> None:
    """Write that a child came back; a new time on roll begins."""
    from sharebook.services.returning import Place

    call: Call = context.obj
    with call.desk() as desk:
        child = finding.pupil(desk, pupil)
        place = Place(year, class_name, _day(desk, since))
        desk.pupils.returning.come_back(child.id, place, desk.person)
        shown = as_json(desk, child.id)
    call.show(shown, _text(shown))


@pupils_app.command("move")
def move(
    context: typer.Context,
    pupil: Who,
    year: Year = "",
    class_name: Class = "",
    since: On = "",
    enrolment: Annotated[
        str, typer.Option(help="main, subsidiary or guest, at two schools; alone, at this one.")
    ] = "",
    other_school: Annotated[str, typer.Option(help="The other school of a child at two.")] = "",
) -> None:
    """Move a child to another class or year, or register it at two schools."""
    call: Call = context.obj
    with call.desk() as desk:
        child = finding.pupil(desk, pupil)
        first = _day(desk, since)
        if enrolment:
            _register(desk, child.id, enrolment, other_school, first)
        if year or class_name or not enrolment:
            _place(desk, child.id, year, class_name, first)
        shown = as_json(desk, child.id)
    call.show(shown, _text(shown))


@pupils_app.command("flag")
def flag(
    context: typer.Context,
    pupil: Who,
    add: Annotated[list[str], typer.Option(help="A flag to set.", show_default=False)] = [],  # noqa: B006  # typer's own way
    clear: Annotated[list[str], typer.Option(help="A flag to clear.", show_default=False)] = [],  # noqa: B006  # typer's own way
) -> None:
    """Set and clear a child's flags; say nothing to see which the school has."""
    call: Call = context.obj
    with call.desk() as desk:
        child = finding.pupil(desk, pupil)
        if add or clear:
            gone = {each.casefold() for each in clear}
            wanted = [*(it for it in child.flags if it.casefold() not in gone), *add]
            child = desk.pupils.flagging.set_to(child.id, wanted, desk.person)
        flagging = desk.pupils.flagging
        shown = {
            "name": child.full_name,
            "flags": list(child.flags),
            "known": flagging.known(),
            "suggested": flagging.suggested(),
        }
    call.show(shown, f"{shown['name']}: {', '.join(child.flags) or 'no flags'}.")


@pupils_app.command("protect")
def protect(
    context: typer.Context,
    pupil: Who,
    decided_by: Annotated[str, typer.Option(help="Who decided, with the post.")],
    because: Annotated[str, typer.Option(help="Why; kept, never printed.")],
    end: Annotated[bool, typer.Option("--end", help="Protect no longer.")] = False,
) -> None:
    """Protect a child's whereabouts, and say which regular sharing that stops."""
    call: Call = context.obj
    with call.desk() as desk:
        child = finding.pupil(desk, pupil)
        stops = desk.pupils.protecting.reaches(child.id).stops
        desk.pupils.protecting.set_to(
            child.id, protected=not end, decided_by=decided_by, because=because, person=desk.person
        )
        known = desk.book.recipients()
        left_out = [{"to": known[it.recipient].name, "purpose": it.purpose} for it in stops]
        shown = {"name": child.full_name, "protected": not end, "left_out_of": left_out}
    told = "protected no longer" if end else "protected"
    names = ", ".join(dict.fromkeys(each["to"] for each in left_out))
    more = f" {'Taken in again by' if end else 'Left out of'}: {names}." if names else ""
    call.show(shown, f"{shown['name']} is {told}.{more}")


def as_json(desk: "Desk", pupil: "PupilId") -> dict[str, Any]:
    """Return one child as the commands show it."""
    child, spells = desk.answering.pupil(pupil), desk.answering.spells(pupil)
    home = desk.pupils.housing.of(pupil)
    others = [each for each in (home.pupils if home else ()) if each != pupil]
    return {
        **_named(child),
        "flags": list(child.flags),
        "protected": child.protected,
        "twins": [each.said for each in desk.pupils.twinning.of(child)],
        "household": desk.choosing.names(tuple(others)),
        "on_roll": [_spell(each) for each in spells],
    }


def _named(child: "Pupil") -> dict[str, Any]:
    return {
        "name": child.full_name,
        "surname": child.surname,
        "forename": child.forename,
        "born": child.born.isoformat(),
        "upn": child.upn,
        "former_upns": list(child.former_upns),
        "former_names": list(child.former_names),
    }


def _spell(spell: "Spell") -> dict[str, str]:
    return {
        "from": spell.first_day.isoformat(),
        "until": spell.last_day.isoformat() if spell.last_day else "",
        "year": spell.year,
        "class": spell.class_name,
        "left_for": spell.left_for,
        "registered": spell.enrolment,
        "other_school": spell.other_school,
    }


def _text(shown: dict[str, Any]) -> str:
    lines = [f"{shown['name']}, born {shown['born']}, UPN {shown['upn'] or 'not known'}"]
    for spell in shown["on_roll"]:
        other = f", {spell['registered']}, {spell['other_school']}" if spell["registered"] else ""
        went = f", left for {spell['left_for']}" if spell["left_for"] else ""
        until = spell["until"] or "now"
        where = f"{spell['year']} {spell['class']}".strip()
        lines.append(f"  {spell['from']} to {until}: {where}{other}{went}")
    for words, name in (("Has a twin", "twins"), ("Lives with", "household"), ("Flags", "flags")):
        if shown[name]:
            lines.append(f"{words}: {', '.join(shown[name])}")
    if shown["protected"]:
        lines.append("Whereabouts protected")
    return "\n".join(lines)


def _day(desk: "Desk", typed: str) -> date:
    return finding.day(typed) if typed else desk.clock.today()


def _register(
    desk: "Desk", pupil: "PupilId", enrolment: str, other_school: str, first: date
) -> None:
    from sharebook.domain.names import NO_CODE
    from sharebook.services.dual_registering import Elsewhere

    alone = enrolment.casefold() == "alone"
    rows = desk.catalogues.enrolments
    code = NO_CODE if alone else finding.code(rows, enrolment, "enrolment")
    wanted = Elsewhere(code, other_school, first)
    desk.pupils.dual_registering.register(pupil, wanted, desk.person)


def _place(desk: "Desk", pupil: "PupilId", year: str, class_name: str, first: date) -> None:
    from sharebook.domain.pupils import spell_on
    from sharebook.services.returning import Place

    now = spell_on(desk.answering.spells(pupil), first)
    place = Place(
        year or (now.year if now else ""), class_name or (now.class_name if now else ""), first
    )
    desk.pupils.changing_class.change(pupil, place, desk.person)
