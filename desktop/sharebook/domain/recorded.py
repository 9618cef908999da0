"""A record with the story of its writing: the second time axis, what was known when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from sharebook.domain.names import Seq

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Recorded(Generic[T_co]):
    """A record as it stands in the chain.

    Attributes:
        record: the fact.
        seq: its place in the chain.
        at: when it was written, UTC.
        by: who wrote it.
        supersedes: the record it puts right, if any.
        superseded_by: the record that put it right, if any.
        superseded_at: when that happened.
        reason: why it was put right.
        disposed: only its skeleton is left, because its retention ended.
    """

    record: T_co
    seq: Seq
    at: datetime
    by: str
    supersedes: Seq | None = None
    superseded_by: Seq | None = None
    superseded_at: datetime | None = None
    reason: str = ""
    disposed: bool = False

    def known_at(self, moment: datetime | None) -> bool:
        """Say whether the register held this record, unsuperseded, at `moment` (None: now)."""
        if moment is None:
            return self.superseded_by is None
        written = self.at <= moment
        return written and (self.superseded_at is None or moment < self.superseded_at)


def known_at(records: Iterable[Recorded[T]], moment: datetime | None) -> list[T]:
    """Return the facts the register held at `moment`, superseded ones left out."""
    return [recorded.record for recorded in records if recorded.known_at(moment)]
