"""The people who may open the register, and the part each plays."""

from dataclasses import dataclass
from enum import StrEnum

from sharebook.domain.names import Code


class StaffRole(StrEnum):
    """What a person does in the school."""

    OFFICE = "office"
    SAFEGUARDING_LEAD = "safeguarding_lead"
    HEAD = "head"
    DATA_PROTECTION_OFFICER = "dpo"


@dataclass(frozen=True, slots=True)
class Person:
    """Someone named in the key file."""

    name: str
    role: Code
