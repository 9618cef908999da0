"""That somebody has seen what a check found, and leaves it so for a reason."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sharebook.domain.names import AcknowledgementId


class About(StrEnum):
    """What a check looked at."""

    ENTRY = "entry"
    FLOW = "flow"
    RECIPIENT = "recipient"


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """A finding that is left as it is; the check says it no more.

    Attributes:
        about, number: what it was found on; of a flow, `version` is the version it was found on.
        code: the finding's code.
        because: why it may stay so.
        removed: taken back; the check says it again.
    """

    id: AcknowledgementId
    about: About
    number: int
    code: str
    because: str
    day: date
    version: int | None = None
    removed: bool = False
