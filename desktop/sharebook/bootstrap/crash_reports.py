"""What a crash leaves behind: kinds of fault, files and lines. Never a value, a name or a key.

An exception's own words may hold whatever was being worked on, so they are not written anywhere.
"""

import contextlib
import os
import platform
import re
import sys
import threading
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import IO

from sharebook import __version__
from sharebook.bootstrap.clocks import SystemClock

_LOG, _OLDER, _FAULTS = "crashes.log", "crashes.older.log", "faults.log"
_MOST = 256 * 1024  # bytes, then it becomes the older one
_CODE_ROOTS = re.compile(r"^.*[\\/](?:sharebook|site-packages|lib[\\/]python[0-9.]+|Lib)[\\/]")
_CHAIN = 5
_CODE = re.compile(r"[a-z][a-z0-9_]{0,60}")
_held: list[IO[str]] = []  # the file of faults stays open: after a fault nothing can be opened


def logs_folder() -> Path:
    """Return where this computer keeps the logs: never the register's folder, never roaming."""
    from platformdirs import user_log_path

    return user_log_path("Sharebook", appauthor=False)


def report(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> str:
    """Return where a bug happened: files, lines and kinds, never values or messages."""
    lines = [
        f"Sharebook {__version__}, Python {platform.python_version()}, {sys.platform}",
        _kind(kind, problem),
        *_places(trace),
    ]
    for cause in _causes(problem):
        lines += [f"after {_kind(type(cause), cause)}", *_places(cause.__traceback__)]
    return "\n".join(lines)


def write(details: str, folder: Path | None = None) -> None:
    """Add a report to the log; a log that cannot be written is no second crash."""
    there = folder or logs_folder()
    moment = SystemClock().now().isoformat(timespec="seconds")
    with contextlib.suppress(OSError):
        there.mkdir(mode=0o700, parents=True, exist_ok=True)
        log = there / _LOG
        if log.exists() and log.stat().st_size > _MOST:
            log.replace(there / _OLDER)
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{moment} {details}\n\n")


def catch_crashes(folder: Path | None = None) -> None:
    """Write every uncaught exception and every fault of the machine code to the log.

    Until the window has a panel of its own for it, the person is told in a plain box.
    """
    there = folder or logs_folder()

    def in_the_open(
        kind: type[BaseException], problem: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        details = report(kind, problem, trace)
        write(details, there)
        _say(details, there)

    def aside(kind: type[BaseException], problem: BaseException | None) -> None:
        known = problem or kind()
        write(report(kind, known, known.__traceback__), there)

    sys.excepthook = in_the_open
    threading.excepthook = lambda args: aside(args.exc_type, args.exc_value)
    sys.unraisablehook = lambda args: aside(args.exc_type, args.exc_value)
    _watch_faults(there)


def _watch_faults(folder: Path) -> None:
    import faulthandler

    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = (folder / _FAULTS).open("w", encoding="utf-8")
        _held.append(file)
        faulthandler.enable(file)


def _kind(kind: type[BaseException], problem: BaseException) -> str:
    code = getattr(problem, "code", "")
    known = isinstance(code, str) and _CODE.fullmatch(code)
    return f"{kind.__name__} {code}" if known else kind.__name__


def _places(trace: TracebackType | None) -> Iterator[str]:
    """Yield "ui/app.py:12": a whole path would name the person whose computer it is."""
    for frame in traceback.extract_tb(trace):
        inside = _CODE_ROOTS.sub("", frame.filename)
        shown = inside if inside != frame.filename else re.split(r"[\\/]", frame.filename)[-1]
        yield f"{shown}:{frame.lineno}"


def _causes(problem: BaseException) -> Iterator[BaseException]:
    for _ in range(_CHAIN):
        cause = problem.__cause__ or problem.__context__
        if cause is None:
            return
        yield cause
        problem = cause


def _say(details: str, folder: Path) -> None:
    words = (
        "Sharebook could not go on and has closed. What was saved before is safe, and what was"
        " half-typed is there when you open it again.\n\nIf it happens again, give your technician"
        f" this file; it holds no pupil's data:\n{folder / _LOG}"
    )
    if sys.stderr:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(f"{words}\n\n{details}\n")
    if os.name == "nt":
        import ctypes

        box = getattr(ctypes, "windll").user32.MessageBoxW  # noqa: B009  # Windows alone has it
        box(None, words, "Sharebook", 0x10)
