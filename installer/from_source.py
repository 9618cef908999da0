"""Runs Sharebook from a checkout: makes the environment first, once, then does what was asked.

Only Python itself is needed. Three verbs::

    python3 installer/from_source.py run [FOLDER]    the practice school, in a window
    python3 installer/from_source.py test [...]      all tests; what follows goes to pytest
    python3 installer/from_source.py check           format, lint, types, layers and tests

This file must be readable by an old Python, so that it can say what is wrong.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
NEWEST = (3, 13)
USAGE = """\
Usage: python3 installer/from_source.py run [FOLDER] | test [PYTEST OPTIONS] | check

  run    make a practice school in FOLDER, print its documents and open the window
  test   run all tests
  check  run everything that a change must pass\
"""
DONE, FAILED, MISUSED = 0, 1, 2


def unfit(major: int, minor: int) -> str:
    """Return a sentence if Sharebook does not run on Python `major`.`minor`, else ""."""
    if OLDEST <= (major, minor) <= NEWEST:
        return ""
    return (
        f"Sharebook needs Python 3.11, 3.12 or 3.13, and this is Python {major}.{minor}. Install "
        "one of those and start this command with it: python3.13 installer/from_source.py run"
    )


def main(arguments: list[str]) -> int:
    """Do what `arguments` ask; return the exit code."""
    problem = unfit(*sys.version_info[:2])
    if problem:
        print(problem, file=sys.stderr)
        return FAILED
    sys.path.insert(0, str(ROOT))
    from installer import verbs
    from installer.telling import Stopped

    verb = verbs.BY_NAME.get(arguments[0]) if arguments else None
    if verb is None:
        print(USAGE, file=sys.stderr)
        return MISUSED
    try:
        return verb(arguments[1:])
    except Stopped as stopped:
        print(f"\n{stopped}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("\nStopped. Start the same command again to go on.", file=sys.stderr)
        return FAILED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
