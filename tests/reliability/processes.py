"""Other processes that are killed: started quickly, and ready to be waited for."""

import multiprocessing
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

PATIENCE = 60.0
if sys.platform == "win32":
    OTHERS = multiprocessing.get_context("spawn")
else:
    from multiprocessing import forkserver

    OTHERS = multiprocessing.get_context("forkserver")
    OTHERS.set_forkserver_preload(["tests.reliability.warm"])


def ready_to_begin() -> None:
    """Start the server that starts the others, if none runs.

    Its socket lies in the temporary folder of this moment, and must not lie deep: a system takes
    no more than about a hundred letters. So this comes before a test has a folder of its own.
    """
    if sys.platform != "win32":
        forkserver.ensure_running()


def begin(work: Callable[..., None], told: Path, *arguments: Any) -> Any:
    """Start `work(told, *arguments)` in a process of its own; return it once it has said a word."""
    told.write_bytes(b"")
    process = OTHERS.Process(target=work, args=(told, *arguments), daemon=True)
    process.start()
    deadline = time.monotonic() + PATIENCE
    while not told.read_bytes() and process.is_alive() and time.monotonic() < deadline:
        time.sleep(0.002)
    return process


class Another:
    """A second program, as a real process, that answers what it is asked.

    Args:
        work: is called there with its end of the line and the `arguments`; it ends when the line
            is closed (`EOFError`).
    """

    def __init__(self, work: Callable[..., None], *arguments: Any) -> None:
        self._line, there = OTHERS.Pipe()
        self._process = OTHERS.Process(target=work, args=(there, *arguments), daemon=True)
        self._process.start()
        there.close()

    def asked(self, word: str) -> Any:
        """Return its answer to `word`."""
        self._line.send(word)
        return self._line.recv()

    def closes(self) -> None:
        """Let it end, if it has not yet."""
        self._line.close()
        self._process.join(PATIENCE)
        assert self._process.exitcode == 0


def after_words(told: Path, words: int) -> float:
    """Wait until a process has said so many words; return how long the last of them took.

    Seconds of a busy computer are longer than those of an idle one, so a killer counts in these.
    """
    began = time.monotonic()
    deadline, seen = began + PATIENCE, 0
    took = 0.0
    while seen < words and time.monotonic() < deadline:
        now = told.read_bytes().count(b"\n")
        if now > seen:
            took, began, seen = time.monotonic() - began, time.monotonic(), now
        time.sleep(0.001)
    return took


def kill(process: Any, after: float) -> bool:
    """Kill the process `after` seconds; say whether it was still at work."""
    process.join(after)
    working: bool = process.is_alive()
    process.kill()
    process.join()
    process.close()
    return working


def moments(seed: int) -> Random:
    """Return what chooses moments; when to kill is no secret."""
    return Random(seed)  # noqa: S311  # see above


def rounds(usual: int, long: int) -> int:
    """Return how often something is done: in the ordinary suite, and in the long one."""
    return long if "SHAREBOOK_LONG" in os.environ else usual
