"""A copy of what was sent, kept in the register with its digest."""

from dataclasses import dataclass, field

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


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that was read and is to be attached.

    Attributes:
        name: as it was called where it came from.
        key: by which an unfinished form knows it, 32 hex digits of chance; "" outside of forms.
    """

    name: str
    content: bytes = field(repr=False)
    key: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may be attached, in bytes.

    Attributes:
        file: one file, to an entry of the open log.
        sealed_file: one file, to an entry of the sealed log.
        together: all files of one log; above this the person is warned, and nothing is refused.
    """

    file: int
    sealed_file: int
    together: int
