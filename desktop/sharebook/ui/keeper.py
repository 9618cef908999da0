"""Keeps what is half-typed in one form, while it is typed and when the window locks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QTimer, Signal

from sharebook.domain.errors import Trouble
from sharebook.domain.kept_drafts import KeptDraft
from sharebook.services.drafting import Drafting, new_name
from sharebook.ui.background import Background

_AFTER = 700  # milliseconds from the first letter to the disk; letters meanwhile go with it


@dataclass(frozen=True, slots=True)
class Half:
    """What stands in a form: its words for a list, the fields, and files by key."""

    words: str
    state: object
    sealed: bool = False
    copies: Mapping[str, bytes] = field(default_factory=dict, repr=False)


class Keeper(QObject):
    """One form's way to the box of drafts. Writing happens beside the window, in order.

    Signals:
        failed: the Trouble why it cannot be kept; told once until it works again.

    Args:
        kind: which form, as drafts call it.
        read: returns what stands in the form, or None while there is nothing to lose.
    """

    failed = Signal(object)

    def __init__(
        self, drafting: Drafting, kind: str, read: Callable[[], Half | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._drafting = drafting
        self._kind = kind
        self._read = read
        self._worker = Background(self)
        self._pause = QTimer(self, singleShot=True, interval=_AFTER)
        self._pause.timeout.connect(self._write_soon)
        self._kept: Half | None = None
        self._well = True
        self.name = new_name()

    def touched(self) -> None:
        """Take note that somebody typed."""
        if not self._pause.isActive():
            self._pause.start()

    def now(self) -> bool:
        """Keep the form at once and wait until it is on the disk; return whether it is safe."""
        self._settle()
        half = self._read()
        if half == self._kept:
            return True
        try:
            self._put(half, self.name)
        except Trouble as trouble:
            self._on_failed(trouble)
            return False
        self._on_kept(half, self.name)
        return True

    def take_up(self, draft: KeptDraft) -> None:
        """Keep under the name of `draft` from now on: the form shows it."""
        self._settle()
        self.name = draft.name
        self._kept = None

    def aside(self) -> KeptDraft | None:
        """Let what stands in the form wait as a draft of its own; None if that cannot be.

        The form has a new draft from now on.
        """
        if self._read() is None or not self._drafting.has_room() or not self.now():
            return None
        draft = self.kept()
        if draft is not None:
            self._drafting.put_back(replace(draft, open=False))
        self._anew()
        return draft

    def forget(self) -> None:
        """Throw the form's draft away: it was saved, or cleared by the person."""
        self._settle()
        self._drafting.drop(self.name)
        self._anew()

    def close(self) -> None:
        """End the worker; nothing is written any more."""
        self._pause.stop()
        self._worker.close()

    def _anew(self) -> None:
        self.name = new_name()
        self._kept = None

    def _settle(self) -> None:
        self._pause.stop()
        self._worker.wait()

    def kept(self) -> KeptDraft | None:
        """Return the form's draft as it lies on the disk."""
        kept = self._drafting.waiting(self._kind)
        return next((draft for draft in kept if draft.name == self.name), None)

    def _write_soon(self) -> None:
        half, name = self._read(), self.name
        if half == self._kept:
            return
        job = self._worker.start(lambda _progress: self._put(half, name))
        job.succeeded.connect(lambda _done: self._on_kept(half, name))
        job.failed.connect(self._on_failed)

    def _put(self, half: Half | None, name: str) -> None:
        if half is None:
            self._drafting.drop(name)
            return
        self._drafting.keep(
            self._kind, half.words, half.state, name=name, sealed=half.sealed, copies=half.copies
        )

    def _on_kept(self, half: Half | None, name: str) -> None:
        self._well = True
        if name == self.name:  # or the form has become another one meanwhile
            self._kept = half

    def _on_failed(self, problem: Exception) -> None:
        if not isinstance(problem, Trouble):
            raise problem  # a bug: the crash panel tells of it
        if self._well:
            self.failed.emit(problem)
        self._well = False
