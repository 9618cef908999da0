"""What restoring a backup would lose, as one sentence."""

from datetime import datetime
from typing import Protocol

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


def loss_sentence(loss: Losing | None) -> str:
    """Return what would be lost; None is a loss nobody can tell."""
    if loss is None:
        return UNKNOWN
    if not loss.count or loss.since is None or loss.until is None:
        return NOTHING
    since, until = day_and_time(loss.since), day_and_time(loss.until)
    if loss.count == 1:
        return f"The register in use holds entry {loss.last:,} ({since}), which is not in it."
    return (
        f"The register in use holds {loss.count:,} entries that are not in it:"
        f" {loss.first:,} ({since}) to {loss.last:,} ({until})."
    )
