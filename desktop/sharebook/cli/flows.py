"""`flows`: regular sharing, its dated versions, and what the basis was on a past day."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sharebook.cli import finding
from sharebook.cli.call import LARGEST, Call
from sharebook.cli.recipients import Said
from sharebook.cli.said import Reader, with_said

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.domain.flows import Flow
    from sharebook.services.dating import DatedVersion

flows_app = typer.Typer(help="Regular sharing: what goes to whom, and why.", no_args_is_help=True)
_CHAIN = {
    "basis": ("basis.lawful_basis", "lawful_bases"),
    "condition": ("basis.condition", "conditions"),
    "schedule1": ("basis.schedule1", "schedule1"),
    "criminal": ("basis.criminal", "schedule1"),
    "gateway": ("basis.gateway", "gateways"),
    "confidentiality": ("basis.confidentiality", "confidentiality"),
    "no-consent-reason": ("basis.no_consent_reason", "no_consent_reasons"),
    "heading": ("heading", "headings"),
    "method": ("method", "methods"),
    "cycle": ("cycle", "cycles"),
    "transfer": ("transfer", "transfers"),
}
_LISTS = {
    "item": ("items", "items"),
    "optional-item": ("optional_items", "items"),
    "safeguard": ("safeguards", "safeguards"),
    "safeguard-except": ("safeguards_except", "safeguards"),
}
_TEXTS = {
    "for": "purpose",
    "unit": "unit",
    "notice-line": "notice_line",
    "only-if": "condition",
    "onward": "onward",
    "transfer-assessment": "transfer_assessment",
    "policy-document": "basis.policy_document",
    "override-reason": "basis.override_reason",
}


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(flows_app, name="flows")


@flows_app.command("add")
def add(
    context: typer.Context,
    to: Annotated[str, typer.Option(help="The recipient: its name, or part of it.")],
    purpose: Annotated[str, typer.Option("--for", help="What for, as a family should hear it.")],
    said: Said = [],  # noqa: B006  # typer's own way
    since: Annotated[str, typer.Option("--from", help="The first day; today if left out.")] = "",
) -> None:
    """Add a purpose."""
    from sharebook.domain.flows import Flow
    from sharebook.domain.names import FlowId
    from sharebook.domain.protection import leaves_out_protected

    call: Call = context.obj
    with call.desk() as desk:
        recipient = desk.book.recipients()[finding.recipient(desk, to)]
        first = _first(desk, since)
        off = leaves_out_protected(desk.catalogues.recipient_kinds.get(recipient.kind))
        new = Flow(
            FlowId(0), 1, recipient.id, purpose, first, role=recipient.role, protected_off=off
        )
        made = desk.arranging.add_flow(with_said(new, said, _readers(desk)), desk.person)
        shown = _json(desk, made)
    call.show(shown, f"Purpose {made.id} is written.")


@flows_app.command("change")
def change(
    context: typer.Context,
    number: Annotated[int, typer.Argument(min=1, max=LARGEST, help="The purpose's number.")],
    said: Said = [],  # noqa: B006  # typer's own way
    since: Annotated[str, typer.Option("--from", help="The first day; today if left out.")] = "",
) -> None:
    """Begin a new version of a purpose; the old one stays in force until the day before."""
    from sharebook.domain.names import FlowId

    call: Call = context.obj
    with call.desk() as desk:
        first = _first(desk, since)
        now = with_said(desk.book.flow_on(FlowId(number), first), said, _readers(desk))
        made = desk.arranging.change_flow(now, first, desk.person)
        shown = _json(desk, made)
    call.show(shown, f"Version {made.version} of purpose {made.id} is written.")


@flows_app.command("show")
def show(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="The recipient, or the purpose's number.")],
    on: Annotated[str, typer.Option("--on", help="As it was on this day; today if left out.")] = "",
) -> None:
    """Say what a recipient's purposes said on a day: basis, items, safeguards, what changed."""
    call: Call = context.obj
    with call.desk() as desk:
        day = finding.day(on) if on else desk.clock.today()
        found = [
            version
            for flow in _wanted(desk, name)
            if (version := desk.map.dating.on(flow, day)) is not None
        ]
        rows = [_told(desk, each, day) for each in found]
    call.show(rows, "\n\n".join(map(_text, rows)) or "Nothing was shared on that day.")


def _wanted(desk: "Desk", name: str) -> "list[Any]":
    if name.isdigit():
        return [desk.book.flow_on(int(name), desk.clock.today()).id]  # type: ignore[arg-type]  # as typed
    recipient = finding.recipient(desk, name)
    mine = [flow.id for flow in desk.book.flows() if flow.recipient == recipient]
    return list(dict.fromkeys(mine))


def _first(desk: "Desk", since: str) -> date:
    return finding.day(since) if since else desk.clock.today()


def _readers(desk: "Desk") -> dict[str, tuple[str, Reader]]:
    from sharebook.cli.cohort_words import readers as cohort_readers

    lists = desk.catalogues

    def code(catalogue: str) -> Reader:
        return lambda it: finding.code(getattr(lists, catalogue), it, catalogue)

    def codes(catalogue: str) -> Reader:
        return lambda it: (finding.code(getattr(lists, catalogue), it, catalogue),) if it else ()

    readers: dict[str, tuple[str, Reader]] = {
        name: (field, code(catalogue)) for name, (field, catalogue) in _CHAIN.items()
    }
    readers |= {name: (field, codes(catalogue)) for name, (field, catalogue) in _LISTS.items()}
    readers |= {name: (field, str) for name, field in _TEXTS.items()}
    return {**readers, "country": ("country", str.upper), **cohort_readers(desk)}


def _json(desk: "Desk", flow: "Flow") -> dict[str, Any]:
    reached = desk.map.reaching.on(flow, desk.clock.today())
    return {
        "number": flow.id,
        "version": flow.version,
        "to": desk.book.recipients()[flow.recipient].labelled(flow.unit),
        "purpose": flow.purpose,
        "from": flow.valid_from.isoformat(),
        "pupils": len(reached.pupils),
        "on_roll": reached.on_roll,
    }


def _told(desk: "Desk", version: "DatedVersion", day: date) -> dict[str, Any]:
    flow = version.flow
    return {
        "number": flow.id,
        "version": flow.version,
        "to": desk.book.recipients()[flow.recipient].labelled(flow.unit, day),
        "from": flow.valid_from.isoformat(),
        "until": flow.valid_to.isoformat() if flow.valid_to else "",
        "said": [{"label": label, "words": words} for label, words in version.said],
        "changed": [each.sentence for each in version.changes],
    }


def _text(row: dict[str, Any]) -> str:
    until = f" to {row['until']}" if row["until"] else ""
    top = f"{row['number']}  {row['to']}, version {row['version']}, {row['from']}{until}"
    said = [f"    {each['label']}: {each['words']}" for each in row["said"]]
    changed = [f"    changed: {each}" for each in row["changed"]]
    return "\n".join([top, *said, *changed])
