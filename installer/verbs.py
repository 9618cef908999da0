"""What from_source.py can be asked to do."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from installer import environment, libraries, screens
from installer.environment import Dependencies
from installer.telling import say

ROOT = Path(__file__).resolve().parent.parent
PRACTICE = "Sharebook practice"


def run(options: Sequence[str]) -> int:
    """Make the practice school and show it; return Sharebook's own exit code.

    Args:
        options: the folder to make it in, if the person named one, and options of `demo`.
    """
    python = environment.ready(ROOT, Dependencies.RUN)
    shown = libraries.ready(with_screen=screens.present()) and screens.present()
    given = [option for option in options if not option.startswith("-")]
    asked = list(options) if given else [str(practice_folder(Path.home())), *options]
    return _start([str(python), "-m", "sharebook", "demo", *asked], offscreen=not shown)


def test(options: Sequence[str]) -> int:
    """Run the tests; return pytest's exit code."""
    python = environment.ready(ROOT, Dependencies.DEV)
    libraries.ready(with_screen=False)
    say("Running the tests.")
    return _start([str(python), "-m", "pytest", "-n", "auto", *options], offscreen=True)


def check(options: Sequence[str]) -> int:
    """Run everything a change must pass; return the first exit code that is not 0."""
    python = environment.ready(ROOT, Dependencies.DEV)
    libraries.ready(with_screen=False)
    return _start([str(python), "-m", "poethepoet", "check", *options], offscreen=True)


def practice_folder(home: Path) -> Path:
    """Return where the practice school goes when nobody says: in the person's documents."""
    documents = home / "Documents"
    return (documents if documents.is_dir() else home) / PRACTICE


def _start(command: Sequence[str], *, offscreen: bool) -> int:
    surroundings = dict(os.environ)
    if offscreen:
        surroundings["QT_QPA_PLATFORM"] = "offscreen"
    tools = Path(command[0]).parent
    surroundings["PATH"] = f"{tools}{os.pathsep}{surroundings.get('PATH', '')}"
    sys.stdout.flush()
    return subprocess.run(command, cwd=ROOT, env=surroundings, check=False).returncode


BY_NAME: Mapping[str, Callable[[Sequence[str]], int]] = {"run": run, "test": test, "check": check}
