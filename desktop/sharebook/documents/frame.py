"""What every document of the school shares: whose it is, how it is marked and sealed."""

from collections.abc import Sequence
from dataclasses import dataclass

from sharebook.documents.model import Block, Document


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

    def holding(
        self, blocks: Sequence[Block], *, title: str, eyebrow: str, subject: str
    ) -> Document:
        """Return a document of `blocks` in this frame; `subject` describes the file."""
        return Document(
            title=title,
            school=self.school,
            blocks=tuple(blocks),
            eyebrow=eyebrow,
            marking=self.marking,
            language=self.language,
            seal=self.seal,
            printed_on=self.printed_on,
            subject=subject,
            text_scale=self.text_scale,
        )
