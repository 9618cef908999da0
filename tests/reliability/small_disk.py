"""A day on a disk of 24 megabytes that is filled until a chosen page is the last.

Run in a process that may mount its own disks (`unshare --mount`, with `--map-root-user` for who is
not the administrator): `python -m tests.reliability.small_disk FOLDER REGISTER STRIDE`.
It mounts the disk at FOLDER, copies REGISTER there and walks through the day; what it prints is
JSON, one line for each step.
"""

import functools
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PAGE = 4096
SIZE = 24 * 1024 * 1024


class SmallDisk:
    """A file system of fixed size, and the ballast that fills it.

    Args:
        folder: where it is mounted.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ballast = folder / "ballast"

    @contextmanager
    def with_pages(self, free: int) -> Iterator[None]:
        """Leave only `free` pages meanwhile."""
        found = os.statvfs(self._folder)
        taken = found.f_bavail * found.f_frsize - free * PAGE
        if taken > 0:
            with self._ballast.open("wb") as file:
                os.posix_fallocate(file.fileno(), 0, taken)
        try:
            yield
        finally:
            self._ballast.unlink(missing_ok=True)


def main(folder: Path, register: Path, stride: int) -> None:
    """Walk through the day.

    Raises:
        AssertionError: something acknowledged is missing, or an error was raw.
    """
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)]
    subprocess.run(mount, check=True)
    os.environ["XDG_DATA_HOME"] = str(folder / "home")
    from sharebook.domain.names import PupilId
    from sharebook.vault import kdf
    from tests.reliability.day import Day, places, walk

    kdf.key_from = functools.cache(kdf.key_from)  # the same passphrase is worked out once

    disk = SmallDisk(folder)
    day = Day.begun(Path(shutil.copytree(register, folder / "Example Lane.sharebook")))
    for name in day.steps():
        tries = walk(day, name, places(stride, SIZE // PAGE), disk.with_pages)
        said = {(each.code, each.sentence) for each in day.failures}
        codes = Counter(each.code for each in day.failures)
        print(json.dumps({"step": name, "tries": tries, "codes": codes, "said": sorted(said)}))  # noqa: T201  # read by the test
        day.failures.clear()
    for free in (0, 5, 60):
        day.office.record(PupilId(1))
        day.head = day.desk.register.head()
        day.leave(free, disk.with_pages)
        day.look()
    left = [
        each.name for each in folder.rglob("*") if ".part" in each.name or "-journal" in each.name
    ]
    print(json.dumps({"step": "leave", "left": left}))  # noqa: T201  # read by the test


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
