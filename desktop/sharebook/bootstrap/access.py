"""The way into a register, held in memory while it is open."""

from dataclasses import dataclass, field
from pathlib import Path

from sharebook.domain.names import Code


@dataclass(frozen=True, slots=True)
class SealedAccess:
    """The way into the compartment, for whoever holds its key.

    Attributes:
        database: the file `sealed-<n>.db`.
        data_key: 32 bytes, another one than the register's.
    """

    database: Path
    data_key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Access:
    """How to open the register once more, in another thread.

    Attributes:
        sealed: the way into the compartment; None for everybody who does not hold its key.
    """

    folder: Path
    database: Path
    data_key: bytes = field(repr=False)
    register_id: str
    person: str
    role: Code
    sealed: SealedAccess | None = None
