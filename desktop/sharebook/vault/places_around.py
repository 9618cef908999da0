"""What can be asked of a computer about a folder, so that tests can be another computer."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Drive:
    """What a folder's disk is.

    Attributes:
        network: what connects it, or "" for a disk of this computer.
        synced_by: the cloud service that is mounted there, or "".
        in_memory: gone when the computer is switched off.
    """

    network: str = ""
    synced_by: str = ""
    removable: bool = False
    in_memory: bool = False


class Surroundings(Protocol):
    """One computer, as far as places go."""

    @property
    def environ(self) -> Mapping[str, str]:
        """The environment variables."""
        ...

    @property
    def home(self) -> Path:
        """This person's folder."""
        ...

    def real(self, folder: Path) -> Path:
        """Return `folder` with links followed; it need not exist."""
        ...

    def holds(self, folder: Path, name: str) -> bool:
        """Tell whether `folder` holds an entry called `name`."""
        ...

    def read(self, file: Path) -> str:
        """Return what a small text file says; "" where it cannot be read."""
        ...

    def sync_roots(self) -> Mapping[str, str]:
        """Return the folders that sync programs told the system of, and each one's program."""
        ...

    def is_cloud_file(self, folder: Path) -> bool:
        """Tell whether the system marks `folder` as a stand-in for one in a cloud."""
        ...

    def profile_roams(self) -> bool:
        """Tell whether Windows copies this person's profile at log-on and log-off."""
        ...

    def drive(self, folder: Path) -> Drive:
        """Tell what disk `folder` is on."""
        ...

    def temporary_folders(self) -> list[Path]:
        """Return the folders that the system may empty."""
        ...

    def others_may_look(self, folder: Path) -> bool:
        """Tell whether `folder` is open to other people of this computer, or is theirs."""
        ...
