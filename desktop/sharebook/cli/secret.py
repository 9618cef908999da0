"""Secrets a command needs beside the passphrase: from a file, the environment, or asked for.

Never an argument: what is typed after a command is kept in the shell's history and shown to
everybody who lists the computer's processes.
"""

import os
import sys
from getpass import getpass
from pathlib import Path

from sharebook.cli.call import first_line
from sharebook.domain.errors import Refused

NEW_PASSPHRASE_VARIABLE = "SHAREBOOK_NEW_PASSPHRASE"  # noqa: S105  # the variable's name
CODE_VARIABLE = "SHAREBOOK_RECOVERY_CODE"


def new_passphrase(file: Path | None) -> str:
    """Return a new passphrase; where it is asked for, it is asked for twice.

    Raises:
        Refused: `passphrases_differ`, `new_passphrase_not_given`, or the file cannot be read.
    """
    given = _given(file, NEW_PASSPHRASE_VARIABLE)
    if given is not None:
        return given
    if not someone_is_there():
        raise Refused("new_passphrase_not_given", "passphrase")
    typed = getpass("New passphrase: ")
    if getpass("The same again: ") != typed:
        raise Refused("passphrases_differ", "passphrase")
    return typed


def recovery_code(file: Path | None) -> str:
    """Return the code on the recovery sheet.

    Raises:
        Refused: `recovery_code_not_given`, or the file cannot be read.
    """
    given = _given(file, CODE_VARIABLE)
    if given is not None:
        return given
    if not someone_is_there():
        raise Refused("recovery_code_not_given", "code")
    return getpass("Code on the recovery sheet: ")


def someone_is_there() -> bool:
    """Say whether somebody sits at a terminal and can be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def _given(file: Path | None, variable: str) -> str | None:
    return first_line(file) if file is not None else os.environ.get(variable)
