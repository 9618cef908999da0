"""Debian's and Ubuntu's packages: install them when we may, else say how."""

import os
import shutil
import subprocess
from collections.abc import Sequence

from installer.telling import say

GET = ["apt-get", "--yes", "--quiet=2", "-o", "DPkg::Lock::Timeout=120"]


def allowed() -> bool:
    """Return whether this process may install packages."""
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def line(packages: Sequence[str]) -> str:
    """Return the line that installs `packages`, for a person to copy."""
    return f"sudo apt-get install --no-install-recommends {' '.join(packages)}"


def install(packages: Sequence[str]) -> bool:
    """Install `packages` when we may; return whether that worked."""
    if not allowed():
        return False
    say(f"Installing from the system's own packages: {' '.join(packages)}")
    return _get("update") and _get("install", "--no-install-recommends", *packages)


def _get(*words: str) -> bool:
    """Run apt-get; what it prints is shown only if it fails."""
    calm = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    ended = subprocess.run(
        [*GET, *words],
        env=calm,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if ended.returncode:
        say(ended.stdout.strip())
    return ended.returncode == 0
