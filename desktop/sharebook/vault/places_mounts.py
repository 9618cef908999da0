"""What Linux tells about the disk under a folder: `/proc/self/mountinfo` and `/sys`."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from sharebook.vault.places_around import Drive

_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ncpfs", "davfs", "ceph", "glusterfs"}
    | {"lustre", "beegfs", "virtiofs", "vboxsf", "fuse.sshfs", "fuse.davfs", "fuse.davfs2"}
    | {"fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.smbnetfs", "fuse.vmhgfs-fuse", "fuse.rclone"}
)
_CLOUD = {
    "fuse.onedriver": "OneDrive",
    "fuse.google-drive-ocamlfuse": "Google Drive",
    "fuse.pCloud": "pCloud",
}
_IN_MEMORY = frozenset({"tmpfs", "ramfs"})
_OCTAL = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Mount:
    """One line of mountinfo.

    Attributes:
        device: "major:minor".
        kind: the type of the file system.
    """

    point: str
    device: str
    kind: str


def mount_of(folder: str, mountinfo: str) -> Mount | None:
    """Return what is mounted where `folder` lies: the longest mount point, the last one of equals.

    Args:
        folder: absolute, with links followed.
        mountinfo: the text of `/proc/self/mountinfo`.
    """
    path, best = PurePosixPath(folder), None
    for line in mountinfo.splitlines():
        mount = _mount(line)
        if mount is None or not path.is_relative_to(mount.point):
            continue
        if best is None or len(mount.point) >= len(best.point):
            best = mount
    return best


def drive_of(mount: Mount | None, *, removable: bool) -> Drive:
    """Return what a mount says about its disk; `removable` as `/sys` tells it."""
    if mount is None:
        return Drive(removable=removable)
    return Drive(
        network=mount.kind if mount.kind in _NETWORK else "",
        synced_by=_CLOUD.get(mount.kind, ""),
        removable=removable,
        in_memory=mount.kind in _IN_MEMORY,
    )


def _mount(line: str) -> Mount | None:
    before, dash, after = line.partition(" - ")
    fields, kinds = before.split(" "), after.split(" ")
    if not dash or len(fields) <= _POINT:
        return None
    point = _OCTAL.sub(lambda found: chr(int(found[1], 8)), fields[_POINT])
    return Mount(point, fields[_DEVICE], kinds[0])


_DEVICE, _POINT = 2, 4
