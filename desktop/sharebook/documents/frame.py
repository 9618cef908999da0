"""What every document of the school shares: whose it is, how it is marked and sealed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The words round a document, ready to print.

    Attributes:
        school: the controller's name.
        marking: "OFFICIAL-SENSITIVE", or "" for none.
        seal: the register's seal.
        printed_on: "1 September 2026".
        language: a BCP 47 tag.
        text_scale: 1.0 ordinary; 1.5 large print.
    """

    school: str
    printed_on: str
    seal: str = ""
    marking: str = ""
    language: str = "en-GB"
    text_scale: float = 1.0
