"""Other programs that want to write, as real processes, and a timer the test turns."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

DESKTOP = Path(__file__).parents[2] / "desktop"
OTHER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from sharebook.domain.errors import Refused
from sharebook.vault.writer_lock import WriterLock

class Clock:
    def now(self):
        return datetime(2026, 9, 14, 8, 14, tzinfo=UTC)

lock = WriterLock(Path(sys.argv[1]), sys.argv[2], Clock())
print("ready", flush=True)
for line in sys.stdin:
    if line.strip() == "take":
        try:
            lock.take()
            print("held", flush=True)
        except Refused as refused:
            print(refused.code, flush=True)
    else:
        lock.let_go()
        print("free", flush=True)
"""


class Other:
    """A second program."""

    def __init__(self, folder: Path, person: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", OTHER, str(folder), person],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={"PYTHONPATH": str(DESKTOP)},
        )
        assert self.hears() == "ready"

    def says(self, word: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()

    def hears(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().strip()

    def asked(self, word: str) -> str:
        self.says(word)
        return self.hears()

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.close()
        self.process.stdout.close()


class ByHand:
    """A timer the test turns."""

    def __init__(self) -> None:
        self.beats: list[Callable[[], None]] = []
        self.every = 0.0

    def start(self, every, call):
        self.every = every
        self.beats.append(call)
        return lambda: self.beats.remove(call)
