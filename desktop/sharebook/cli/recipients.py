"""`recipients`: who is given data; a new name keeps one recipient, another firm makes two."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sharebook.cli import finding
from sharebook.cli.call import LARGEST, Call
from sharebook.cli.said import Reader, with_said

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.domain.recipients import Recipient

Said = Annotated[
    list[str], typer.Option("--set", help="NAME=VALUE; may be given again.", show_default=False)
]
recipients_app = typer.Typer(help="Who is given data.", no_args_is_help=True)
_TEXTS = (
    *("person", "post", "phone", "address", "secure-address", "dpo", "dpo-contact", "keeps-for"),
    *("contract", "onward", "transfer-assessment"),
)


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(recipients_app, name="recipients")


@recipients_app.command("list")
def list_(
    context: typer.Context,
    words: Annotated[str, typer.Argument(help="Part of a name, now or before.")] = "",
) -> None:
    """List the recipients with what they are."""
    call: Call = context.obj
    said = words.casefold()
    with call.desk() as desk:
        found = [
            _json(desk, each, purposes)
            for each, purposes in desk.browsing.recipients(desk.clock.today())
            if any(said in name.casefold() for name in _names(each))
        ]
    lines = [f"{it['number']:>4}  {it['name']}: {it['purposes']} purposes" for it in found]
    call.show(found, "\n".join(lines) or "No recipient matches.")


@recipients_app.command("add")
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The recipient's name.")],
    said: Said = [],  # noqa: B006  # typer's own way
) -> None:
    """Add a recipient."""
    from sharebook.domain.names import RecipientId
    from sharebook.domain.recipients import Recipient

    call: Call = context.obj
    with call.desk() as desk:
        wanted = with_said(Recipient(RecipientId(0), name), said, _readers(desk))
        row = desk.catalogues.recipient_kinds.get(wanted.kind)
        if row is not None and not wanted.role:
            wanted = replace(wanted, role=row.role)
        made = desk.arranging.add_recipient(wanted, desk.person)
        shown = _json(desk, made, 0)
    call.show(shown, f"{made.name} is recipient {made.id}.")


@recipients_app.command("change")
def change(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Which recipient: its name, or part of it.")],
    because: Annotated[str, typer.Option(help="Why.")],
    said: Said = [],  # noqa: B006  # typer's own way
    rename: Annotated[str, typer.Option(help="Its new name; the old one is kept.")] = "",
    since: Annotated[str, typer.Option("--from", help="Since when it is called so.")] = "",
) -> None:
    """Change a recipient, or give it its new name."""
    call: Call = context.obj
    with call.desk() as desk:
        identifier = finding.recipient(desk, name)
        if rename:
            first = finding.day(since) if since else desk.clock.today()
            desk.map.replacing.rename(identifier, rename, first, desk.person)
        if said:
            now = with_said(desk.book.recipients()[identifier], said, _readers(desk))
            desk.arranging.change_recipient(now, because, desk.person)
        known = desk.book.recipients()[identifier]
        flows = desk.browsing.flows_to(identifier, desk.clock.today())
        shown = _json(desk, known, len(flows))
    call.show(shown, f"{known.name} is changed.")


@recipients_app.command("replace")
def replace_(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The old one: its name, or part of it.")],
    by: Annotated[str, typer.Option(help="The name of the one that took its place.")],
    last: Annotated[str, typer.Option("--on", help="The old one's last day, yyyy-mm-dd.")],
    keep: Annotated[
        list[int],
        typer.Option(help="A purpose that goes on, by number; may be given again.", max=LARGEST),
    ] = [],  # noqa: B006  # typer's own way
    keep_all: Annotated[bool, typer.Option("--keep-all", help="Every purpose goes on.")] = False,
) -> None:
    """Let another firm take a recipient's place: the old one ends, the new one is its own."""
    from sharebook.domain.names import FlowId, RecipientId
    from sharebook.domain.recipients import Recipient

    call: Call = context.obj
    with call.desk() as desk:
        old = desk.book.recipients()[finding.recipient(desk, name)]
        day = finding.day(last)
        flows = [flow.id for flow in desk.browsing.flows_to(old.id, day)]
        wanted = flows if keep_all else [FlowId(each) for each in keep]
        new = Recipient(RecipientId(0), by, old.kind, old.role, old.units)
        made = desk.map.replacing.take_over(old.id, new, day, wanted, desk.person)
        count = sum(1 for flow in desk.book.flows() if flow.recipient == made.id)
        shown = _json(desk, made, count)
    call.show(shown, f"{made.name} takes the place of {old.name} after {last}.")


def _readers(desk: "Desk") -> dict[str, tuple[str, Reader]]:
    lists = desk.catalogues
    texts: dict[str, tuple[str, Reader]] = {name: (name.replace("-", "_"), str) for name in _TEXTS}
    return {
        **texts,
        "kind": ("kind", lambda it: finding.code(lists.recipient_kinds, it, "kind")),
        "role": ("role", lambda it: finding.code(lists.roles, it, "role")),
        "country": ("country", str.upper),
        "transfer": ("transfer", lambda it: finding.code(lists.transfers, it, "transfer")),
        "unit": ("units", lambda it: (it,)),
    }


def _names(each: "Recipient") -> list[str]:
    return [each.name, *(former.name for former in each.former_names)]


def _json(desk: "Desk", each: "Recipient", purposes: int) -> dict[str, Any]:
    kind = desk.catalogues.recipient_kinds.get(each.kind)
    return {
        "number": each.id,
        "name": each.name,
        "kind": kind.words if kind else "",
        "role": each.role,
        "units": list(each.units),
        "former_names": [
            {"name": old.name, "until": old.until.isoformat()} for old in each.former_names
        ],
        "country": each.country,
        "purposes": purposes,
        "replaces": each.replaces or 0,
        "ended": each.ended.isoformat() if each.ended else "",
    }
