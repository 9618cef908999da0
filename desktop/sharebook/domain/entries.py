"""The log's numbers: each with everything that was ever written under it.

A correction is written under a number of its own. A mistake, and the taking back of a mistake,
are written under the number they are about (docs/adr/0012-mistakes.md).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sharebook.domain.disclosures import Disclosure
from sharebook.domain.recorded import Recorded


@dataclass(frozen=True, slots=True)
class Entry:
    """One number of the log.

    Attributes:
        versions: what was written under it, oldest first.
    """

    versions: tuple[Recorded[Disclosure], ...]

    @property
    def first(self) -> Recorded[Disclosure]:
        """What was written first: by whom, when, and which entry it put right."""
        return self.versions[0]

    @property
    def newest(self) -> Recorded[Disclosure]:
        """What was written last; only another number may supersede it."""
        return self.versions[-1]

    @property
    def stands(self) -> bool:
        """Whether it counts: not put right by another entry, not recorded by mistake."""
        return stands(self.newest)


def stands(recorded: Recorded[Disclosure]) -> bool:
    """Say whether this version of an entry counts now."""
    return recorded.superseded_by is None and not recorded.record.is_mistake


def standing(recorded: Iterable[Recorded[Disclosure]]) -> list[Recorded[Disclosure]]:
    """Return the entries that count, in their order."""
    return [each for each in recorded if stands(each)]


def entries_of(recorded: Iterable[Recorded[Disclosure]]) -> list[Entry]:
    """Gather versions into entries, in the order in which their first versions come.

    Args:
        recorded: every version of each entry that occurs, in any order.
    """
    found: dict[int, list[Recorded[Disclosure]]] = {}
    for each in recorded:
        found.setdefault(each.record.number, []).append(each)
    return [
        Entry(tuple(sorted(versions, key=lambda version: version.seq)))
        for versions in found.values()
    ]
