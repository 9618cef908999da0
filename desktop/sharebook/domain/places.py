"""Where a register lies, and what that means for it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class PlaceKind(StrEnum):
    """What matters most about a folder, the most dangerous first."""

    SYNCED = "synced"  # a program copies it elsewhere behind our back
    ROAMING = "roaming"  # Windows copies it at log-on and log-off
    TEMPORARY = "temporary"  # the system may empty it
    REMOVABLE = "removable"  # a stick or a disk that can be pulled out
    NETWORK = "network"  # a file share
    OWN = "own"  # a fixed disk of this computer


@dataclass(frozen=True, slots=True)
class Place:
    """A folder and what is known about it.

    Attributes:
        synced_by: the program that copies the folder elsewhere, or "".
        network: what connects it ("nfs4", "SMB"), or "".
        open_to_others: other people of this computer may look into it, or it is theirs.
    """

    folder: Path
    synced_by: str = ""
    network: str = ""
    removable: bool = False
    roaming: bool = False
    temporary: bool = False
    open_to_others: bool = False

    @property
    def kind(self) -> PlaceKind:
        """What matters most about it."""
        holds = {
            PlaceKind.SYNCED: bool(self.synced_by),
            PlaceKind.ROAMING: self.roaming,
            PlaceKind.TEMPORARY: self.temporary,
            PlaceKind.REMOVABLE: self.removable,
            PlaceKind.NETWORK: bool(self.network),
            PlaceKind.OWN: True,
        }
        return next(kind for kind in PlaceKind if holds[kind])
