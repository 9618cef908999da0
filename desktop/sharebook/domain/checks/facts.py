"""What the checks may know beside the basis chain: who receives, under what, what was written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sharebook.domain.considered import NotTold
from sharebook.domain.disclosures import Receipt
from sharebook.domain.names import NO_CODE, Code


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who receives it.

    Attributes:
        role: the part it plays here: a row of the roles catalogue.
        contract: reference of its contract, or "".
        country: where the data goes (ISO 3166), or "" if nobody knows.
        transfer: what lets data leave the United Kingdom: a row of the transfers catalogue.
        assessment: reference of the transfer risk assessment, or "".
        ended: the last day the school used it.
        heir: name of the recipient that took its place, or "".
    """

    role: Code = NO_CODE
    contract: str = ""
    country: str = ""
    transfer: Code = NO_CODE
    assessment: str = ""
    ended: date | None = None
    heir: str = ""


@dataclass(frozen=True, slots=True)
class Arranged:
    """The regular sharing it is, or happens under.

    Attributes:
        items: what that sharing needs.
        optional: what may go with it where it is needed.
        only_when: the case in which a conditional one may be used, or "".
        agreed: an agreement stands behind it.
        agreement_ends: the last day of that agreement.
        review_due: the day on which that agreement is to be looked at again.
        ready_made: it is as the ready-made list has it, which was weighed already.
    """

    items: tuple[Code, ...] = ()
    optional: tuple[Code, ...] = ()
    only_when: str = ""
    agreed: bool = False
    agreement_ends: date | None = None
    review_due: date | None = None
    ready_made: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """What an entry, or the form of one, says beyond the basis chain.

    Attributes:
        reason: why it was decided so, or why it was needed.
        trigger: a row of the triggers catalogue.
        answers: answers to the regulator's form, by the name of the field that holds each.
        family_told: a row of the family told catalogue.
        receipt: whether one is wanted.
        named: the person it was handed or sent to, or "".
        pupils: how many.
        sealed: it stands in the sealed log, or will.
    """

    reason: str = ""
    trigger: Code = NO_CODE
    answers: Mapping[str, str] = field(default_factory=dict)
    family_told: Code = NO_CODE
    not_told: NotTold = field(default_factory=NotTold)
    receipt: Receipt = Receipt.NOT_NEEDED
    tracking: str = ""
    named: str = ""
    pupils: int = 0
    sealed: bool = False

    @property
    def said_why(self) -> bool:
        """Whether it says why it was decided so, or why it was needed."""
        return bool(self.reason.strip() or self.answers.get("necessity", "").strip())
