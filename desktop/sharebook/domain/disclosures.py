"""One act of giving data, or of deciding not to."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sharebook.domain.bases import BasisChain
from sharebook.domain.cohorts import Cohort
from sharebook.domain.considered import Considered, NotTold
from sharebook.domain.names import (
    NO_CODE,
    Code,
    DisclosureId,
    FlowId,
    RecipientId,
    RequestId,
)


class Decision(StrEnum):
    """What was decided; refusals are entries too (law.md 3.1, 3.7).

    `WITHDRAWN`: whoever asked took the request back, and nothing was given. `MISTAKE`: there was
    nothing to decide; the entry was recorded by mistake and says nothing about anybody.
    """

    SHARED = "shared"
    PART = "part"
    REFUSED = "refused"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"
    MISTAKE = "mistake"


class Receipt(StrEnum):
    """Whether the recipient's receipt is wanted, and where it stands."""

    NOT_NEEDED = "not_needed"
    EXPECTED = "expected"
    RECEIVED = "received"


GAVE_DATA = frozenset({Decision.SHARED, Decision.PART})


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asked for the data."""

    name: str = ""
    post: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One entry of the log; a bulk event is one entry with a large cohort.

    Attributes:
        number: the number the office says aloud, counted from 1 without gaps.
        time: "HH:MM" at the school, or "" if only the day is known.
        flow, flow_version: the version it used, copied; None for sharing outside any flow.
        reason: why it was decided this way, or the evidence relied on without consent.
        emergency: what the emergency was, where the basis is one of life and death.
        consent: reference of the consent relied on.
        imported: brought in from elsewhere, with its own dates.
        considered: what was weighed before deciding.
        not_told: that the family is not told yet.
        request: the request of the in-tray that it decides.
    """

    id: DisclosureId
    day: date
    recipient: RecipientId
    cohort: Cohort
    purpose: str
    decision: Decision = Decision.SHARED
    time: str = ""
    unit: str = ""
    flow: FlowId | None = None
    flow_version: int | None = None
    items: tuple[Code, ...] = ()
    description: str = ""
    basis: BasisChain = field(default_factory=BasisChain)
    heading: Code = NO_CODE
    method: Code = NO_CODE
    safeguards: tuple[Code, ...] = ()
    trigger: Code = NO_CODE
    asker: Asker = field(default_factory=Asker)
    decided_by: str = ""
    decided_post: str = ""
    reason: str = ""
    emergency: str = ""
    consent: str = ""
    receipt: Receipt = Receipt.NOT_NEEDED
    tracking: str = ""
    family_told: Code = NO_CODE
    note: str = ""
    imported: bool = False
    considered: Considered = field(default_factory=Considered)
    not_told: NotTold = field(default_factory=NotTold)
    request: RequestId | None = None

    @property
    def number(self) -> int:
        """The number on the log."""
        return int(self.id)

    @property
    def gave_data(self) -> bool:
        """Whether the recipient got anything."""
        return self.decision in GAVE_DATA

    @property
    def is_mistake(self) -> bool:
        """Whether it was recorded by mistake: nothing of the kind happened."""
        return self.decision is Decision.MISTAKE
