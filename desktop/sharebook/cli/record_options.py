"""The options of `record`, `refuse` and `correct` about how it was decided, as one table."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sharebook.domain.disclosures import Decision, Receipt
from sharebook.domain.draft_paths import put_into
from sharebook.domain.drafts import Draft
from sharebook.domain.errors import Refused
from sharebook.domain.names import NO_CODE
from sharebook.domain.time_words import read_time

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

DECISIONS = tuple(each.value for each in Decision if each is not Decision.MISTAKE)


@dataclass(frozen=True, slots=True)
class Further:
    """One option.

    Attributes:
        path: where its answer stands in a draft.
        kind: "text", "day", "time", "yes", "decision", or the catalogue to choose from.
    """

    path: str
    kind: str
    help: str


FURTHER: Mapping[str, Further] = {
    "decision": Further("decision", "decision", f"One of {', '.join(DECISIONS)}."),
    "trigger": Further("trigger", "triggers", "What set it off; error opens an incident."),
    "time": Further("time", "time", "At what time: 9.40."),
    "decider_post": Further("decided_post", "text", "The decider's post."),
    "necessity": Further("considered.necessity", "text", "Why it was necessary."),
    "asked_for": Further("considered.asked_for", "text", "All they asked for, if a part went."),
    "asked_on": Further("considered.requested_on", "day", "When they asked, yyyy-mm-dd."),
    "wanted_by": Further("considered.wanted_by", "day", "By when they want it, yyyy-mm-dd."),
    "power": Further("considered.power", "text", "The law they name."),
    "capacity": Further("considered.capacity", "capacities", "Does the child understand?"),
    "child_view": Further("considered.child_view", "text", "What the child says."),
    "best_interest": Further("considered.best_interest", "text", "The child's best interest."),
    "public_interest": Further("considered.public_interest", "text", "The public interest."),
    "confidentiality": Further(
        "basis.confidentiality", "confidentiality", "How the confidence is met."
    ),
    "no_consent_reason": Further(
        "basis.no_consent_reason", "no_consent_reasons", "Why consent was not asked."
    ),
    "advice": Further("considered.advice", "text", "Who advised, when, and what."),
    "told": Further("family_told", "family_told", "Was the family told?"),
    "not_told_because": Further("not_told.because", "text", "Why the family is not told."),
    "not_told_by": Further("not_told.owner", "text", "Whose decision that is."),
    "not_told_until": Further("not_told.until", "day", "Until when, yyyy-mm-dd."),
    "handed_to": Further("considered.addressed_to", "text", "To which person it went."),
    "tracking": Further("tracking", "text", "The tracking reference."),
    "receipt": Further("receipt", "yes", "A receipt is wanted."),
    "retention": Further("considered.retention", "text", "How long they keep it."),
    "assessment": Further("considered.assessment", "text", "The impact assessment."),
}
SWITCHES = tuple(name for name, each in FURTHER.items() if each.kind == "yes")
TEXTS = tuple(name for name in FURTHER if name not in SWITCHES)


def with_further(*left_out: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the further options, but those `left_out`; it takes them as `further`."""
    names = [name for name in FURTHER if name not in left_out]

    def whole(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def called(**given: Any) -> None:
            further = {name: given.pop(name) for name in names}
            command(**given, further={name: it for name, it in further.items() if it})

        own = [it for it in inspect.signature(command).parameters.values() if it.name != "further"]
        more = [_parameter(name, FURTHER[name]) for name in names]
        called.__signature__ = inspect.Signature([*own, *more])  # type: ignore[attr-defined]
        called.__annotations__ = {each.name: each.annotation for each in (*own, *more)}
        del called.__wrapped__  # its signature would be read
        return called

    return whole


def decided(desk: "Desk", draft: Draft, given: Mapping[str, object]) -> Draft:
    """Return `draft` with the further options as typed.

    Raises:
        Refused: a code, a day or a time nobody knows.
    """
    for name, option in FURTHER.items():
        if name in given:
            draft = put_into(draft, option.path, _read(desk, name, option, given[name]))
    return _afterwards(desk, draft, given)


def _afterwards(desk: "Desk", draft: Draft, given: Mapping[str, object]) -> Draft:
    """Add what follows: the trigger of an emergency, no time of now, an end to not telling."""
    rows = desk.catalogues.triggers
    if draft.trigger == NO_CODE and draft.emergency:
        threats = (code for code, row in rows.items() if row.threat)
        draft = replace(draft, trigger=next(threats, NO_CODE))
    if draft.trigger == NO_CODE and draft.decision is not Decision.SHARED:
        asked = (code for code, row in rows.items() if row.asked)
        draft = replace(draft, trigger=next(asked, NO_CODE))
    if "time" not in given and desk.recording.written_up(draft):
        draft = replace(draft, time="")
    if "told" in given and draft.not_told.until is None:
        until = desk.recording.not_told_until(draft)
        draft = replace(draft, not_told=replace(draft.not_told, until=until))
    return draft


def _read(desk: "Desk", name: str, option: Further, typed: object) -> object:
    from sharebook.cli import finding

    words = str(typed)
    match option.kind:
        case "text":
            return words
        case "day":
            return finding.day(words)
        case "time":
            return read_time(words)
        case "yes":
            return Receipt.EXPECTED if typed else Receipt.NOT_NEEDED
        case "decision":
            if words not in DECISIONS:
                known = ", ".join(DECISIONS)
                raise Refused("code_unknown", name, typed=words, list=name, known=known)
            return Decision(words)
        case catalogue:
            option_words = name.replace("_", " ")
            return finding.code(getattr(desk.catalogues, catalogue), words, option_words)


def _parameter(name: str, option: Further) -> inspect.Parameter:
    switch = option.kind == "yes"
    dashed = f"--{name.replace('_', '-')}"
    said: Any = Annotated[str, typer.Option(dashed, help=option.help)]
    if switch:
        said = Annotated[bool, typer.Option(dashed, help=option.help)]
    kind = inspect.Parameter.KEYWORD_ONLY
    return inspect.Parameter(name, kind, default=False if switch else "", annotation=said)
