"""What every command is told before its own options: which register, who, how to answer."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from sharebook.cli.harmless import harmless
from sharebook.domain.errors import Refused, Trouble

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

LARGEST = 2**31 - 1  # number a person can mean; more would not fit the register
PASSPHRASE_VARIABLE = "SHAREBOOK_PASSPHRASE"  # noqa: S105  # the variable's name, not a secret


OpenWindow = Callable[[list[str]], int]


@dataclass(frozen=True, slots=True)
class Call:
    """The common options of one run.

    Attributes:
        window: opens the window on a register and returns its exit code; the command line does
            not know how.
        wait: seconds to wait where another program writes.
    """

    register: Path | None = None
    user: str = ""
    passphrase_file: Path | None = None
    as_json: bool = False
    today: date | None = None
    window: OpenWindow | None = None
    wait: float = 0

    def folder(self) -> Path:
        """Return the register's folder.

        Raises:
            Refused: none was named.
        """
        if self.register is None:
            raise Refused("register_not_named", "register")
        return self.register

    def passphrase(self) -> str:
        """Return the passphrase: from the file, else the environment, else asked for.

        Raises:
            Refused: the file cannot be read, or there is nobody to ask.
        """
        if self.passphrase_file is not None:
            return first_line(self.passphrase_file)
        if PASSPHRASE_VARIABLE in os.environ:
            return os.environ[PASSPHRASE_VARIABLE]
        if sys.stdin is None or not sys.stdin.isatty():  # None where it was closed
            raise Refused("passphrase_not_given", "passphrase")
        return getpass("Passphrase: ")

    @contextmanager
    def desk(self) -> "Iterator[Desk]":
        """Open the register, and close it when the command is done.

        Raises:
            Refused: no register named, wrong passphrase, a set day in a real register.
            Trouble: the register cannot be opened.
        """
        from sharebook.bootstrap.clocks import SetClock, SystemClock
        from sharebook.bootstrap.opening import open_register

        clock = SystemClock() if self.today is None else SetClock(self.today)
        desk = open_register(self.folder(), self.user_name(), self.passphrase(), clock)
        try:
            if self.today is not None and not desk.school().practice:
                raise Refused("today_only_in_practice", "today")
            desk.wait_to_write(self.wait)
            yield desk
        finally:
            desk.leave_no_trace()
            desk.close()

    def user_name(self) -> str:
        """Return who is asking: the one named, or the only one there is.

        Raises:
            Refused: nobody was named, and there are several.
            Trouble: the key file cannot be read.
        """
        if self.user:
            return self.user
        from sharebook.bootstrap.people import people

        known = people(self.folder())
        if len(known) != 1:
            raise Refused("user_not_named", "user", names=", ".join(each.name for each in known))
        return known[0].name

    def show(self, value: object, text: str) -> None:
        """Print the result: `value` as JSON if asked for, else `text`.

        Raises:
            Trouble: it could not be written out; what the command did is done.
            BrokenPipeError: whoever read it has heard enough.
        """
        shown = json.dumps(value, ensure_ascii=False, indent=2) if self.as_json else text
        try:
            print(harmless(shown), flush=True)
        except BrokenPipeError:
            raise
        except OSError as error:
            sys.stdout = None  # nothing more is tried there at the end
            raise Trouble("answer_not_written_out", why=error.strerror) from error


def first_line(path: Path) -> str:
    """Return the first line of a file that holds a secret.

    Raises:
        Refused: the file cannot be read as text.
    """
    try:
        # Notepad puts a mark before the first letter
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Refused("passphrase_file_unreadable", "passphrase", file=path.name) from error
    return lines[0] if lines else ""
