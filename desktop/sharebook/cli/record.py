"""`record`, `refuse` and `correct`: an entry of the log from options or a JSON file."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sharebook.cli.attach import copies_of
from sharebook.cli.call import LARGEST, Call
from sharebook.cli.entry_file import options_in
from sharebook.cli.entry_pupils import pupils_of
from sharebook.cli.record_options import decided, with_further
from sharebook.domain.disclosures import Asker, Decision, Disclosure
from sharebook.domain.drafts import Draft
from sharebook.domain.errors import Refused
from sharebook.domain.sealed import said_number
from sharebook.words.days import count

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

_TO = Annotated[str, typer.Option("--to", help="The recipient.")]
_FOR = Annotated[str, typer.Option("--for", help="Which of its purposes, or a new one.")]
_PUPIL = Annotated[list[str] | None, typer.Option(help="A pupil; may be given again.")]
_CLASS = Annotated[str, typer.Option("--class", help="Everyone in a class.")]
_YEAR = Annotated[str, typer.Option(help="Everyone in a year group.")]
_ALL = Annotated[bool, typer.Option("--all", help="Everyone on roll.")]
_FLAG = Annotated[str, typer.Option(help="Everyone with a flag.")]
_FILE = Annotated[
    Path | None, typer.Option("--file", help="A list of pupils: .csv, .txt or .xlsx.")
]
_LIST = Annotated[
    str, typer.Option("--list", help="The same from a text file; - reads what is piped in.")
]
_ROLL_ON = Annotated[str, typer.Option(help="Everyone on roll on a day, yyyy-mm-dd.")]
_EXCEPT = Annotated[
    list[str] | None, typer.Option("--except", help="A pupil left out; may be given again.")
]
_ITEM = Annotated[list[str] | None, typer.Option(help="What was sent; may be given again.")]
_FROM = Annotated[
    Path | None, typer.Option("--from", help="A JSON file with these options by name.")
]

_TEMPLATE = Annotated[str, typer.Option(help="The name of a template that fills in the rest.")]
_NO_ANSWERS = ("context", "sealed", "further", "attach")
_ATTACH = Annotated[
    list[Path] | None, typer.Option(help="A copy of what was sent; may be given again.")
]
_SEALED = Annotated[
    bool, typer.Option("--sealed", help="In the sealed log, for whoever may open it.")
]


def add_to(app: typer.Typer) -> None:
    """Add the three commands."""
    app.command("record")(record)
    app.command("refuse")(refuse)
    app.command("correct")(correct)


@with_further()
def record(
    context: typer.Context,
    to: _TO = "",
    purpose: _FOR = "",
    pupil: _PUPIL = None,
    class_name: _CLASS = "",
    year: _YEAR = "",
    everyone: _ALL = False,
    flag: _FLAG = "",
    file: _FILE = None,
    pupil_list: _LIST = "",
    roll_on: _ROLL_ON = "",
    left_out: _EXCEPT = None,
    item: _ITEM = None,
    description: Annotated[str, typer.Option(help="What was sent, in words.")] = "",
    day: Annotated[str, typer.Option(help="yyyy-mm-dd; today if left out.")] = "",
    method: Annotated[str, typer.Option(help="How it was sent.")] = "",
    decided_by: Annotated[str, typer.Option(help="Who decided.")] = "",
    asked_by: Annotated[str, typer.Option(help="Who asked.")] = "",
    reason: Annotated[str, typer.Option(help="Why it was decided this way.")] = "",
    consent: Annotated[str, typer.Option(help="Which consent it rests on.")] = "",
    emergency: Annotated[str, typer.Option(help="What the emergency was.")] = "",
    note: Annotated[str, typer.Option(help="Anything else.")] = "",
    source: _FROM = None,
    sealed: _SEALED = False,
    template: _TEMPLATE = "",
    attach: _ATTACH = None,
    *,
    further: dict[str, object],
) -> None:
    """Record that information was shared, or what else was decided."""
    given = _given(locals()) | further
    call: Call = context.obj
    with call.desk() as desk:
        from sharebook.bootstrap.sealed_log import log_of

        log = log_of(desk, sealed=sealed)
        copies = copies_of(log, attach or ())
        entry = log.recording.save(_draft(desk, given, Decision.SHARED), desk.person, copies)
        _say(call, desk, entry, "Recorded", sealed=sealed)


@with_further("decision", "receipt", "tracking", "handed_to", "time")
def refuse(
    context: typer.Context,
    to: _TO = "",
    purpose: _FOR = "",
    pupil: _PUPIL = None,
    class_name: _CLASS = "",
    year: _YEAR = "",
    everyone: _ALL = False,
    flag: _FLAG = "",
    file: _FILE = None,
    pupil_list: _LIST = "",
    roll_on: _ROLL_ON = "",
    left_out: _EXCEPT = None,
    item: _ITEM = None,
    description: Annotated[str, typer.Option(help="What was asked for.")] = "",
    day: Annotated[str, typer.Option(help="yyyy-mm-dd; today if left out.")] = "",
    decided_by: Annotated[str, typer.Option(help="Who decided.")] = "",
    asked_by: Annotated[str, typer.Option(help="Who asked.")] = "",
    reason: Annotated[str, typer.Option(help="Why it was refused.")] = "",
    source: _FROM = None,
    sealed: _SEALED = False,
    *,
    further: dict[str, object],
) -> None:
    """Record that information was asked for and refused."""
    given = _given(locals()) | further
    call: Call = context.obj
    with call.desk() as desk:
        from sharebook.bootstrap.sealed_log import log_of

        log = log_of(desk, sealed=sealed)
        entry = log.recording.save(_draft(desk, given, Decision.REFUSED), desk.person)
        _say(call, desk, entry, "Refusal recorded", sealed=sealed)


@with_further()
def correct(
    context: typer.Context,
    number: Annotated[int, typer.Argument(min=1, max=LARGEST, help="The entry that is wrong.")],
    because: Annotated[str, typer.Option(help="What was wrong with it.")],
    pupil: _PUPIL = None,
    class_name: _CLASS = "",
    year: _YEAR = "",
    everyone: _ALL = False,
    flag: _FLAG = "",
    file: _FILE = None,
    pupil_list: _LIST = "",
    roll_on: _ROLL_ON = "",
    left_out: _EXCEPT = None,
    item: _ITEM = None,
    description: Annotated[str, typer.Option(help="What was sent, in words.")] = "",
    day: Annotated[str, typer.Option(help="yyyy-mm-dd.")] = "",
    method: Annotated[str, typer.Option(help="How it was sent.")] = "",
    decided_by: Annotated[str, typer.Option(help="Who decided.")] = "",
    note: Annotated[str, typer.Option(help="Anything else.")] = "",
    sealed: _SEALED = False,
    *,
    further: dict[str, object],
) -> None:
    """Put right an entry with a new one; both are kept."""
    given = _given(locals()) | further
    call: Call = context.obj
    from sharebook.bootstrap.sealed_log import log_of, speaking_of

    with call.desk() as desk, speaking_of(sealed=sealed):
        recording = log_of(desk, sealed=sealed).recording
        old = recording.entry(number).record
        draft = _changed(desk, recording.reopen(old), given)
        entry = recording.correct(number, draft, because, desk.person)
        said = f"Entry {said_number(number, sealed=sealed)} put right"
        _say(call, desk, entry, said, sealed=sealed)


def _given(options: dict[str, object]) -> dict[str, object]:
    given = {name: value for name, value in options.items() if value and name not in _NO_ANSWERS}
    source = given.pop("source", None)
    if isinstance(source, Path):
        given = options_in(source) | given
    return given


def _draft(desk: "Desk", given: dict[str, object], decision: Decision) -> Draft:
    from sharebook.cli import finding

    if given.get("template"):
        return _from_template(desk, given)
    if not given.get("to"):
        raise Refused("answer_recipient", "to")
    purpose = str(given.get("purpose", ""))
    today = desk.clock.today()
    day = finding.day(str(given["day"])) if "day" in given else today
    choice = finding.choice(desk, str(given["to"]), purpose, day)
    draft = desk.recording.start()
    if day != today:  # the time of day is known for today alone
        draft = replace(draft, day=day, time="")
    draft = replace(desk.recording.choose(draft, choice), decision=decision)
    if purpose and choice.flow is None:
        draft = replace(draft, purpose=purpose)
    return _changed(desk, draft, given)


def _from_template(desk: "Desk", given: dict[str, object]) -> Draft:
    """Return the template's draft, with what is typed beside it."""
    draft, _chips = desk.templating.use(desk.templating.named(str(given["template"])))
    if "purpose" in given:
        draft = replace(draft, purpose=str(given["purpose"]))
    if "day" in given:
        draft = replace(draft, time="")
    return _changed(desk, draft, given)


def _changed(desk: "Desk", draft: Draft, given: dict[str, object]) -> Draft:
    from sharebook.cli import finding

    changes: dict[str, object] = {
        name: given[name]
        for name in ("description", "decided_by", "reason", "consent", "emergency", "note")
        if name in given
    }
    if "day" in given:
        changes["day"] = finding.day(str(given["day"]))
    if "method" in given:
        changes["method"] = finding.code(desk.catalogues.methods, str(given["method"]), "method")
    if "asked_by" in given:
        changes["asker"] = Asker(str(given["asked_by"]))
    if "item" in given:
        rows = desk.catalogues.items
        changes["items"] = tuple(finding.code(rows, each, "item") for each in _list(given["item"]))
    changes["pupils"] = pupils_of(desk, replace(draft, **changes), given)  # type: ignore[arg-type]
    draft = replace(draft, **changes)  # type: ignore[arg-type]  # names checked above
    return decided(desk, draft, given)


def _list(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]


def _say(call: Call, desk: "Desk", entry: Disclosure, done: str, *, sealed: bool) -> None:
    from sharebook.words.sentences import told

    name = desk.book.recipients()[entry.recipient].labelled(entry.unit)
    found = desk.judging.entry(entry)
    answer = {
        "number": entry.number,
        "recipient": name,
        "pupils": len(entry.cohort),
        "day": entry.day.isoformat(),
        "gaps": [{"code": each.code, "sentence": told(each)} for each in found],
    }
    said = said_number(entry.number, sealed=sealed)
    text = f"{done}: entry {said}, {name}, {count(len(entry.cohort), 'pupil')}."
    call.show(answer, "\n".join([text, *(f"  Can wait: {told(each)}" for each in found)]))
