"""The shapes of what comes ready-made: flows to tick, and sets of safeguards they share."""

from dataclasses import dataclass
from enum import StrEnum

from sharebook.domain.catalogue_rows import Row
from sharebook.domain.flows import Standing
from sharebook.domain.names import NO_CODE, Code


class StarterList(StrEnum):
    """The list of the law reference a ready-made flow belongs to."""

    PAGE = "page"  # the sharing page schools publish (law.md 9.1)
    AGREEMENT = "send"  # a council's agreement on special needs (law.md 9.2)
    OTHER = "gateway"  # normal, though many pages leave it out (law.md 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeguardSetRow(Row):
    """Safeguards that several ready-made flows share: "as above"."""

    safeguards: tuple[Code, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StarterFlow(Row):
    """A recipient and one flow to it, ready to pick; `words` is the recipient's name.

    Attributes:
        listed: the list it is picked from.
        recognise: lower-case phrases of a notice line that mean this recipient.
        subjects: whose data travels besides the pupil's: "parent", "sibling" or "staff".
        safeguard_set: the set it takes over.
        safeguards: in the file those on top of the set's; once read, all of them.
        standing: a reserved one has no basis, no items and no rhythm until they are agreed.
        only_when: the case in which a conditional one may be used, or what is still to be agreed.
        years, flag: the pupils it covers; neither means everyone on roll.
        generic: stands for services the school must still name.
    """

    kind: Code
    role: Code
    heading: Code
    purpose: str
    listed: StarterList = StarterList.OTHER
    unit: str = ""
    recognise: tuple[str, ...] = ()
    items: tuple[Code, ...] = ()
    subjects: tuple[str, ...] = ()
    lawful_basis: Code = NO_CODE
    condition: Code = NO_CODE
    schedule1: Code = NO_CODE
    criminal: Code = NO_CODE
    gateway: Code = NO_CODE
    no_consent_reason: Code = NO_CODE
    method: Code = NO_CODE
    cycle: Code = NO_CODE
    safeguard_set: Code = NO_CODE
    safeguards: tuple[Code, ...] = ()
    notice_line: str = ""
    generic: bool = False
    standing: Standing = Standing.ACTIVE
    only_when: str = ""
    years: tuple[str, ...] = ()
    flag: str = ""
