"""How much work one guess at a passphrase costs (RFC 9106)."""

from dataclasses import dataclass

MIB = 1024  # Argon2 counts memory in KiB
_LEAST_MEMORY, _MOST_MEMORY = 64 * MIB, 1024 * MIB
_LEAST_PASSES, _MOST_PASSES = 2, 16
_MOST_LANES = 16


@dataclass(frozen=True, slots=True)
class Strength:
    """Argon2id's costs, as a key file carries them.

    Attributes:
        memory: KiB.
        passes: how often the memory is gone over.
        lanes: how many parts are filled side by side.

    Raises:
        ValueError: weaker than we trust, or so strong that a hostile file would stop the computer.
    """

    memory: int
    passes: int
    lanes: int

    def __post_init__(self) -> None:
        if not (
            _LEAST_MEMORY <= self.memory <= _MOST_MEMORY
            and _LEAST_PASSES <= self.passes <= _MOST_PASSES
            and 1 <= self.lanes <= _MOST_LANES
        ):
            message = "Argon2 costs outside the accepted range"
            raise ValueError(message)

    def with_passes(self, passes: int) -> "Strength":
        """Return the same with another number of passes, kept inside what readers accept."""
        kept = min(max(passes, _LEAST_PASSES), _MOST_PASSES)
        return Strength(self.memory, kept, self.lanes)


FLOOR = Strength(memory=128 * MIB, passes=3, lanes=4)  # twice RFC 9106's second choice
LEAST = Strength(_LEAST_MEMORY, _LEAST_PASSES, lanes=4)  # the weakest a reader opens; for tests
