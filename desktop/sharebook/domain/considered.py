"""What was weighed before deciding, and what the family may not hear yet (law.md 3.1, 3.2, 3.7)."""

from dataclasses import dataclass
from datetime import date

from sharebook.domain.names import NO_CODE, Code


@dataclass(frozen=True, slots=True)
class Considered:
    """Answers to the regulator's decision form that no other field of an entry gives.

    Attributes:
        necessity: why sharing is necessary, and nothing less would do.
        asked_for: what was asked for, where it differs from what was sent.
        requested_on: the day the request came.
        wanted_by: the day by which it is wanted.
        power: the law or task the asker relies on, in the asker's words.
        capacity: whether the child understands enough to have a say.
        child_view: what the child said.
        best_interest: why it is, or is not, in the child's best interest.
        public_interest: why the public interest in telling is stronger, or is not.
        advice: who advised, when, and what.
        retention: how long the recipient keeps it, and what happens then.
        assessment: reference of the data protection impact assessment, or why there is none.
        addressed_to: the person it was handed or sent to, by name and post.
    """

    necessity: str = ""
    asked_for: str = ""
    requested_on: date | None = None
    wanted_by: date | None = None
    power: str = ""
    capacity: Code = NO_CODE
    child_view: str = ""
    best_interest: str = ""
    public_interest: str = ""
    advice: str = ""
    retention: str = ""
    assessment: str = ""
    addressed_to: str = ""


@dataclass(frozen=True, slots=True)
class NotTold:
    """That the family is not told yet.

    Attributes:
        until: the last day on which it stays so; then somebody looks again.
        owner: whose decision it is.
        because: why.
    """

    until: date | None = None
    owner: str = ""
    because: str = ""

    def holds_on(self, day: date) -> bool:
        """Say whether the family is still not told on `day`; without an end, always."""
        asked = bool(self.owner or self.because or self.until)
        return asked and (self.until is None or day <= self.until)
