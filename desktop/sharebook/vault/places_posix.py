"""This computer, if it runs Linux or macOS."""

import os
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path

from sharebook.vault.places_around import Drive
from sharebook.vault.places_mounts import drive_of, mount_of

_SMALL = 1_000_000  # bytes; no note of a sync program is larger
_OPEN = stat.S_IROTH | stat.S_IXOTH | stat.S_IWOTH


class PosixComputer:
    """`Surroundings` as files and folders tell of them."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ

    @property
    def environ(self) -> Mapping[str, str]:
        """The environment variables."""
        return self._environ

    @property
    def home(self) -> Path:
        """This person's folder."""
        return Path.home()

    def real(self, folder: Path) -> Path:
        """Return `folder` with links followed."""
        try:
            return folder.resolve()
        except (OSError, RuntimeError):  # a ring of links
            return folder.absolute()

    def holds(self, folder: Path, name: str) -> bool:
        """Tell whether `folder` holds an entry called `name`."""
        return os.path.lexists(folder / name)

    def read(self, file: Path) -> str:
        """Return what a small text file says; "" where it cannot be read."""
        try:
            with file.open("rb") as opened:
                return opened.read(_SMALL).decode("utf-8", "replace")
        except OSError:
            return ""

    def sync_roots(self) -> Mapping[str, str]:
        """Return none: only Windows keeps such a list."""
        return {}

    def is_cloud_file(self, folder: Path) -> bool:  # noqa: ARG002 - as `Surroundings` has it
        """Return False: only Windows marks them."""
        return False

    def profile_roams(self) -> bool:
        """Return False: only Windows does that."""
        return False

    def drive(self, folder: Path) -> Drive:
        """Tell what disk `folder` is on; macOS tells nothing here."""
        mount = mount_of(str(self.real(folder)), self.read(Path("/proc/self/mountinfo")))
        return drive_of(mount, removable=mount is not None and _can_be_pulled_out(mount.device))

    def temporary_folders(self) -> list[Path]:
        """Return the folders that the system may empty."""
        found = [Path("/tmp"), Path("/var/tmp"), Path(tempfile.gettempdir())]  # noqa: S108 - named to be avoided
        return list(dict.fromkeys(self.real(each) for each in found))

    def others_may_look(self, folder: Path) -> bool:
        """Tell whether `folder` is open to other people of this computer, or is theirs."""
        try:
            found = folder.stat()
        except OSError:
            return False
        return bool(found.st_mode & _OPEN) or found.st_uid != os.geteuid()


def _can_be_pulled_out(device: str) -> bool:
    """Tell whether a block device ("8:1") is a stick, a card or a disk on USB."""
    block = Path("/sys/dev/block") / device
    try:
        real = block.resolve(strict=True)
    except (OSError, RuntimeError):
        return False
    if any(part.startswith("usb") for part in real.parts):
        return True
    marks = (real / "removable", real.parent / "removable")  # of the disk, or of a partition's disk
    return any(mark.is_file() and mark.read_text("ascii").strip() == "1" for mark in marks)
