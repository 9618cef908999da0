"""The command line: one command a file, the same verbs as the window."""

import json
import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from sharebook import __version__
from sharebook.cli import (
    agreements,
    attach,
    backup,
    bench,
    calendar,
    check,
    contacts,
    demo,
    dispose,
    due,
    exclude,
    export,
    flows,
    gaps,
    history,
    household,
    import_,
    incidents,
    law,
    mistake,
    new,
    people,
    print_,
    pupils,
    receipts,
    recipients,
    record,
    requests,
    restore,
    sealed,
    self_test,
    templates,
    who,
)
from sharebook.cli.argument_order import common_first
from sharebook.cli.call import Call, OpenWindow
from sharebook.cli.harmless import harmless
from sharebook.domain.errors import Refused, SharebookError, Trouble
from sharebook.words.sentences import told

DONE, REFUSED, TROUBLE = 0, 1, 3  # 2 is typer's own, for a wrong call
_INTERRUPTED = 130
_FIRST_DAY, _LAST_DAY = date(1980, 1, 1), date(2899, 12, 31)

app = typer.Typer(
    name="sharebook",
    help="A school's encrypted register of which pupil data went to whom, when and why.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for part in (demo, new, import_, export, who, print_, record, mistake, history, due, gaps, check):
    part.add_to(app)
for part in (
    attach,
    incidents,
    templates,
    requests,
    receipts,
    calendar,
    dispose,
    law,
    sealed,
    backup,
    restore,
    people,
    self_test,
    bench,
):
    part.add_to(app)
for part in (recipients, flows, agreements, exclude, pupils, contacts, household):
    part.add_to(app)


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"Sharebook {__version__}")
        raise typer.Exit


@app.callback()
def common(
    context: typer.Context,
    register: Annotated[Path | None, typer.Option(help="The register's folder.")] = None,
    user: Annotated[str, typer.Option(help="Who you are, as named in the register.")] = "",
    passphrase_file: Annotated[
        Path | None, typer.Option(help="File whose first line is the passphrase.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer in JSON.")] = False,
    today: Annotated[
        str, typer.Option(help="Pretend it is this day, yyyy-mm-dd (practice registers only).")
    ] = "",
    wait: Annotated[
        int, typer.Option(min=0, max=3600, help="Seconds to wait where another program writes.")
    ] = 5,
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Read the options every command shares."""
    window = context.obj
    context.obj = Call(register, user, passphrase_file, as_json, _day(today), window, wait)


def run(arguments: Sequence[str], window: OpenWindow | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 refused, 2 usage, 3 trouble.

    Args:
        arguments: what was typed after the program's name.
        window: opens the window, for the commands that end in one.
    """
    _speak_utf8()
    try:
        _refuse_broken_letters(arguments)
        _program()(args=common_first(arguments), prog_name="sharebook", obj=window)
    except SystemExit as ended:  # typer always ends so, with its own code for a wrong call
        return _ending(ended)
    except Refused as refused:
        return _say(refused, REFUSED, arguments)
    except Trouble as trouble:
        return _say(trouble, TROUBLE, arguments)
    return DONE


@cache
def _program() -> Callable[..., object]:
    """Return what Typer makes of every command, which takes it longer than most commands."""
    return typer.main.get_command(app)


def _refuse_broken_letters(arguments: Sequence[str]) -> None:
    """Let through only what can be stored and printed: whole letters of Unicode."""
    for word in arguments:
        try:
            word.encode()
        except UnicodeEncodeError as wrong:
            shown = word.encode(errors="replace").decode()
            raise Refused("argument_not_text", typed=shown) from wrong


def _ending(ended: SystemExit) -> int:
    if ended.code == _INTERRUPTED:
        print("Stopped. Nothing was half-done.", file=sys.stderr)
        return REFUSED
    return ended.code if isinstance(ended.code, int) else DONE


def _say(problem: SharebookError, code: int, arguments: Sequence[str]) -> int:
    if "--json" in arguments:
        answer = {"outcome": "refused", "code": problem.code, "reason": told(problem)}
        print(json.dumps(answer, ensure_ascii=False, indent=2))
    print(harmless(told(problem)), file=sys.stderr)
    return code


def _day(typed: str) -> date | None:
    if not typed:
        return None
    try:
        day = date.fromisoformat(typed)
    except ValueError as wrong:
        message = "write the day as yyyy-mm-dd"
        raise typer.BadParameter(message, param_hint="--today") from wrong
    if not _FIRST_DAY <= day <= _LAST_DAY:  # beyond these, computers' clocks go wrong
        message = f"choose a day from {_FIRST_DAY} to {_LAST_DAY}"
        raise typer.BadParameter(message, param_hint="--today")
    return day


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
