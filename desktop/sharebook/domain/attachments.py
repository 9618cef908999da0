"""A copy of what was sent, kept in the register with its digest."""

from dataclasses import dataclass

from sharebook.domain.names import AttachmentId


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file attached to an entry of the log; its bytes are found by the digest.

    Attributes:
        entry: number of the entry.
        name: the file's name, without its folder.
        size: in bytes.
        digest: SHA-256 of the bytes, in hex.
        removed: attached by mistake; it is shown no longer.
    """

    id: AttachmentId
    entry: int
    name: str
    size: int
    digest: str
    removed: bool = False
