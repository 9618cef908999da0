"""`restore FILE`: put a backup in the register's place; say first what that would lose."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sharebook.cli.call import Call, first_line
from sharebook.cli.progress import Bar
from sharebook.domain.errors import Refused

if TYPE_CHECKING:
    from sharebook.services.restoring import Preview, Restoring
    from sharebook.words.losses import Losing


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("restore")(restore)


def restore(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A backup, or a register an earlier restore kept.")],
    preview: Annotated[
        bool, typer.Option("--preview", help="Say what it would bring and lose; change nothing.")
    ] = False,
    recovery_file: Annotated[
        Path | None,
        typer.Option(help="File whose first line is the recovery code, for a lost passphrase."),
    ] = None,
    passphrase_now: Annotated[
        Path | None,
        typer.Option(help="File whose first line is today's passphrase, if it is another."),
    ] = None,
) -> None:
    """Put a backup in the register's place; the register in use stays beside it, renamed."""
    call: Call = context.obj
    service = _service(call, file, recovery_file, passphrase_now)
    if preview:
        looked = service.preview(file, Bar())
        call.show(_told(call, "ready", looked, None), "\n".join(_lines(looked)))
        return
    done = service.restore(file, Bar())
    lines = [*_lines(done.preview), f"It is now the register in {call.folder()}"]
    if done.kept_as:
        lines.append(f"The register that was in use is kept as {done.kept_as}")
        lines.append("To go back, restore that folder.")
    call.show(_told(call, "restored", done.preview, done.kept_as), "\n".join(lines))


def _service(
    call: Call, file: Path, recovery_file: Path | None, passphrase_now: Path | None
) -> "Restoring":
    from sharebook.bootstrap.clocks import SystemClock
    from sharebook.bootstrap.restores import restoring, with_passphrase, with_recovery

    if not file.exists():
        raise Refused("file_not_found", "file", file=file.name)
    if recovery_file is not None:
        way_in = with_recovery(first_line(recovery_file))
    else:
        way_in = with_passphrase(_user(call, file), call.passphrase())
    in_use = None
    if passphrase_now is not None:
        in_use = with_passphrase(_user(call, call.folder()), first_line(passphrase_now))
    return restoring(call.folder(), way_in, SystemClock(), in_use)


def _user(call: Call, file: Path) -> str:
    """Return who opens it; the register in use may be past asking, so the backup is asked."""
    from sharebook.bootstrap.restores import people_in

    known = people_in(file)
    if not call.user and len(known) != 1:
        raise Refused("user_not_named", "user", names=", ".join(known))
    return call.user or known[0]


def _told(call: Call, outcome: str, preview: "Preview", kept_as: Path | None) -> dict[str, object]:
    from sharebook.words.sentences import told

    return {
        "outcome": outcome,
        "register": str(call.folder()),
        "file": str(preview.file),
        "made_at": preview.candidate.moment.isoformat(timespec="seconds"),
        "entries": preview.candidate.entries,
        "lost": None if preview.lost is None else _loss(preview.lost),
        "newer": str(preview.newer) if preview.newer else None,
        "findings": [{"code": e.code, "sentence": told(e)} for e in preview.candidate.findings],
        "kept_as": str(kept_as) if kept_as else None,
    }


def _loss(lost: "Losing") -> dict[str, object]:
    sealed = {"sealed": lost.sealed} if lost.sealed else {}  # for who holds the key alone
    return sealed | {
        "count": lost.count,
        "first": lost.first,
        "last": lost.last,
        "since": lost.since.isoformat(timespec="seconds") if lost.since else None,
        "until": lost.until.isoformat(timespec="seconds") if lost.until else None,
    }


def _lines(preview: "Preview") -> list[str]:
    from sharebook.words.days import count
    from sharebook.words.losses import loss_sentence
    from sharebook.words.moments import day_and_time
    from sharebook.words.sentences import told

    held = count(preview.candidate.entries, "entry", "entries")
    lines = [f"{preview.file.name}: {day_and_time(preview.candidate.moment)}, {held}."]
    lines += [told(each) for each in preview.candidate.findings]
    lines.append(loss_sentence(preview.lost))
    if preview.newer:
        lines.append(f"There is a newer backup of this register: {preview.newer}")
    lines.append("People and passphrases are those of that time.")
    return lines
