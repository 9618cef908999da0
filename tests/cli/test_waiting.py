"""A command that saves waits politely for another program that writes."""

import subprocess
import sys
from pathlib import Path

import pytest

from sharebook.cli.main import REFUSED

DESKTOP = Path(__file__).parents[2] / "desktop"
ENTRY = (
    "record",
    *("--to", "Department for Education"),
    *("--for", "a coat"),
    *("--pupil", "Juno"),
    *("--item", "name"),
)
HOLDER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from sharebook.vault.writer_lock import WriterLock

class Clock:
    def now(self):
        return datetime.now(UTC)

lock = WriterLock(Path(sys.argv[1]), "Anna Field", Clock())
lock.take()
print("held", flush=True)
sys.stdin.readline()
lock.let_go()
print("free", flush=True)
"""


@pytest.fixture
def holder(with_pupils, tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path / "Filled.sharebook")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": str(DESKTOP)},
    )
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    with process:  # leaving ends what it reads, and so the process
        yield process


def test_no_patience_is_refused_at_once_and_told_who_writes(holder, with_pupils):
    ran = with_pupils("--wait", "0", *ENTRY)

    assert ran.code == REFUSED
    assert "Anna Field on" in ran.err


def test_it_waits_until_the_other_program_has_ended(holder, with_pupils, monkeypatch):
    monkeypatch.setattr("sharebook.vault.writer_lock._TRIES", 1)
    pauses = []

    def other_ends(seconds):
        pauses.append(seconds)
        if len(pauses) == 1:
            holder.stdin.write("\n")
            holder.stdin.flush()
            assert holder.stdout.readline() == "free\n"

    monkeypatch.setattr("time.sleep", other_ends)

    ran = with_pupils("--wait", "60", *ENTRY)

    assert ran.code == 0, ran.err
    assert pauses
