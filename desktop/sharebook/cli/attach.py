"""`attach` and `attachments`: copies of what was sent, in and out."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sharebook.cli.call import LARGEST, Call
from sharebook.domain.sealed import said_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sharebook.bootstrap.sealed_log import Log
    from sharebook.domain.attachments import Attachment, Copy

_NUMBER = typer.Argument(min=1, max=LARGEST, help="The entry's number.")
_SEALED = Annotated[
    bool, typer.Option("--sealed", help="In the sealed log, for whoever may open it.")
]
_LETTERS = 8  # of a fingerprint


def add_to(app: typer.Typer) -> None:
    """Add the two commands."""
    app.command("attach")(attach)
    app.command("attachments")(attachments)


def attach(
    context: typer.Context,
    number: Annotated[int, _NUMBER],
    file: Annotated[list[Path], typer.Argument(help="A file; more may follow.")],
    sealed: _SEALED = False,
) -> None:
    """Attach copies of what was sent to an entry: all of them, or none."""
    from sharebook.bootstrap.sealed_log import log_of, speaking_of
    from sharebook.words.sentences import told

    call: Call = context.obj
    with call.desk() as desk, speaking_of(sealed=sealed):
        log = log_of(desk, sealed=sealed)
        made = log.attaching.attach(number, copies_of(log, file), desk.person)
        advice = log.attaching.advice()
    said = said_number(number, sealed=sealed)
    lines = [f"Attached to entry {said}: {_line(each)}" for each in made]
    warned = [told(advice)] if advice is not None else []
    call.show([_row(each) for each in made], "\n".join([*lines, *warned]))


def attachments(
    context: typer.Context,
    number: Annotated[int, _NUMBER],
    save: Annotated[
        Path | None, typer.Option(help="Save copies into this folder, readable by anyone there.")
    ] = None,
    take_out: Annotated[
        int, typer.Option(min=0, max=LARGEST, help="Take this file out, by its own number.")
    ] = 0,
    because: Annotated[str, typer.Option(help="Why it is taken out.")] = "",
    sealed: _SEALED = False,
) -> None:
    """List the copies of what was sent with an entry; save them, or take one out."""
    from sharebook.bootstrap.sealed_log import log_of, speaking_of

    call: Call = context.obj
    with call.desk() as desk, speaking_of(sealed=sealed):
        log = log_of(desk, sealed=sealed)
        if take_out:
            known = {int(each.record.id) for each in log.attaching.of(number)}
            log.attaching.take_out(take_out if take_out in known else 0, because, desk.person)
        found = [each.record for each in log.attaching.of(number)]
        saved = [] if save is None else _saved(log, found, save)
    shown = [
        _row(each) | ({"saved": where} if where else {}) for each, where in _pairs(found, saved)
    ]
    lines = [
        f"{_line(each)}{f', saved as {where}' if where else ''}"
        for each, where in _pairs(found, saved)
    ]
    said = said_number(number, sealed=sealed)
    call.show(shown, "\n".join(lines) or f"Entry {said} has no file.")


def copies_of(log: "Log", files: "Sequence[Path]") -> "tuple[Copy, ...]":
    """Read files that are to be attached to an entry of `log`.

    Raises:
        Refused: one is not there, empty, too large, or given twice.
        Trouble: one cannot be read.
    """
    from sharebook.bootstrap.attached_copies import read_copy
    from sharebook.cli.progress import Bar

    return log.attaching.ready(read_copy(path, log.attaching, Bar()) for path in files)


def _saved(log: "Log", found: "list[Attachment]", folder: Path) -> list[str]:
    from sharebook.bootstrap.attached_copies import save_copy

    read = [log.attaching.read(int(each.id)) for each in found]  # all are whole, or none is written
    return [str(save_copy(folder, made.name, content)) for made, content in read]


def _pairs(found: "list[Attachment]", saved: list[str]) -> "list[tuple[Attachment, str]]":
    return list(zip(found, saved or [""] * len(found), strict=True))


def _row(made: "Attachment") -> dict[str, object]:
    return {
        "number": int(made.id),
        "entry": made.entry,
        "name": made.name,
        "bytes": made.size,
        "sha256": made.digest,
    }


def _line(made: "Attachment") -> str:
    from sharebook.words.sizes import size_words

    return f"{made.id}  {made.name}, {size_words(made.size)}, {made.digest[:_LETTERS].upper()}"
