"""A disclosure being typed: five answers save it, the rest are gaps."""

from dataclasses import dataclass, field
from datetime import date

from sharebook.domain.bases import BasisChain
from sharebook.domain.considered import Considered, NotTold
from sharebook.domain.disclosures import Asker, Decision, Receipt
from sharebook.domain.names import NO_CODE, Code, FlowId, PupilId, RecipientId, RequestId


@dataclass(frozen=True, slots=True)
class Draft:
    """What the form holds. The five: recipient, pupils, items or description, purpose, day."""

    recipient: RecipientId | None = None
    flow: FlowId | None = None
    unit: str = ""
    pupils: tuple[PupilId, ...] = ()
    items: tuple[Code, ...] = ()
    description: str = ""
    purpose: str = ""
    day: date | None = None
    time: str = ""
    decision: Decision = Decision.SHARED
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
    considered: Considered = field(default_factory=Considered)
    not_told: NotTold = field(default_factory=NotTold)
    request: RequestId | None = None
