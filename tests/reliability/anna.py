"""Anna Field, who works at the same register in another program."""

from contextlib import closing, suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.opening import access
from sharebook.domain.names import PupilId
from tests.reliability.processes import Another, moments
from tests.reliability.school import CLOCK, PASSPHRASE, PAT, Office


class Anna(Another):
    """Her program; a test that has one asks for `forked`."""

    def __init__(self, folder: Path) -> None:
        super().__init__(_work, folder)

    def writes(self) -> int:
        """Record a sharing, going on to hold the register; return the place of its entry."""
        return int(self.asked("write"))


def _work(line: Connection, folder: Path) -> None:
    found = replace(access(folder, PAT, PASSPHRASE, CLOCK), person="Anna Field")
    with closing(Desk.opened(found, CLOCK)) as desk, suppress(EOFError):
        while line.recv() == "write":
            Office(desk, moments(1)).record(PupilId(1))
            line.send(int(desk.register.head().seq))
