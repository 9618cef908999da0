"""Runs one piece of work at a time away from the window, with progress and a polite stop."""

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from sharebook.domain.errors import Cancelled

if TYPE_CHECKING:
    from sharebook.services.ports import Progress

Work = Callable[["Progress"], Any]
_BETWEEN = 0.05  # seconds between two reports; a bar needs no more
PATIENCE = 0.3  # seconds: shorter work shows nothing, and is not worth a question


class Job(QObject):
    """One piece of work; its signals arrive in the window's thread.

    Signals:
        progressed: (done, total, doing).
        succeeded: the work's result.
        failed: the exception.
        cancelled: the work noticed the stop; nothing is half-done.
        finished: the work is over, whichever way; sent last.
    """

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()
    _said = Signal(str, object)

    def __init__(self, parent: QObject, *, quiet: bool = False) -> None:
        super().__init__(parent)
        self.quiet = quiet
        self._stop = threading.Event()
        self._last = 0.0
        self._begun = time.monotonic()
        self.running = True
        self._forgotten = False
        self._said.connect(self._on_said, Qt.ConnectionType.QueuedConnection)

    @property
    def long(self) -> bool:
        """Whether it has run for so long that a person sees it; quiet work is never seen."""
        return not self.quiet and self.running and time.monotonic() - self._begun > PATIENCE

    def forget(self) -> None:
        """Stop, and tell nobody of the end: those who asked are gone."""
        self.cancel()
        self._forgotten = True  # what is queued for the window's thread still arrives
        self.running = False
        self.deleteLater()

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._stop.set()

    def report(self, done: int, total: int, doing: str = "") -> None:
        """Tell how far the work has come; called from the work's thread.

        Raises:
            Cancelled: someone pressed Stop.
        """
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if done >= total or now - self._last >= _BETWEEN:
            self._last = now
            self._said.emit("progressed", (done, total, doing))

    def do(self, work: Work) -> None:
        """Run `work` in this thread and send its end to the window's thread."""
        try:
            if self._stop.is_set():
                raise Cancelled  # stopped while it waited its turn
            outcome = ("succeeded", work(self))
        except Cancelled:
            outcome = ("cancelled", None)
        except Exception as problem:  # noqa: BLE001 - the one door: failures are told in the window
            outcome = ("failed", problem)
        self._said.emit(*outcome)

    def _on_said(self, what: str, value: Any) -> None:
        if self._forgotten:
            return
        if what == "progressed":
            self.progressed.emit(*value)
            return
        self.running = False
        if what == "cancelled":
            self.cancelled.emit()
        else:
            getattr(self, what).emit(value)
        self.finished.emit()
        self.deleteLater()


class _Run(QRunnable):
    def __init__(self, job: Job, work: Work) -> None:
        super().__init__()
        self._job = job
        self._work = work

    def run(self) -> None:
        self._job.do(self._work)


class Background(QObject):
    """One worker; work waits its turn in order. Work touches no widget."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._jobs: list[Job] = []

    def start(self, work: Work, *, quiet: bool = False) -> Job:
        """Put `work` in the queue; it is called with a Progress and its result is sent on.

        Quiet work only looks something up: nobody is asked before it is stopped.
        """
        job = Job(self, quiet=quiet)
        self._jobs.append(job)
        job.finished.connect(self._on_finished)
        self._pool.start(_Run(job, work))
        return job

    @property
    def long(self) -> bool:
        """Whether a person sees that something is under way."""
        return any(job.long for job in self._jobs)

    @property
    def at_work(self) -> bool:
        """Whether something is under way that somebody asked for; quiet work may be stopped."""
        return any(not job.quiet for job in self._jobs)

    @property
    def busy(self) -> bool:
        """Whether any work is under way or waiting."""
        return bool(self._jobs)

    def wait(self) -> None:
        """Wait until everything that was begun is done."""
        self._pool.waitForDone()

    def close(self) -> None:
        """Stop everything and wait until it has stopped; nobody is told of it any more."""
        stopping, self._jobs = self._jobs, []
        for job in stopping:
            job.cancel()
        self._pool.waitForDone()
        for job in stopping:
            job.forget()

    def _on_finished(self) -> None:
        self._jobs = [job for job in self._jobs if job.running]
