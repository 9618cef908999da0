"""Terms and days off as the school typed them; taking one out supersedes it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

SchoolDateId = NewType("SchoolDateId", int)
ChaseId = NewType("ChaseId", int)


class DateKind(StrEnum):
    """What a span of days is to the school."""

    TERM = "term"
    BREAK = "break"  # half term or a holiday inside a term
    INSET = "inset"  # staff only
    CLOSED = "closed"  # snow, an election, anything else


@dataclass(frozen=True, slots=True)
class SchoolDate:
    """A term, or days without pupils, from the first day to the last, both counted.

    Attributes:
        name: as the school calls it: "Autumn term".
        removed: taken out again; it counts no longer.
    """

    id: SchoolDateId
    kind: DateKind
    name: str
    first_day: date
    last_day: date
    removed: bool = False

    def holds(self, day: date) -> bool:
        """Say whether `day` is one of its days."""
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True, slots=True)
class Chase:
    """The office asked again for a receipt; it names nobody.

    Attributes:
        entry: number of the log whose receipt is awaited.
        day: when it was asked for.
    """

    id: ChaseId
    entry: int
    day: date
