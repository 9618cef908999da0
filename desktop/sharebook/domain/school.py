"""The school whose register this is."""

from dataclasses import dataclass

from sharebook.domain.names import NO_CODE, Code


@dataclass(frozen=True, slots=True)
class School:
    """The controller named on every document.

    Attributes:
        kind: a row of the school types catalogue (maintained, academy, ...).
        nation: a row of the nations catalogue; it switches the law.
        practice: an invented school for trying things out; its papers say so.
        marking: the school's own words on a sensitive paper, where it has any.
    """

    name: str
    kind: Code
    nation: Code
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    head: str = ""
    dpo: str = ""
    dpo_contact: str = ""
    laestab: str = ""
    urn: str = ""
    practice: bool = False
    marking: Code = NO_CODE
