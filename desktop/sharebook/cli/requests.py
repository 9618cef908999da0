"""`requests`: the in-tray: what was asked for, received, decided or taken back."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from sharebook.cli.call import LARGEST, Call
from sharebook.domain.disclosures import Asker, Decision
from sharebook.domain.drafts import Draft
from sharebook.domain.errors import Refused
from sharebook.domain.names import NO_CODE, Code, RequestId
from sharebook.domain.requests import Asked, Request
from sharebook.domain.sealed import said_number

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

requests_app = typer.Typer(
    help="Requests for data: add, list, show, decide, close.", no_args_is_help=True
)
_NUMBER = typer.Argument(min=1, max=LARGEST, help="The request's number.")
_SEALED = Annotated[
    bool, typer.Option("--sealed", help="In the sealed log, for whoever may open it.")
]
_DECISIONS = ("shared", "part", "refused", "deferred")


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(requests_app, name="requests")


@requests_app.command("add")
def add(
    context: typer.Context,
    asked_for: Annotated[str, typer.Option(help="What they ask for, in their words.")],
    why: Annotated[str, typer.Option(help="What they need it for.")],
    pupil: Annotated[list[str], typer.Option(help="A pupil; may be given again.")],
    recipient: Annotated[str, typer.Option(help="Who asks, if the register knows them.")] = "",
    organisation: Annotated[str, typer.Option(help="Who asks, if it does not.")] = "",
    name: Annotated[str, typer.Option(help="The person who asks.")] = "",
    post: Annotated[str, typer.Option(help="That person's post.")] = "",
    item: Annotated[list[str] | None, typer.Option(help="A kind of data; may be again.")] = None,
    came: Annotated[str, typer.Option(help="yyyy-mm-dd; today if left out.")] = "",
    wanted_by: Annotated[str, typer.Option(help="yyyy-mm-dd.")] = "",
    power: Annotated[str, typer.Option(help="The law or task they rely on.")] = "",
    method: Annotated[str, typer.Option(help="How the request came.")] = "",
    tracking: Annotated[str, typer.Option(help="Their own reference.")] = "",
    note: Annotated[str, typer.Option(help="Anything else.")] = "",
    sealed: _SEALED = False,
) -> None:
    """Write down a request that came."""
    from sharebook.cli import finding

    call: Call = context.obj
    with call.desk() as desk:
        lists, today = desk.catalogues, desk.clock.today()
        asked = Request(
            RequestId(0),
            finding.day(came) if came else today,
            recipient=finding.recipient(desk, recipient) if recipient else None,
            asker=Asker(name, post, organisation),
            pupils=tuple(dict.fromkeys(finding.pupil(desk, each).id for each in pupil)),
            items=tuple(finding.code(lists.items, each, "item") for each in item or ()),
            asked_for=asked_for,
            purpose=why,
            power=power,
            wanted_by=finding.day(wanted_by) if wanted_by else None,
            method=_way(desk, method),
            tracking=tracking,
            note=note,
        )
        _receive(call, desk, asked, sealed=sealed)


@requests_app.command("list")
def list_requests(
    context: typer.Context,
    everything: Annotated[bool, typer.Option("--all", help="Decided ones too.")] = False,
    sealed: _SEALED = False,
) -> None:
    """List the requests that wait, the most pressing first."""
    from sharebook.bootstrap.sealed_log import log_of

    call: Call = context.obj
    with call.desk() as desk:
        asking = log_of(desk, sealed=sealed).asking
        found = asking.tray() if everything else asking.waiting()
        rows = [_row(desk, each) for each in found]
        lines = [_line(desk, each, sealed=sealed) for each in found]
    call.show(rows, "\n".join(lines) or "No request waits for a decision.")


@requests_app.command("show")
def show(context: typer.Context, number: Annotated[int, _NUMBER], sealed: _SEALED = False) -> None:
    """Show one request with its answers."""
    from sharebook.bootstrap.sealed_log import log_of, speaking_of

    call: Call = context.obj
    with call.desk() as desk, speaking_of(sealed=sealed):
        _say(call, desk, log_of(desk, sealed=sealed).asking.one(number), sealed=sealed)


@requests_app.command("decide")
def decide(
    context: typer.Context,
    number: Annotated[int, _NUMBER],
    decision: Annotated[str, typer.Argument(help=", ".join(_DECISIONS))],
    to: Annotated[str, typer.Option(help="The recipient, if the request names none.")] = "",
    item: Annotated[list[str] | None, typer.Option(help="What was sent; may be again.")] = None,
    description: Annotated[str, typer.Option(help="What was sent, in words.")] = "",
    reason: Annotated[str, typer.Option(help="Why it was decided this way.")] = "",
    decided_by: Annotated[str, typer.Option(help="Who decided.")] = "",
    method: Annotated[str, typer.Option(help="How it was sent.")] = "",
    look_again: Annotated[
        str, typer.Option(help="Put off: the day to look again, yyyy-mm-dd.")
    ] = "",
    sealed: _SEALED = False,
) -> None:
    """Record what was decided; the entry closes the request."""
    from sharebook.bootstrap.sealed_log import log_of, speaking_of
    from sharebook.cli import finding

    if decision not in _DECISIONS:
        raise typer.BadParameter("choose one of: " + ", ".join(_DECISIONS), param_hint="DECISION")
    call: Call = context.obj
    with call.desk() as desk, speaking_of(sealed=sealed):
        again, rows = _day_to_come(desk, look_again, decision), desk.catalogues.items
        log = log_of(desk, sealed=sealed)
        draft = _chosen(desk, log.asking.decide(number), to)
        items = tuple(finding.code(rows, each, "item") for each in item or ())
        draft = replace(
            draft,
            decision=Decision(decision),
            items=items or draft.items,
            description=description or ("" if item else draft.description),
            reason=reason,
            decided_by=decided_by,
            method=_way(desk, method) or draft.method,
        )
        entry = log.recording.save(draft, desk.person)
        if again is not None:
            log.asking.look_again(number, again, desk.person)
        _say_decided(call, desk, log.asking.one(number), entry.number, sealed=sealed)


def _way(desk: "Desk", method: str) -> Code:
    from sharebook.cli import finding

    return finding.code(desk.catalogues.methods, method, "method") if method else NO_CODE


@requests_app.command("close")
def close(
    context: typer.Context,
    number: Annotated[int, _NUMBER],
    outcome: Annotated[str, typer.Option(help="What became of it.")] = "",
    take_back: Annotated[
        bool, typer.Option("--take-back", help="It was not closed after all: let it wait.")
    ] = False,
    sealed: _SEALED = False,
) -> None:
    """Close a request that was taken back, without an entry."""
    from sharebook.bootstrap.sealed_log import log_of, speaking_of

    call: Call = context.obj
    with call.desk() as desk, speaking_of(sealed=sealed):
        asking = log_of(desk, sealed=sealed).asking
        if take_back:
            asking.open_again(number, desk.person)
        else:
            asking.close(number, desk.person, outcome)
        _say(call, desk, asking.one(number), sealed=sealed)


def _receive(call: Call, desk: "Desk", asked: Request, *, sealed: bool) -> None:
    from sharebook.bootstrap.sealed_log import log_of

    asking = log_of(desk, sealed=sealed).asking
    made = asking.receive(asked, desk.person)
    _say(call, desk, asking.one(made.id), sealed=sealed)


def _say_decided(call: Call, desk: "Desk", asked: Asked, entry: int, *, sealed: bool) -> None:
    text = f"Entry {said_number(entry, sealed=sealed)}: written."
    call.show(_row(desk, asked), f"{text}\n{_line(desk, asked, sealed=sealed)}")


def _day_to_come(desk: "Desk", typed: str, decision: str) -> date | None:
    """Return the day to look again, refused before anything is written."""
    from sharebook.cli import finding

    if not typed:
        return None
    day = finding.day(typed)
    if decision != Decision.DEFERRED or day < desk.clock.today():
        raise Refused("request_day_passed", "look_again")
    return day


def _chosen(desk: "Desk", draft: Draft, to: str) -> Draft:
    """Return the draft for a recipient the request did not name; its own purpose stays."""
    if not to:
        return draft
    from sharebook.cli import finding

    return replace(draft, recipient=finding.recipient(desk, to))


def _say(call: Call, desk: "Desk", asked: Asked, *, sealed: bool) -> None:
    row = _row(desk, asked)
    told = {name: value for name, value in row.items() if value not in ("", [], None, False)}
    lines = [_line(desk, asked, sealed=sealed)]
    lines += [f"  {name.replace('_', ' ')}: {_words(value)}" for name, value in told.items()]
    call.show(row, "\n".join(lines))


def _words(value: object) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)


def _line(desk: "Desk", asked: Asked, *, sealed: bool) -> str:
    from sharebook.words.days import count, short_day

    request = asked.request
    number = said_number(int(request.id), sealed=sealed)
    whose = request.whose(desk.book.recipients())
    waited = count(asked.school_days, "school day")
    if not request.waits:
        ended = request.outcome or f"entry {said_number(request.entry or 0, sealed=sealed)}"
        return f"{number:>4}  {whose}: {ended}"
    day = f", wanted by {short_day(asked.day)}" if asked.day else ""
    day = f", look again on {short_day(asked.day)}" if asked.put_off and asked.day else day
    return f"{number:>4}  {'LATE  ' if asked.late else ''}{whose}, waits {waited}{day}"


def _row(desk: "Desk", asked: Asked) -> dict[str, object]:
    from sharebook.services.wording import Wording

    request = asked.request
    words = Wording(desk.catalogues, desk.book.headings())
    closed = request.closed_on
    return {
        "number": int(request.id),
        "state": "waits" if request.waits else "decided" if request.entry else "closed",
        "who": request.whose(desk.book.recipients()),
        "name": request.asker.name,
        "post": request.asker.post,
        "pupils": desk.choosing.names(request.pupils),
        "asked_for": request.asked_for,
        "items": [words.items((each,)) for each in request.items],
        "why": request.purpose,
        "power": request.power,
        "came": request.received_on.isoformat(),
        "day": asked.day.isoformat() if asked.day else "",
        "put_off": asked.put_off,
        "late": asked.late,
        "school_days": asked.school_days,
        "entry": request.entry or 0,
        "closed": closed.isoformat() if closed else "",
        "outcome": request.outcome,
        "tracking": request.tracking,
        "note": request.note,
    }
