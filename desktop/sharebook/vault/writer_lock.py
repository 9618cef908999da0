"""One writer at a time: `writer.lock` in the register's folder.

The operating system's lock is the truth; the text in front of it only feeds the sentence that a
second person reads. There is no button that forces it: a crash frees the lock at once, and a dead
computer's lock on a share ends with its session at the server.

Within one process several desks may stand at one register (the window and its background work).
They share the lock; SQLite takes their turns. It is held until the last of them lets go.
"""

import contextlib
import os
import platform
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from sharebook.domain.clock import Clock
from sharebook.domain.errors import Refused, Trouble
from sharebook.vault.heartbeat import Heartbeat
from sharebook.vault.lock_file import LockFile
from sharebook.vault.places import refuse_writing
from sharebook.vault.writer_note import WriterNote, read_note

NAME = "writer.lock"
_EVERY = 10.0  # seconds between two signs of life
_SILENT = 60.0  # seconds after which a note that cannot be checked is taken for a crash's
_BETWEEN = 0.1  # seconds between two tries of whoever has patience
_TRIES, _PAUSE = 4, 0.02  # whoever only looks holds the lock for a moment


class Timer(Protocol):
    """Calls something again and again, in whatever thread it likes."""

    def start(self, every: float, call: Callable[[], None]) -> Callable[[], None]:
        """Call `call` each `every` seconds; return what stops it."""
        ...


@dataclass(slots=True)
class _Held:
    file: LockFile
    nonce: str
    stop: Callable[[], None]
    holders: set[int] = field(default_factory=set)

    def is_ours(self) -> bool:
        """Tell whether the lock is still ours.

        A server that lost sight of a sleeping computer gives its lock to the next one, who then
        leaves a note of their own.
        """
        return self.file.is_the_one_on_disk() and not _is_anothers(self.file, self.nonce)


_guard = threading.Lock()
_held: dict[Path, _Held] = {}  # by folder: what this process holds


def _is_anothers(file: LockFile, nonce: str) -> bool:
    try:
        note = read_note(file.read())
    except OSError:  # the share is gone; whoever writes next is told by the register itself
        return False
    return note is not None and note.nonce != nonce


def held_here(folder: Path) -> bool:
    """Tell whether any desk of this program holds the register in `folder` for writing."""
    with _guard:
        return folder.resolve() in _held


def _tries(file: LockFile) -> Iterator[bool]:
    yield file.try_lock()
    for _ in range(_TRIES - 1):
        time.sleep(_PAUSE)
        yield file.try_lock()


class WriterLock:
    """One desk's claim to write; taken when first wanted, kept until let go.

    Args:
        folder: the register's.
        person: who writes, for others to read.
        timer: for the signs of life.

    Attributes:
        patience: seconds to wait for another program to end; a window waits for nobody.
    """

    def __init__(self, folder: Path, person: str, clock: Clock, timer: Timer | None = None) -> None:
        self._folder = folder.resolve()
        self._person = person
        self._clock = clock
        self._timer = timer or Heartbeat()
        self.patience = 0.0

    def take(self) -> None:
        """Hold the register for writing from now on; at once, unless there is `patience`.

        Raises:
            Refused: another program writes: `register_being_written` with who, computer, since
                and seen; `register_being_written_by_somebody` where it has not said so yet.
                `place_synced_read_only` where a sync program copies the folder.
            Trouble: `writer_lock_refused` (read-only folder, a disk that cannot lock),
                `register_folder_gone`, `writer_lock_lost` (the folder was replaced while this
                program held it).
        """
        until = time.monotonic() + self.patience
        while True:
            try:
                self._take()
            except Refused:
                if time.monotonic() >= until:
                    raise
                time.sleep(_BETWEEN)
            else:
                return

    def _take(self) -> None:
        with _guard:
            held = _held.get(self._folder)
            if held is None:
                held = _held[self._folder] = self._begin()
            elif not held.is_ours():
                raise self._lost()
            held.holders.add(id(self))

    def look(self) -> None:
        """Let it pass that nobody else writes now; nothing is held afterwards.

        Where this person may not write in the folder, the note alone is believed.

        Raises:
            Refused: another program writes, as for `take`.
            Trouble: `register_folder_gone`, `writer_lock_refused` (a disk that cannot lock).
        """
        with _guard:
            if self._folder in _held:
                return
            try:
                file = LockFile(self._folder / NAME, make=False)
            except FileNotFoundError:
                return
            except OSError:
                self._refuse_by_note()
                return
            self._lock_or_refuse(file)
            file.free()

    def let_go(self) -> None:
        """Give up the claim; the last one in this process frees the lock."""
        with _guard:
            held = _held.get(self._folder)
            if held is None or id(self) not in held.holders:
                return
            held.holders.remove(id(self))
            if not held.holders:
                del _held[self._folder]
                held.stop()
                if held.is_ours():
                    held.file.write(b"")
                held.file.free()

    @property
    def is_held(self) -> bool:
        """Whether this desk may write now."""
        with _guard:
            held = _held.get(self._folder)
            return held is not None and id(self) in held.holders

    def _begin(self) -> _Held:
        refuse_writing(self._folder, os.environ)
        try:
            file = LockFile(self._folder / NAME)
        except OSError as wrong:
            raise self._refused(wrong) from wrong
        self._lock_or_refuse(file)
        nonce = secrets.token_hex(8)
        return _Held(file, nonce, self._show_life(file, nonce))

    def _lock_or_refuse(self, file: LockFile) -> None:
        try:
            if any(_tries(file)):
                return
            note = read_note(file.read())
        except OSError as wrong:
            file.close()
            raise self._refused(wrong) from wrong
        file.close()
        raise self._being_written(note)

    def _refuse_by_note(self) -> None:
        with contextlib.suppress(OSError):
            note = read_note((self._folder / NAME).read_bytes())
            if note is not None and note.age(self._clock.now()) < _SILENT:
                raise self._being_written(note)

    def _show_life(self, file: LockFile, nonce: str) -> Callable[[], None]:
        since = self._now()
        computer = platform.node() or "another computer"

        def write() -> None:
            note = WriterNote(self._person, computer, since, self._now(), nonce)
            file.write(note.to_bytes())

        def sign() -> None:
            if not _is_anothers(file, nonce):
                write()

        write()  # over whatever a crash left
        return self._timer.start(_EVERY, sign)

    def _now(self) -> str:
        return self._clock.now().isoformat(timespec="seconds")

    def _being_written(self, note: WriterNote | None) -> Refused:
        if note is None:
            return Refused("register_being_written_by_somebody")
        return Refused("register_being_written", "", **note.facts(self._clock.now()))

    def _lost(self) -> Trouble:
        try:
            (self._folder / NAME).stat()
        except FileNotFoundError as wrong:
            if not self._folder.is_dir():
                return self._refused(wrong)
        except OSError as wrong:
            return self._refused(wrong)
        return Trouble("writer_lock_lost", folder=self._folder.name)

    def _refused(self, wrong: OSError) -> Trouble:
        if isinstance(wrong, FileNotFoundError):
            return Trouble("register_folder_gone", folder=self._folder)
        return Trouble("writer_lock_refused", folder=self._folder.name, reason=wrong.strerror)
