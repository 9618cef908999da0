"""Finds the read-only files: in a checkout, in a wheel, in the installed program.

By plain paths: the program is never run out of a zip, and ``importlib.resources`` would add ten
modules to the first paint.
"""

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def root() -> Path:
    """Return the folder that holds every read-only file."""
    installed = _HERE / "resources"  # wheel and installed program
    return installed if installed.is_dir() else _HERE.parents[1] / "resources"  # checkout


def read_text(*parts: str) -> str:
    """Return the UTF-8 text of one file below the root."""
    return root().joinpath(*parts).read_text(encoding="utf-8")


def read_bytes(*parts: str) -> bytes:
    """Return the bytes of one file below the root."""
    return root().joinpath(*parts).read_bytes()


def names(*parts: str) -> list[str]:
    """Return the names of the files in one folder below the root, sorted."""
    return sorted(entry.name for entry in root().joinpath(*parts).iterdir() if entry.is_file())
