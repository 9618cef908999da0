"""What stops disposal: an open request, a case before a court, an inquiry."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from sharebook.domain.names import PupilId, RecipientId

HoldId = NewType("HoldId", int)


class HoldReason(StrEnum):
    """Why nothing may be disposed of (law.md 6)."""

    OPEN_REQUEST = "open_request"
    LITIGATION = "litigation"
    INQUIRY = "inquiry"
    POLICE = "police"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Hold:
    """Keeps what it covers from disposal until it is lifted; lifting supersedes it.

    Attributes:
        note: what it is about, in the office's words.
        pupil: only this child; None for any.
        recipient: only what was given to this recipient; None for any.
        lifted_on: the day it was lifted, or None while it holds.
    """

    id: HoldId
    why: HoldReason
    note: str
    first_day: date
    pupil: PupilId | None = None
    recipient: RecipientId | None = None
    lifted_on: date | None = None

    @property
    def everything(self) -> bool:
        """Whether it stops every disposal."""
        return self.pupil is None and self.recipient is None

    def holds_on(self, day: date) -> bool:
        """Say whether it is in force on `day`."""
        return self.first_day <= day and (self.lifted_on is None or day < self.lifted_on)

    def stops(self, pupils: Collection[PupilId], recipients: Collection[RecipientId]) -> bool:
        """Say whether it covers records about any of `pupils`, given to any of `recipients`."""
        about = self.pupil is None or self.pupil in pupils
        return about and (self.recipient is None or self.recipient in recipients)
