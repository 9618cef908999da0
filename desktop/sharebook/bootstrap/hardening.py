"""Keeps the memory of the running program out of files: it holds keys and names.

Only the real program does this, at its start. Debuggers and tests need what it takes away.
"""

import contextlib
import os
import sys
from typing import Any

_NOT_DUMPABLE = (4, 0, 0, 0, 0)  # PR_SET_DUMPABLE, no
_NO_BOXES = 0x8003  # SEM_FAILCRITICALERRORS, NOGPFAULTERRORBOX, NOOPENFILEERRORBOX
_NO_HEAP = 1  # WER_FAULT_REPORTING_FLAG_NOHEAP: a report to Microsoft carries no memory


def harden() -> None:
    """Forbid core dumps, reading by other programs of the same person, and reports with memory.

    What a system does not offer is left out in silence: nothing here is needed to work.
    """
    if os.name == "nt":
        import ctypes

        harden_windows(getattr(ctypes, "windll").kernel32)  # noqa: B009  # Windows alone has it
        return
    _no_core_dumps()
    if sys.platform.startswith("linux"):
        _not_dumpable()


def harden_windows(kernel: Any) -> None:
    """Ask Windows to show no box at a crash and to send no memory; `kernel` is kernel32."""
    kernel.SetErrorMode(_NO_BOXES)
    with contextlib.suppress(AttributeError):  # older than Windows Vista, or not Windows at all
        kernel.WerSetFlags(_NO_HEAP)


def _no_core_dumps() -> None:
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _not_dumpable() -> None:
    import ctypes

    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(*map(ctypes.c_ulong, _NOT_DUMPABLE))
