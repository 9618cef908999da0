"""The school's own headings in its privacy notice; separate from the law behind them."""

from dataclasses import dataclass

from sharebook.domain.names import Code, HeadingId


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of the notice, in the school's own words.

    Attributes:
        code: the catalogue heading it is a wording of.
        words: as printed: "Public interest".
        purpose: the sentence under it.
        lead_in: the line before the list: "We share information with:".
        place: order in the notice, from 1.
    """

    id: HeadingId
    code: Code
    words: str
    purpose: str = ""
    lead_in: str = ""
    place: int = 1
