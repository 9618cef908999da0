"""A call from a family: who rang, how they were known, what they were told."""

from dataclasses import dataclass
from datetime import date

from sharebook.domain.names import CallId, Code, ContactId, PupilId


@dataclass(frozen=True, slots=True)
class Call:
    """A kept call note; giving an answer is itself an entry.

    Attributes:
        caller: the contact who rang, or None for someone else.
        known_by: how the office knew the caller (rows of the caller checks catalogue).
        answer_digest: SHA-256, in hex, of the answer exactly as it stood on the screen.
    """

    id: CallId
    pupil: PupilId
    day: date
    time: str
    caller: ContactId | None
    caller_name: str
    known_by: tuple[Code, ...]
    note: str = ""
    answer_digest: str = ""
    organisations: int = 0
