"""What restoring a backup would lose, as one sentence."""

from datetime import datetime
from typing import Protocol

from sharebook.words.days import count
from sharebook.words.moments import day_and_time

UNKNOWN = (
    "No register in use could be read to compare with: there is none here, or not with"
    " this passphrase. So nobody can say what it holds besides."
)
NOTHING = "The register in use holds nothing that is not in it."


class Losing(Protocol):
    """Entries of the register in use that a backup lacks."""

    @property
    def count(self) -> int:
        """How many."""
        ...

    @property
    def first(self) -> int:
        """The first one's number."""
        ...

    @property
    def last(self) -> int:
        """The last one's number."""
        ...

    @property
    def since(self) -> datetime | None:
        """When the first was written; None where there are none."""
        ...

    @property
    def until(self) -> datetime | None:
        """When the last was written."""
        ...

    @property
    def sealed(self) -> int:
        """How many of the sealed log; 0 for everybody who does not hold its key."""
        ...


def loss_sentence(loss: Losing | None) -> str:
    """Return what would be lost; None is a loss nobody can tell."""
    if loss is None:
        return UNKNOWN
    hidden = count(loss.sealed, "sealed entry", "sealed entries")
    if not loss.count or loss.since is None or loss.until is None:
        return f"The register in use holds {hidden} that this lacks." if loss.sealed else NOTHING
    since, until = day_and_time(loss.since), day_and_time(loss.until)
    more = f", and {hidden}" if loss.sealed else ""
    if loss.count == 1:
        one = f"The register in use holds entry {loss.last:,} ({since})"
        return f"{one}{more}, which are not in it." if more else f"{one}, which is not in it."
    return (
        f"The register in use holds {loss.count:,} entries that are not in it:"
        f" {loss.first:,} ({since}) to {loss.last:,} ({until}){more}."
    )


def loses_nothing(loss: Losing | None) -> bool:
    """Say whether it is known that nothing would be lost."""
    return loss is not None and not loss.count and not loss.sealed
