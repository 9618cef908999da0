"""The real program leaves no memory behind; Windows is told so in numbers."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sharebook.bootstrap.hardening import harden_windows

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys, resource, ctypes
import sharebook.__main__ as program

program._chosen = lambda: 0
program.main()
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


class Kernel:
    def __init__(self) -> None:
        self.told: list[tuple[str, int]] = []

    def SetErrorMode(self, mode: int) -> None:  # noqa: N802  # Windows' name
        self.told.append(("SetErrorMode", mode))

    def WerSetFlags(self, flags: int) -> None:  # noqa: N802  # Windows' name
        self.told.append(("WerSetFlags", flags))


class OldKernel:
    def SetErrorMode(self, mode: int) -> None:  # noqa: N802  # Windows' name
        pass


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux")
def test_the_program_dumps_no_core_and_shows_nobody_its_memory():
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "desktop")},
    )

    assert done.stdout.strip() == "(0, 0) 0"


def test_windows_is_asked_for_no_box_and_no_heap():
    kernel = Kernel()
    harden_windows(kernel)

    assert kernel.told == [("SetErrorMode", 0x8003), ("WerSetFlags", 1)]


def test_a_windows_without_error_reports_is_left_alone():
    harden_windows(OldKernel())
