"""`agreements`: what was agreed, its versions, and when it must be looked at again."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from sharebook.cli import finding
from sharebook.cli.call import LARGEST, Call
from sharebook.cli.recipients import Said
from sharebook.cli.said import Reader, with_said

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.domain.agreements import Agreement

agreements_app = typer.Typer(help="What was agreed with whom.", no_args_is_help=True)
_TEXTS = ("owner", "directorate", "covers", "version", "kept-at")


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(agreements_app, name="agreements")


@agreements_app.command("list")
def list_(context: typer.Context) -> None:
    """List the agreements."""
    call: Call = context.obj
    with call.desk() as desk:
        rows = [_json(desk, each) for each in desk.book.agreements()]
    lines = [
        f"{it['number']:>4}  {it['title']}, version {it['version']}; look at it "
        f"{it['review_due'] or 'on no day named'}"
        for it in rows
    ]
    call.show(rows, "\n".join(lines) or "No agreement is kept yet.")


@agreements_app.command("add")
def add(
    context: typer.Context,
    title: Annotated[str, typer.Argument(help="The agreement's title.")],
    partner: Annotated[list[str], typer.Option("--with", help="A recipient; may be given again.")],
    starts: Annotated[str, typer.Option("--from", help="Its first day, yyyy-mm-dd.")],
    flow: Annotated[
        list[int], typer.Option(help="A purpose under it, by number; may be given again.")
    ] = [],  # noqa: B006  # typer's own way
    said: Said = [],  # noqa: B006  # typer's own way
) -> None:
    """Add an agreement."""
    from sharebook.domain.agreements import Agreement
    from sharebook.domain.names import AgreementId, FlowId

    call: Call = context.obj
    with call.desk() as desk:
        partners = tuple(finding.recipient(desk, each) for each in partner)
        new = Agreement(AgreementId(0), title, partners, finding.day(starts))
        wanted = with_said(new, said, _readers(desk))
        flows = [FlowId(each) for each in flow]
        made = desk.map.agreeing.add(wanted, desk.person, flows)
        shown = _json(desk, made)
    call.show(shown, f"Agreement {made.id} is written.")


@agreements_app.command("renew")
def renew(
    context: typer.Context,
    number: Annotated[int, typer.Argument(min=1, max=LARGEST, help="The agreement's number.")],
    version: Annotated[str, typer.Option("--as", help="What the new version is called.")],
    review: Annotated[str, typer.Option(help="When to look at it again.")] = "",
    day: Annotated[str, typer.Option("--on", help="When it was agreed; today if left out.")] = "",
    ends: Annotated[str, typer.Option(help="Its last day, if it has one.")] = "",
    comment: Annotated[str, typer.Option(help="What is new in it.")] = "",
) -> None:
    """Write an agreement's next version, with its line of history."""
    from sharebook.services.agreeing import Renewal

    call: Call = context.obj
    with call.desk() as desk:
        renewal = Renewal(
            version,
            finding.day(day) if day else desk.clock.today(),
            finding.day(ends) if ends else None,
            finding.day(review) if review else None,
            desk.person,
            "",
            comment,
        )
        made = desk.map.agreeing.renew(number, renewal, desk.person)
        shown = _json(desk, made)
    call.show(shown, f"{made.title} is now version {made.version}.")


def _readers(desk: "Desk") -> dict[str, tuple[str, Reader]]:
    texts: dict[str, tuple[str, Reader]] = {name: (name.replace("-", "_"), str) for name in _TEXTS}
    kinds = desk.catalogues.agreement_kinds
    return {
        **texts,
        "kind": ("kind", lambda it: finding.code(kinds, it, "kind")),
        "ends": ("ends", finding.day),
        "review": ("review_due", finding.day),
        "statute": ("statutes", lambda it: (it,)),
        "purpose": ("purposes", lambda it: (it,)),
    }


def _json(desk: "Desk", each: "Agreement") -> dict[str, Any]:
    names = desk.book.recipients()
    return {
        "number": each.id,
        "title": each.title,
        "kind": each.kind,
        "version": each.version,
        "with": [names[one].name for one in each.recipients],
        "from": each.starts.isoformat(),
        "ends": each.ends.isoformat() if each.ends else "",
        "review_due": each.review_due.isoformat() if each.review_due else "",
        "flows": [int(flow.id) for flow in desk.map.agreeing.flows_under(each.id)],
    }
