"""Files that are attached, read from where they lie; and copies saved where a person wants them.

Nothing is opened in passing: a copy in plain text is written where the person chose, nowhere else.
"""

import contextlib
import os
import tomllib
from functools import cache
from pathlib import Path

from sharebook import assets
from sharebook.domain.attachments import Copy, Limits
from sharebook.domain.errors import Refused, Trouble
from sharebook.domain.file_names import clean_file_name
from sharebook.services.attaching import Attaching, too_large
from sharebook.services.ports import Progress

_PIECE = 256 * 1024  # bytes between two reports
_KIB = 1024


@cache
def limits() -> Limits:
    """Return how much may be attached (``resources/attachments/limits.toml``)."""
    plain = tomllib.loads(assets.read_text("attachments", "limits.toml"))
    names = ("file", "sealed_file", "together")
    return Limits(**{name: plain[f"{name}_kib"] * _KIB for name in names})


def read_copy(path: Path, attaching: Attaching, progress: Progress) -> Copy:
    """Read a whole file that is to be attached.

    Raises:
        Cancelled: the person pressed Stop.
        Refused: it is not there, is no file, or is too large.
        Trouble: it cannot be read.
    """
    name, largest = clean_file_name(path.name), attaching.largest
    content = bytearray()
    try:
        if not path.is_file():
            raise Refused("file_not_found", "copies", file=name)
        size = path.stat().st_size
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                content += piece
                progress.report(min(len(content), size), size, f"Reading {name}")
                if len(content) > largest:
                    raise too_large(name, largest, sealed=attaching.sealed)
    except OSError as error:
        raise Trouble("file_unreadable", file=name, why=error.strerror) from error
    return Copy(name, bytes(content))


def save_copy(folder: Path, name: str, content: bytes) -> Path:
    """Write an attached file into `folder`, over nothing that is there; return where it is.

    Raises:
        Trouble: the disk would not have it; nothing is left half-written.
    """
    target = _free(folder, name)
    begun = False
    try:
        with target.open("xb") as file:
            begun = True
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        if begun:
            with contextlib.suppress(OSError):  # the first failure is the one to tell
                target.unlink(missing_ok=True)
        raise Trouble("file_not_written", file=target.name, why=error.strerror) from error
    return target


def _free(folder: Path, name: str) -> Path:
    """Return a name in `folder` that nothing has yet: "letter (2).pdf"."""
    plain = Path(name)
    target, turn = folder / name, 2
    while os.path.lexists(target):
        target = folder / f"{plain.stem} ({turn}){plain.suffix}"
        turn += 1
    return target
