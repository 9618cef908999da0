"""A process killed while it keeps a draft leaves the one it told of, or a newer one, whole."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sharebook.vault.drafts import DraftBox

ROOT = Path(__file__).parents[2]
KILLS = 60 if os.environ.get("SHAREBOOK_LONG") else 12
KEY = b"k" * 32
WRITER = """
import itertools, sys
from pathlib import Path
from sharebook.vault.drafts import DraftBox

box = DraftBox(Path(sys.argv[1]), "r1", "Pat Inkwell", b"k" * 32, b"k" * 32)
for number in itertools.count(int(sys.argv[2])):
    box.put("a1", str(number).encode() * 400)
    print(number, flush=True)
"""


def killed_writer(folder: Path, first: int, after: float) -> int:
    """Let a process keep one draft again and again, kill it, and return the last it told of."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(first)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "desktop")},
    )
    with writer:
        assert writer.stdout is not None
        told = [writer.stdout.readline()]
        time.sleep(after)
        writer.send_signal(signal.SIGKILL)
        told += writer.stdout.readlines()
    return int([line for line in told if line.endswith("\n")][-1])


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_a_killed_process_loses_nothing_it_told_of(tmp_path):
    chance = random.Random(4)  # noqa: S311  # no secret
    folder, first = tmp_path / "Drafts", 1000

    for _ in range(KILLS):
        told = killed_writer(folder, first, chance.uniform(0, 0.08))
        kept = DraftBox(folder, "r1", "Pat Inkwell", KEY, KEY).contents()["a1"]
        number = int(kept[:4])
        assert kept == str(number).encode() * 400
        assert number in (told, told + 1)
        first = number + 1
