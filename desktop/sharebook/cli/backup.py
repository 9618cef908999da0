"""`backup`: make one now; `backups`: which there are, and whether each is whole."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sharebook.cli.call import Call
from sharebook.cli.progress import Bar
from sharebook.domain.backups import Proof

if TYPE_CHECKING:
    from sharebook.services.backing_up import Copied, Listed, Made
    from sharebook.services.backup_ports import Backup

_FINDINGS = 1
_VERIFIED = {Proof.WHOLE: True, Proof.DAMAGED: False, Proof.OTHER_KEY: None}
_WORDS = {
    Proof.WHOLE: "whole",
    Proof.DAMAGED: "DAMAGED, or no backup",
    Proof.OTHER_KEY: "made under an earlier key; restore asks for the passphrase of that time",
}


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("backup")(backup)
    app.command("backups")(backups)


def backup(
    context: typer.Context,
    to: Annotated[Path | None, typer.Option(help="Put a copy in this folder too.")] = None,
    remember: Annotated[
        bool, typer.Option("--remember", help="Put a copy in that folder every time from now on.")
    ] = False,
    forget: Annotated[
        bool, typer.Option("--forget", help="Put copies in the remembered folder no more.")
    ] = False,
) -> None:
    """Make a backup in this computer's own place, prove it, and let old ones go."""
    call: Call = context.obj
    if remember and to is None:
        message = "say which folder with --to"
        raise typer.BadParameter(message, param_hint="--remember")
    with call.desk() as desk:
        if remember or forget:
            desk.backing_up.remember_place(to if remember else None)
        made = desk.backing_up.make(Bar(), to)
    call.show(_told(made), "\n".join(_lines(made)))
    if any(copy.file is None for copy in made.copies):
        raise typer.Exit(_FINDINGS)


def backups(context: typer.Context) -> None:
    """List the register's backups, reading each; without --register, all on this computer."""
    from sharebook.services.backing_up import STOPPED
    from sharebook.words.sentences import sentence

    call: Call = context.obj
    if call.register is None:
        _show_all(call)
        return
    with call.desk() as desk:
        listed = desk.backing_up.proved(Bar())
        memory = desk.backing_up.memory()
    answer = {
        "second_place": memory.second_place,
        "thinning_paused_until": memory.thinning_paused_until,
        "last_failure": memory.failed_code,
        "backups": [_row(each) for each in listed],
    }
    lines = [f"{_line(each)}  {_WORDS[each.proof]}" for each in listed]
    lines = lines or ["There is no backup of this register yet."]
    if memory.failed_code:
        lines.append(sentence(STOPPED if memory.failed_code == STOPPED else "backup_failed_last"))
    call.show(answer, "\n".join(lines))
    if any(each.proof is Proof.DAMAGED for each in listed):
        raise typer.Exit(_FINDINGS)


def _show_all(call: Call) -> None:
    """Say what there is when the register itself cannot be opened any more."""
    from sharebook.bootstrap.backups import every_backup

    found = every_backup()
    rows = [{"file": str(each.file), "verified": None, **_facts(each)} for each in found]
    lines = [f"{_about(each)}  {each.manifest.school}\n  {each.file}" for each in found]
    call.show({"backups": rows}, "\n".join(lines or ["There is no backup of any register here."]))


def _told(made: "Made") -> dict[str, object]:
    return {
        "file": str(made.backup.file),
        "verified": True,
        **_facts(made.backup),
        "copies": [_copy(each) for each in made.copies],
        "thinned": [str(file) for file in made.thinned],
    }


def _lines(made: "Made") -> list[str]:
    from sharebook.words.days import count
    from sharebook.words.sentences import told

    lines = [f"Backed up and proved: {made.backup.file}"]
    lines += [
        told(copy.problem) if copy.problem else f"Copied and proved: {copy.file}"
        for copy in made.copies
    ]
    if made.thinned:
        lines.append(
            f"Let go, as newer ones stand for it: {count(len(made.thinned), 'old backup')}"
        )
    return lines


def _copy(copy: "Copied") -> dict[str, object]:
    from sharebook.words.sentences import told

    return {
        "folder": str(copy.folder),
        "file": str(copy.file) if copy.file else None,
        "code": copy.problem.code if copy.problem else "",
        "reason": told(copy.problem) if copy.problem else "",
    }


def _row(listed: "Listed") -> dict[str, object]:
    facts = _facts(listed.backup) if listed.backup else {}
    return {"file": str(listed.file), "verified": _VERIFIED[listed.proof], **facts}


def _facts(backup: "Backup") -> dict[str, object]:
    return {
        "school": backup.manifest.school,
        "made_at": backup.manifest.made_at,
        "entries": backup.manifest.seq,
        "bytes": backup.file.stat().st_size,
    }


def _line(listed: "Listed") -> str:
    return f"{listed.file}\n  {_about(listed.backup)}" if listed.backup else f"{listed.file}\n "


def _about(backup: "Backup") -> str:
    from sharebook.words.days import count
    from sharebook.words.moments import day_and_time

    entries = count(backup.manifest.seq, "entry", "entries")
    return f"{day_and_time(backup.moment)}, {entries}"
