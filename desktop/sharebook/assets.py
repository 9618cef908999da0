"""Finds the read-only files: in a checkout, in a wheel, in the installed program."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def root() -> Traversable:
    """Return the folder that holds every read-only file."""
    installed = files("sharebook") / "resources"  # wheel and installed program
    if installed.is_dir():
        return installed
    return Path(__file__).parents[2] / "resources"  # checkout


def read_text(*parts: str) -> str:
    """Return the UTF-8 text of one file below the root."""
    return root().joinpath(*parts).read_text(encoding="utf-8")


def read_bytes(*parts: str) -> bytes:
    """Return the bytes of one file below the root."""
    return root().joinpath(*parts).read_bytes()


def names(*parts: str) -> list[str]:
    """Return the names of the files in one folder below the root, sorted."""
    return sorted(entry.name for entry in root().joinpath(*parts).iterdir() if entry.is_file())
