"""The two keys of a register, as far as whoever acts holds them."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class BothKeys:
    """What opens the register's two files.

    Attributes:
        data: 32 bytes; opens the data file.
        sealed: 32 bytes; opens the compartment. Empty for everybody who does not hold it.
    """

    data: bytes = field(repr=False)
    sealed: bytes = field(default=b"", repr=False)
