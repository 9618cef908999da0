"""What from_source.py can be asked to do."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from installer import screens
from installer.environment import Dependencies
from installer.preparing import prepare
from installer.telling import Stopped, say

ROOT = Path(__file__).resolve().parent.parent
PRACTICE = "Sharebook practice"
_SHARED_OUT = ("-n", "auto", "--dist", "worksteal")  # neighbours share what is made for a file


def run(options: Sequence[str]) -> int:
    """Make the practice school and show it; return Sharebook's own exit code.

    Args:
        options: the folder to make it in, if the person named one, and options of `demo`.
    """
    ready = prepare(ROOT, Dependencies.RUN, with_screen=screens.present())
    shown = ready.draws and screens.present()
    given = [option for option in options if not option.startswith("-")]
    asked = list(options) if given else [str(practice_folder(Path.home())), *options]
    return _start([str(ready.python), "-m", "sharebook", "demo", *asked], offscreen=not shown)


def test(options: Sequence[str]) -> int:
    """Run the tests; return pytest's exit code."""
    python = _for_tests()
    say("Running the tests.")
    return _start([str(python), "-m", "pytest", *_SHARED_OUT, *options], offscreen=True)


def check(options: Sequence[str]) -> int:
    """Run everything a change must pass; return the first exit code that is not 0."""
    python = _for_tests()
    return _start([str(python), "-m", "poethepoet", "check", *options], offscreen=True)


def practice_folder(home: Path) -> Path:
    """Return where the practice school goes when nobody says: in the person's documents."""
    documents = home / "Documents"
    return (documents if documents.is_dir() else home) / PRACTICE


def _for_tests() -> Path:
    """Return the Python that runs the tests.

    Raises:
        Stopped: there is none, or it cannot load Qt, which the tests of the window need.
    """
    ready = prepare(ROOT, Dependencies.DEV, with_screen=False)
    if not ready.draws:
        message = "The tests need those libraries. Start this command again when they are there."
        raise Stopped(message)
    return ready.python


def _start(command: Sequence[str], *, offscreen: bool) -> int:
    surroundings = {**os.environ, "PYTHONUNBUFFERED": "1"}  # said before the window opens
    if offscreen:
        surroundings["QT_QPA_PLATFORM"] = "offscreen"
    tools = Path(command[0]).parent
    surroundings["PATH"] = f"{tools}{os.pathsep}{surroundings.get('PATH', '')}"
    sys.stdout.flush()
    return subprocess.run(command, cwd=ROOT, env=surroundings, check=False).returncode


BY_NAME: Mapping[str, Callable[[Sequence[str]], int]] = {"run": run, "test": test, "check": check}
