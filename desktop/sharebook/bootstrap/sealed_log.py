"""Which log: the open one, or the sealed one for whoever holds its key."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from sharebook.domain.errors import Refused
from sharebook.domain.sealed import said_number
from sharebook.services.acknowledging import Acknowledging
from sharebook.services.asking import Asking
from sharebook.services.attaching import Attaching
from sharebook.services.browsing import Browsing
from sharebook.services.chasing import Chasing
from sharebook.services.incidents import Incidents
from sharebook.services.recording import Recording
from sharebook.services.striking import Striking

if TYPE_CHECKING:
    from sharebook.bootstrap.compartment import Compartment
    from sharebook.bootstrap.desk import Desk


_NUMBERED = ("entry_", "request_", "receipt_")  # codes of refusals that say a number of the log


class Log(Protocol):
    """What can be done at either log."""

    @property
    def recording(self) -> Recording:
        """Record an entry, or put one right."""
        ...

    @property
    def incidents(self) -> Incidents:
        """Follow what went wrong."""
        ...

    @property
    def attaching(self) -> Attaching:
        """Keep copies of what was sent."""
        ...

    @property
    def striking(self) -> Striking:
        """Strike an entry out, or put it back."""
        ...

    @property
    def browsing(self) -> Browsing:
        """Look entries up."""
        ...

    @property
    def asking(self) -> Asking:
        """Keep requests that wait for a decision."""
        ...

    @property
    def acknowledging(self) -> Acknowledging:
        """Leave findings as they are."""
        ...

    @property
    def chasing(self) -> Chasing:
        """Ask for receipts that have not come."""
        ...


def holds_key(desk: "Desk") -> bool:
    """Say whether the person at `desk` holds the key of the compartment; opens nothing."""
    return desk.access.sealed is not None


def sealed_log(desk: "Desk") -> "Compartment":
    """Return the compartment.

    Raises:
        Refused: `no_compartment`, whether or not anything is in it.
        Trouble: its file is missing, damaged or another register's.
    """
    found = desk.compartment
    if found is None:
        raise Refused("no_compartment")
    return found


def log_of(desk: "Desk", *, sealed: bool) -> Log:
    """Return the open log, or the sealed one.

    Raises:
        Refused, Trouble: as `sealed_log`.
    """
    return sealed_log(desk) if sealed else desk


@contextmanager
def speaking_of(*, sealed: bool) -> Iterator[None]:
    """Let refusals about an entry of the sealed log name it as a person does: S3.

    Raises:
        Refused: what was refused inside.
    """
    try:
        yield
    except Refused as refused:
        number = refused.facts.get("number")
        if not sealed or not isinstance(number, int) or not refused.code.startswith(_NUMBERED):
            raise
        facts = {**refused.facts, "number": said_number(number, sealed=True)}
        raise Refused(refused.code, refused.field, **facts) from refused
