"""`people`: who may open the register, their passphrases and the recovery sheet."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sharebook.cli import secret
from sharebook.cli.call import Call
from sharebook.domain.errors import Refused

if TYPE_CHECKING:
    from sharebook.bootstrap.keys import KeyKeeping

_NAME = Annotated[str, typer.Argument(help="The name, as it stands beside what they record.")]
_NEW = Annotated[
    Path | None,
    typer.Option("--new-passphrase-file", help="File whose first line is the new passphrase."),
]
_CODE = Annotated[
    Path | None, typer.Option("--recovery-file", help="File whose first line is the recovery code.")
]
_KNOWN = Annotated[
    bool,
    typer.Option("--known-to-others", help="Somebody may have it: change the register's key too."),
]
_SHEET = Annotated[
    bool,
    typer.Option("--with-sheet", help="Open with the recovery sheet instead of a passphrase."),
]


def add_to(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(help="Who may open the register.", no_args_is_help=True)
    group.command("list")(list_)
    for command in (add, remove, passphrase, recovery):
        group.command(command.__name__)(command)
    app.add_typer(group, name="people")


def list_(context: typer.Context) -> None:
    """Say who has a passphrase; needs none itself."""
    from sharebook.bootstrap.people import people
    from sharebook.words.staff import staff_role

    call: Call = context.obj
    known = people(call.folder())
    call.show(
        [{"name": each.name, "role": each.role} for each in known],
        "\n".join(f"{each.name} ({staff_role(each.role)})" for each in known),
    )


def add(
    context: typer.Context,
    name: _NAME,
    role: Annotated[
        str, typer.Option(help="Their part: office, safeguarding_lead, head or dpo.")
    ] = "office",
    new_passphrase_file: _NEW = None,
    with_sheet: _SHEET = False,
    recovery_file: _CODE = None,
) -> None:
    """Give somebody a passphrase of their own; for heads and safeguarding leads one of them must.

    The recovery sheet may do it too: they are given the key to what is sealed for safeguarding.
    """
    from sharebook.domain.names import Code
    from sharebook.domain.people import Person

    call: Call = context.obj
    keys = _keys_with_sheet(call, recovery_file) if with_sheet else _keys(call)
    keys.add(Person(name, Code(role)), secret.new_passphrase(new_passphrase_file))
    _tell(call, keys, f"{name} can open the register from now on.")


def remove(
    context: typer.Context,
    name: _NAME,
    with_sheet: _SHEET = False,
    recovery_file: _CODE = None,
) -> None:
    """Take somebody off; the register gets a new key, and nobody else a new passphrase."""
    call: Call = context.obj
    keys = _keys_with_sheet(call, recovery_file) if with_sheet else _keys(call)
    keys.remove(name)
    _tell(
        call,
        keys,
        f"{name} cannot open the register any more, and it has a new key."
        " Copies and backups made before still open with the old one.",
    )


def passphrase(
    context: typer.Context,
    lost: Annotated[
        bool, typer.Option("--lost", help="The old one is lost: use the recovery sheet.")
    ] = False,
    known_to_others: _KNOWN = False,
    new_passphrase_file: _NEW = None,
    recovery_file: _CODE = None,
) -> None:
    """Change your passphrase."""
    call: Call = context.obj
    who = call.user_name()
    if lost:
        keys = _keys_with_sheet(call, recovery_file)
        new = secret.new_passphrase(new_passphrase_file)
        keys.replace_lost_passphrase(who, new, known_to_others=known_to_others)
    else:
        old = call.passphrase()
        keys = _keys(call, old)
        new = secret.new_passphrase(new_passphrase_file)
        keys.change_passphrase(old, new, known_to_others=known_to_others)
    _tell(call, keys, f"{who} has a new passphrase.")


def recovery(context: typer.Context, known_to_others: _KNOWN = False) -> None:
    """Make a new recovery sheet's code; the old sheet opens nothing afterwards."""
    from sharebook.bootstrap.keys import new_code

    call: Call = context.obj
    keys, code = _keys(call), new_code()
    if secret.someone_is_there():
        _have_typed_back(code)
    keys.replace_sheet(code, known_to_others=known_to_others)
    call.show(
        {"recovery_code": code},
        f"Recovery code, to print and lock away (it is kept nowhere else):\n  {code}\n"
        "The old sheet opens nothing any more; destroy it.",
    )


def _have_typed_back(code: str) -> None:
    from sharebook.bootstrap.starting import same_code

    print(f"Write this code down:\n  {code}", file=sys.stderr)
    if not same_code(typer.prompt("Type it back from the paper", err=True), code):
        raise Refused("recovery_mistyped", "code")


def _keys(call: Call, known: str | None = None) -> "KeyKeeping":
    from sharebook.bootstrap.keys import KeyKeeping
    from sharebook.bootstrap.opening import access

    typed = call.passphrase() if known is None else known
    return KeyKeeping(access(call.folder(), call.user_name(), typed))


def _keys_with_sheet(call: Call, recovery_file: Path | None) -> "KeyKeeping":
    from sharebook.bootstrap.keys import KeyKeeping
    from sharebook.bootstrap.opening import access_with_recovery

    return KeyKeeping(access_with_recovery(call.folder(), secret.recovery_code(recovery_file)))


def _tell(call: Call, keys: "KeyKeeping", sentence: str) -> None:
    known = [{"name": each.name, "role": str(each.role)} for each in keys.people()]
    call.show({"people": known}, sentence)
