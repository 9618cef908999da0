"""The folder .venv in the checkout: Sharebook and what it stands on, and nothing else."""

import hashlib
import importlib.util
import os
import subprocess
import sys
import sysconfig
import venv
from enum import Enum
from pathlib import Path

from installer.telling import Stopped, say

STAMP = "sharebook-installed.txt"
_VENV = f"python3.{sys.version_info.minor}-venv"


class Dependencies(Enum):
    """Which lock file is installed."""

    RUN = "run"
    DEV = "dev"  # holds everything of RUN too


def ready(root: Path, wanted: Dependencies) -> Path:
    """Make `.venv` in `root` hold the `wanted` dependencies, and return its Python.

    Does nothing but compare a stamp when all is there already.

    Raises:
        Stopped: no environment can be made here, or the dependencies cannot be installed.
    """
    folder = root / ".venv"
    if _stamped(folder) in _serving(root, wanted):
        return python_of(folder)
    if not _usable(folder):
        _make(folder)
    (folder / STAMP).unlink(missing_ok=True)
    _install(root, folder, wanted)
    _link(root, folder)
    (folder / STAMP).write_text(stamp(root, wanted), encoding="ascii")
    return python_of(folder)


def packages_missing(root: Path, wanted: Dependencies) -> list[str]:
    """Return the system packages without which no environment can be made, if one is needed."""
    folder = root / ".venv"
    made = _stamped(folder) in _serving(root, wanted) or _usable(folder)
    return [] if made or _has_ensurepip() else [_VENV]


def python_of(folder: Path) -> Path:
    """Return the Python inside the environment `folder`."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def lock(root: Path, which: Dependencies) -> Path:
    """Return the lock file for `which` dependencies."""
    return root / "installer" / "locks" / f"{which.value}.txt"


def stamp(root: Path, which: Dependencies) -> str:
    """Return a line that changes with the Python, the place and the lock file."""
    parts = (lock(root, which).read_bytes(), sys.version.encode(), os.fsencode(root))
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _stamped(folder: Path) -> str:
    written = folder / STAMP
    fits = written.is_file() and python_of(folder).is_file()
    return written.read_text(encoding="ascii") if fits else ""


def _serving(root: Path, wanted: Dependencies) -> set[str]:
    return {stamp(root, wanted), stamp(root, Dependencies.DEV)}


def _usable(folder: Path) -> bool:
    """Return whether the environment works and has this very Python's version."""
    question = "import sys, pip; print(sys.version)"
    try:
        answer = subprocess.run(
            [python_of(folder), "-c", question], capture_output=True, text=True, check=False
        )
    except OSError:
        return False
    return answer.returncode == 0 and answer.stdout.strip() == sys.version.strip()


def _make(folder: Path) -> None:
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "pyvenv.cfg").is_file():
        message = (
            f"The folder {folder} is in the way: it is not a Python environment. "
            "Nothing was changed. Move it elsewhere and start this command again."
        )
        raise Stopped(message)
    _need_ensurepip()
    say(f"Making a Python environment in {folder}")
    try:
        venv.create(folder, clear=True, with_pip=True, symlinks=os.name != "nt")
    except (OSError, subprocess.CalledProcessError) as problem:
        message = f"No Python environment could be made in {folder}: {problem}"
        raise Stopped(message) from problem


def _need_ensurepip() -> None:
    if _has_ensurepip():
        return
    message = (
        f"This Python cannot make environments: its package {_VENV} is missing. Nothing was "
        "installed. Start this command again when the package is there."
    )
    raise Stopped(message)


def _has_ensurepip() -> bool:
    """Debian and Ubuntu keep this part of Python in a package of its own."""
    importlib.invalidate_caches()
    return importlib.util.find_spec("ensurepip") is not None


def _install(root: Path, folder: Path, wanted: Dependencies) -> None:
    say("Fetching what Sharebook stands on: about 280 MB, once. This can take a few minutes.")
    command = [str(python_of(folder)), "-m", "pip", "install", "--no-input", "--no-deps"]
    command += [] if sys.stdout.isatty() else ["--quiet"]
    command += ["--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:"]
    command += ["--requirement", str(lock(root, wanted))]
    if subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode:
        message = (
            "The parts Sharebook stands on could not be fetched and checked; what pip said "
            "stands above. Usually the network is not there or a proxy refused; a Linux older "
            "than Debian 12 or Ubuntu 22.04 is too old for Qt. Nothing else was changed: start "
            "this command again when it is put right."
        )
        raise Stopped(message)


def _link(root: Path, folder: Path) -> None:
    """Let the environment find the checkout itself, by one line in its site-packages.

    The line is relative, so no letter of a person's name has to survive an encoding.
    """
    names = {"base": str(folder), "platbase": str(folder)}
    packages = Path(sysconfig.get_path("purelib", scheme="venv", vars=names))
    line = os.path.relpath(root / "desktop", packages)
    (packages / "sharebook.pth").write_text(line + "\n", encoding="ascii")
