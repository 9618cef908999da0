"""Information sharing agreements, processor contracts and protocols."""

from dataclasses import dataclass
from datetime import date

from sharebook.domain.names import NO_CODE, AgreementId, Code, RecipientId


@dataclass(frozen=True, slots=True)
class Approval:
    """One line of the approvals table."""

    organisation: str
    post: str
    name: str
    signed_on: date | None = None


@dataclass(frozen=True, slots=True)
class DocumentVersion:
    """One line of the document history."""

    version: str
    day: date
    author: str
    released_to: str
    comment: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was agreed with one or more recipients, and when it must be looked at again.

    Attributes:
        covers: what the agreement is about, in a paragraph.
        review_due: the day the review falls due; a passed day heads the list of what is due.
        kind: sharing agreement, processor contract or protocol: a catalogue row.
        kept_at: where the signed paper or file is kept.
    """

    id: AgreementId
    title: str
    recipients: tuple[RecipientId, ...]
    starts: date
    ends: date | None = None
    review_due: date | None = None
    owner: str = ""
    directorate: str = ""
    covers: str = ""
    version: str = "1"
    partners: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    statutes: tuple[str, ...] = ()
    history: tuple[DocumentVersion, ...] = ()
    approvals: tuple[Approval, ...] = ()
    kind: Code = NO_CODE
    kept_at: str = ""
