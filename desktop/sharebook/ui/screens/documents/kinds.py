"""The documents a person can ask for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sharebook.domain.names import PupilId

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.services.publishing.desk import Document

Make = Callable[["Desk"], "Document"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One document.

    Attributes:
        name: how screens call it.
        words: its name in the list.
        second: for whom it is.
        file: what its file is first called.
    """

    name: str
    words: str
    second: str
    file: str
    make: Make


KINDS = (
    Kind(
        "notice",
        "Privacy notice",
        "For families and the website",
        "Privacy notice.pdf",
        lambda desk: desk.publishing.notice(),
    ),
    Kind(
        "report",
        "Annual sharing report",
        "For the head and the governors",
        "Annual sharing report.pdf",
        lambda desk: desk.publishing.report(),
    ),
    Kind(
        "ropa",
        "Article 30 record",
        "For the data protection officer",
        "Article 30 record.pdf",
        lambda desk: desk.publishing.ropa(),
    ),
    Kind(
        "agreement",
        "Sharing agreement",
        "For both parties to sign",
        "Sharing agreement.pdf",
        lambda desk: desk.publishing.agreement(),
    ),
    Kind(
        "disposal-list",
        "Due for disposal",
        "To be approved and signed",
        "Due for disposal.pdf",
        lambda desk: desk.publishing.disposal_list(),
    ),
    Kind(
        "disposals",
        "Disposal register",
        "What went at the end of its time",
        "Disposal register.pdf",
        lambda desk: desk.publishing.disposals(),
    ),
    Kind(
        "request-form",
        "Blank request form",
        "For whoever asks for information",
        "Request for pupil information.pdf",
        lambda desk: desk.publishing.request_form(),
    ),
)


def pupil_log(pupil: PupilId, name: str) -> Kind:
    """Return the log of one pupil, for the family."""
    return Kind(
        "log",
        f"Log of {name}",
        "For the family",
        f"Disclosure log {name}.pdf",
        lambda desk: desk.publishing.log(pupil),
    )
