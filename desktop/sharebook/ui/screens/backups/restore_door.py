"""Restoring, before any register is open: which backup, who you are, what it would do, done."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.ui.busy import Busy
from sharebook.ui.look import look
from sharebook.ui.screens.backups.restore_looking import DoneStep, LookStep
from sharebook.ui.screens.backups.restore_steps import ChooseStep, WhoStep
from sharebook.ui.telling import Telling
from sharebook.ui.widgets.door import Door, Helpers
from sharebook.ui.widgets.steps import Steps

if TYPE_CHECKING:
    from sharebook.bootstrap.putting_back import Secrets
    from sharebook.services.ports import Progress
    from sharebook.services.restoring import Preview, Restored, Restoring

_WIDTH = 620


class RestoreDoor(Door):
    """Four steps; nothing is changed before the button that says so.

    Args:
        live: the register's folder; None where there is none on this computer any more.
        file: the backup or the register put aside, if it is known already.

    Signals:
        restored: the folder of the register that is in place now.
        back: nothing was changed.
    """

    restored = Signal(object)
    back = Signal()

    def __init__(self, helpers: Helpers, live: Path | None, file: Path | None = None) -> None:
        super().__init__(_WIDTH)
        self._helpers = helpers
        self._telling = Telling(helpers.ask)
        self._live = live
        self._file = file
        self._secrets: Secrets | None = None
        self.busy = Busy()
        self.choosing = ChooseStep()
        self.who = WhoStep()
        self.looking = LookStep()
        self.done = DoneStep()
        self._steps = Steps()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addWidget(self.busy)
        column.addWidget(self._steps)
        self.column.addWidget(page)
        self._connect()

    def _connect(self) -> None:
        for step in (self.choosing, self.who, self.looking):
            step.back.connect(self.back)
        self.choosing.chosen.connect(self._on_chosen)
        self.choosing.elsewhere.connect(self._on_elsewhere)
        self.who.known.connect(self._on_known)
        self.looking.again.connect(self._on_known)
        self.looking.restore.connect(self._on_restore)
        self.done.open_it.connect(lambda: self.restored.emit(self._live))

    def fill(self) -> None:
        """Begin; called after the first paint."""
        if self._file is not None:
            self._on_chosen(self._file)
            return
        live = self._live

        def find(_progress: "Progress") -> Any:
            from sharebook.bootstrap.putting_back import restorable

            return restorable(live)

        self._away(find, "Looking for backups", self._on_found)

    def _away(
        self, work: "Callable[[Progress], Any]", words: str, then: Callable[[Any], None]
    ) -> None:
        job = self.busy.watch(self._helpers.background.start(work), words)
        job.succeeded.connect(lambda found: self._go_on(then, found))
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._wake)
        self._steps.setEnabled(False)

    def _wake(self) -> None:
        self._steps.setEnabled(True)
        if self._steps.part is not None:
            self._steps.part.setFocus()  # what is switched off loses the keyboard

    def _go_on(self, then: Callable[[Any], None], found: Any) -> None:
        self._steps.setEnabled(True)  # or the next step could not take the keyboard
        then(found)

    def _on_failed(self, problem: Exception) -> None:
        self._wake()
        if self._steps.part is None:  # not even the first step: say it, and leave
            self.back.emit()
        self._telling.tell(problem, (self.who.field, self.looking.field))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc keeps things as they are, unless something is under way or done."""
        if event.key() == Qt.Key.Key_Escape and self._steps.isEnabled():
            if self._steps.part is not self.done:
                self.back.emit()
            return
        super().keyPressEvent(event)

    def _on_found(self, found: Any) -> None:
        self.choosing.offer(found)
        self._steps.turn_to(self.choosing)

    def _on_elsewhere(self) -> None:
        from sharebook.ui.screens.backups.screen import KINDS

        file = self._helpers.ask.opens("Choose a backup", KINDS)
        if file is not None:
            self._on_chosen(file)

    def _on_chosen(self, file: Path) -> None:
        def ask(_progress: "Progress") -> Any:
            from sharebook.bootstrap.putting_back import owner_of

            return owner_of(file)

        self._file = file
        self._away(ask, "Reading the backup", self._on_owner)

    def _on_owner(self, owner: Any) -> None:
        from sharebook.bootstrap.starting import place_for

        if self._live is None:
            self._live = place_for(owner.school)
        self.who.offer(owner)
        self._steps.turn_to(self.who)

    def _on_known(self, secrets: "Secrets") -> None:
        self._secrets = secrets

        def look_into(progress: "Progress") -> "Preview":
            return self._service(secrets).preview(self._the_file, progress)

        self._away(look_into, "Unpacking the backup and reading all of it", self._on_looked)

    def _on_looked(self, preview: "Preview") -> None:
        self.looking.show_preview(preview, self._secrets)
        self._steps.turn_to(self.looking)

    def _on_restore(self) -> None:
        secrets = self._secrets
        if secrets is None:
            return

        def restore(progress: "Progress") -> "Restored":
            return self._service(secrets).restore(self._the_file, progress)

        self._away(restore, "Putting the backup in place", self._on_restored)

    def _on_restored(self, restored: "Restored") -> None:
        self.done.show_done(restored)
        self._steps.turn_to(self.done)

    @property
    def _the_file(self) -> Path:
        return self._file or Path()

    def _service(self, secrets: "Secrets") -> "Restoring":
        from sharebook.bootstrap.putting_back import restoring_with

        return restoring_with(self._live or Path(), secrets)
