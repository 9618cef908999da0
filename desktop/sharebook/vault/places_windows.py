"""This computer, if it runs Windows: the registry, drive types and file attributes."""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from sharebook.vault.places_around import Drive
from sharebook.vault.places_posix import PosixComputer

Below = dict[str, Mapping[str, object]]  # name of a key -> its values

_REMOVABLE, _REMOTE = 2, 4  # what GetDriveTypeW answers
_RECALL = 0x0004_0000 | 0x0040_0000  # FILE_ATTRIBUTE_RECALL_ON_OPEN, _ON_DATA_ACCESS
_PINS = 0x0008_0000 | 0x0010_0000  # FILE_ATTRIBUTE_PINNED, _UNPINNED
_CLOUD_TAG, _CLOUD_MASK = 0x9000_001A, 0xFFFF_0FFF  # IO_REPARSE_TAG_CLOUD, and _1 to _F
_SYNC_ROOTS = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\SyncRootManager"
_ACCOUNTS = r"Software\Microsoft\OneDrive\Accounts"
_PROFILES = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList"


class Windows(Protocol):
    """What only Windows can answer."""

    def drive_type(self, root: str) -> int:
        """Return what GetDriveTypeW says of a drive's root (a letter and a colon)."""
        ...

    def below(self, hive: str, path: str, inner: str = "") -> Below:
        """Return the values of every key one step below `path`, or of its `inner` key.

        Args:
            hive: HKLM or HKCU.
            path: of the registry key above.
            inner: the name of a key inside each.
        """
        ...


class WindowsComputer(PosixComputer):
    """`Surroundings` as Windows tells of them."""

    def __init__(self, environ: Mapping[str, str], windows: Windows) -> None:
        super().__init__(environ)
        self._windows = windows

    def sync_roots(self) -> Mapping[str, str]:
        """Return the folders that sync programs told Windows of, and each one's program.

        Whoever uses Windows' own cloud files is listed: "OneDrive!S-1-5-21-…!Business1".
        """
        found = {}
        for name, roots in self._windows.below("HKLM", _SYNC_ROOTS, "UserSyncRoots").items():
            found.update({str(root): name.partition("!")[0] for root in roots.values()})
        for values in self._windows.below("HKCU", _ACCOUNTS).values():
            found[str(values.get("UserFolder", ""))] = "OneDrive"
        return found

    def is_cloud_file(self, folder: Path) -> bool:
        """Tell whether `folder` is a stand-in for one in a cloud."""
        try:
            found = folder.lstat()
        except OSError:
            return False
        attributes = getattr(found, "st_file_attributes", 0)
        return is_cloud(attributes, getattr(found, "st_reparse_tag", 0))

    def profile_roams(self) -> bool:
        """Tell whether the list of profiles names a place on a server for this person's."""
        home = str(self.home).casefold()
        profiles = self._windows.below("HKLM", _PROFILES).values()
        return any(
            bool(each.get("CentralProfile"))
            for each in profiles
            if str(each.get("ProfileImagePath", "")).casefold() == home
        )

    def drive(self, folder: Path) -> Drive:
        """Tell what disk `folder` is on; a drive letter of a share counts as a share."""
        path = str(self.real(folder))
        remote = path.startswith("\\\\") and path[2:4] not in ("?\\", ".\\")
        answer = self._windows.drive_type(folder.absolute().anchor)
        if remote or answer == _REMOTE or "\\UNC\\" in path.upper():
            return Drive(network="SMB")
        return Drive(removable=answer == _REMOVABLE)

    def temporary_folders(self) -> list[Path]:
        """Return the folders that the system may empty."""
        return [self.real(Path(tempfile.gettempdir()))]

    def others_may_look(self, folder: Path) -> bool:  # noqa: ARG002 - as `Surroundings` has it
        """Return False: rights on Windows are inherited, and not ours to judge."""
        return False


def is_cloud(attributes: int, tag: int) -> bool:
    """Tell a stand-in for a cloud file by its Windows attributes and its reparse tag."""
    return bool(attributes & (_RECALL | _PINS)) or tag & _CLOUD_MASK == _CLOUD_TAG
