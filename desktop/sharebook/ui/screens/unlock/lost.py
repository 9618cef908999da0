"""A lost passphrase: the code on the recovery sheet, who one is, a new passphrase."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.domain.errors import Refused, SharebookError, Trouble
from sharebook.ui.busy import Busy
from sharebook.ui.look import look
from sharebook.ui.screens.unlock.lost_steps import CodeStep, NewStep
from sharebook.ui.telling import Telling
from sharebook.ui.widgets.door import Helpers
from sharebook.ui.widgets.steps import Steps

if TYPE_CHECKING:
    from sharebook.bootstrap.access import Access
    from sharebook.bootstrap.desk import Desk
    from sharebook.ui.background import Work


class LostPassphrase(QWidget):
    """Two steps; nothing is changed before the second one is sent off.

    Signals:
        opened: the Desk, closed in its worker: open it again in the window's thread.
        back: the passphrase is not lost after all.

    Attributes:
        code: asks for the code.
        new: asks who one is and for a new passphrase.
    """

    opened = Signal(object)
    back = Signal()

    def __init__(self, folder: Path, school: str, helpers: Helpers) -> None:
        super().__init__()
        self._folder = folder
        self._helpers = helpers
        self._telling = Telling(helpers.ask)
        self._access: Access | None = None
        self._running = False
        self._person = ""
        self.code = CodeStep()
        self.new = NewStep(school)
        self.busy = Busy()
        self.busy.stop.hide()  # half a second, and nothing to be stopped half-way
        self._steps = Steps()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        column.addWidget(self._steps)
        column.addWidget(self.busy)
        self._connect()

    def _connect(self) -> None:
        self.code.sent.connect(self._on_code)
        self.new.sent.connect(self._on_new)
        self.new.sheet_only.connect(self._on_sheet_only)
        for step in (self.code, self.new):
            step.back.connect(self._on_back)

    def begin(self, person: str) -> None:
        """Ask for the code; `person` was chosen at the door."""
        self._person = person
        self._steps.turn_to(self.code)
        self.code.typed.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc goes back to the door."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_back()
            return
        super().keyPressEvent(event)

    def _on_back(self) -> None:
        if not self._running:
            self._access = None
            self.back.emit()

    def _on_code(self, typed: str) -> None:
        if self._running:
            return
        folder = self._folder

        def work(_progress: object) -> "Access":
            from sharebook.bootstrap.opening import access_with_recovery

            return access_with_recovery(folder, typed)

        self._rest(running=True)
        job = self.busy.watch(self._helpers.background.start(work), "Trying the code")
        job.succeeded.connect(self._on_code_right)
        job.failed.connect(self._on_failed)

    def _on_code_right(self, access: "Access") -> None:
        self._rest(running=False)
        self._access = access
        try:
            self.new.offer(self._folder, self._person)
        except SharebookError as problem:
            self._telling.tell(problem)
            return
        self._steps.turn_to(self.new)
        self.new.begin()

    def _on_new(self, name: str, passphrase: str, known: bool) -> None:  # noqa: FBT001 - Qt's signal
        access, folder = self._access, self._folder
        if self._running or access is None:
            return

        def work(_progress: object) -> "Desk":
            from sharebook.bootstrap.keys import KeyKeeping
            from sharebook.bootstrap.opening import open_register
            from sharebook.bootstrap.sheet_proof import SheetProof

            keys = KeyKeeping(access)
            after = keys.replace_lost_passphrase(name, passphrase, known_to_others=known)
            with contextlib.suppress(Refused, Trouble):  # a reminder only
                SheetProof(after).remember()
            desk = open_register(folder, name, passphrase)
            desk.close()  # a connection stays in its thread; the window opens its own
            return desk

        self._open(work, f"Making a new key for {name}; this takes a moment")

    def _on_sheet_only(self) -> None:
        access = self._access
        if self._running or access is None:
            return

        def work(_progress: object) -> "Desk":
            from sharebook.bootstrap.clocks import SystemClock
            from sharebook.bootstrap.desk import Desk

            desk = Desk.opened(access, SystemClock())
            desk.close()
            return desk

        self._open(work, "Opening the register")

    def _open(self, work: "Work", words: str) -> None:
        self._rest(running=True)
        job = self.busy.watch(self._helpers.background.start(work), words)
        job.succeeded.connect(self._on_opened)
        job.failed.connect(self._on_failed)

    def _on_opened(self, desk: "Desk") -> None:
        self._access = None
        self.new.forget()
        self.opened.emit(desk)

    def _on_failed(self, problem: Exception) -> None:
        self._rest(running=False)
        self._telling.tell(problem, self.new.fields if self._access else (self.code.field,))

    def _rest(self, *, running: bool) -> None:
        self._running = running
        self.code.setEnabled(not running)
        self.new.setEnabled(not running)
