"""What every row of every catalogue has, and what says how far it may be trusted."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sharebook.domain.names import Code


class Certainty(StrEnum):
    """How sure the row is (law.md 0.1)."""

    LOOKED_UP = "L"
    SECOND_HAND = "L2"
    KNOWLEDGE = "K"  # shown with "ask your DPO to confirm"
    UNCERTAIN = "U"  # shipped switched off


class Status(StrEnum):
    """Where the law behind the row stands."""

    IN_FORCE = "in_force"
    NOT_COMMENCED = "enacted_not_commenced"
    REPEALED = "repealed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What every row of every catalogue has.

    Attributes:
        words: plain English for the screen.
        source: where it comes from (statute, guidance, or "school practice").
        nations, school_types: where it applies; empty means everywhere.
    """

    code: Code
    words: str
    source: str
    certainty: Certainty
    status: Status = Status.IN_FORCE
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""
    nations: tuple[Code, ...] = ()
    school_types: tuple[Code, ...] = ()

    @property
    def on(self) -> bool:
        """Whether the row ships switched on."""
        return self.certainty is not Certainty.UNCERTAIN

    def in_force(self, day: date) -> bool:
        """Say whether the row may be relied on on `day`."""
        begun = self.valid_from is None or self.valid_from <= day
        ended = self.valid_to is not None and self.valid_to < day
        return self.status is Status.IN_FORCE and self.on and begun and not ended
