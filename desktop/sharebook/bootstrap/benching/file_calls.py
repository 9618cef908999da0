"""How often a program reads and writes files, by the system's own count."""

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_COUNTS = Path("/proc/self/io")


@dataclass(frozen=True, slots=True)
class Calls:
    """Reads and writes together, and the bytes of the writes."""

    calls: int
    written: int


def counted(work: Callable[[], object]) -> Calls:
    """Do `work` and return its file calls; none where this system does not count them.

    Only reads and writes are counted, not the opening, locking and flushing around them.
    """
    before = _now()
    idle = _minus(_now(), before)  # asking is itself a few reads
    before = _now()
    work()
    found = _minus(_now(), before)
    return _minus(found, idle)


def can_count() -> bool:
    """Tell whether this system counts."""
    return os.access(_COUNTS, os.R_OK)


def _minus(later: Calls, earlier: Calls) -> Calls:
    return Calls(later.calls - earlier.calls, later.written - earlier.written)


def _now() -> Calls:
    lines: list[str] = []
    with contextlib.suppress(OSError):
        lines = _COUNTS.read_text(encoding="ascii").splitlines()
    found = {name: int(value) for name, value in (line.split(": ") for line in lines)}
    calls = found.get("syscr", 0) + found.get("syscw", 0)
    return Calls(calls, found.get("wchar", 0))
