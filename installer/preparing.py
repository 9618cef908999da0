"""Everything that has to be there before Sharebook starts, asked for once and all together."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from installer import apt, environment, libraries
from installer.environment import Dependencies
from installer.telling import say


@dataclass(frozen=True, slots=True)
class Prepared:
    """What came of it.

    Attributes:
        python: the environment's Python.
        draws: whether Qt finds the system libraries it was asked for.
    """

    python: Path
    draws: bool


def prepare(root: Path, wanted: Dependencies, *, with_screen: bool) -> Prepared:
    """Bring in the system's packages where we may, then the environment.

    Raises:
        Stopped: no environment can be made, or what Sharebook stands on cannot be fetched.
    """
    _bring_in(
        [
            *environment.packages_missing(root, wanted),
            *libraries.packages_missing(with_screen=with_screen),
        ]
    )
    python = environment.ready(root, wanted)
    return Prepared(python, not libraries.packages_missing(with_screen=with_screen))


def _bring_in(packages: Sequence[str]) -> None:
    if not packages or apt.install(packages):
        return
    say(
        "This machine lacks some system packages that could not be installed from here. On Debian "
        "and Ubuntu, someone who may install software brings them in with this line:\n\n"
        f"    {apt.line(packages)}\n"
    )
