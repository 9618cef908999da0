"""Attaches files to an entry, saves copies of them, takes them out."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.bootstrap.attached_copies import read_copy, save_copy
from sharebook.bootstrap.sealed_log import Log, log_of
from sharebook.domain.attachments import Attachment
from sharebook.domain.errors import SharebookError
from sharebook.services.ports import Progress
from sharebook.ui.busy import Busy
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.log.entry_facts import EntryFacts
from sharebook.ui.screens.log.entry_panel import EntryPanel
from sharebook.ui.screens.log.files_part import breakable
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import IconLabel, beside, label
from sharebook.ui.widgets.sheet import row
from sharebook.words.days import count

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

ANY_FILE = "Any file (*)"
_OUT = (
    "Nobody is shown it any more. Its bytes stay in the register, encrypted, until the entry is "
    "disposed of. If it is about somebody it should not be about, tell your data protection "
    "officer: older backups hold it too."
)
_PLAIN = "Where to? Whoever can open that folder can read the copy."
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FileDeeds(QObject):
    """Works for the page of an entry.

    Args:
        busy: says how far reading has come, and stops it.
    """

    def __init__(self, office: Office, page: QWidget, busy: Busy) -> None:
        super().__init__(page)
        self._office = office
        self._page = page
        self._busy = busy

    def serve(self, panel: EntryPanel) -> None:
        """Answer what is asked on `panel`."""
        panel.attach.connect(self.attach)
        panel.dropped.connect(self.attach_all)
        panel.save_file.connect(self.save)
        panel.take_out.connect(self.take_out)

    def attach(self, entry: EntryFacts) -> None:
        """Ask for a file and attach it."""
        path = self._office.ask.opens("Attach a copy of what was sent", ANY_FILE)
        if path is not None:
            self.attach_all(entry, [path])

    def attach_all(self, entry: EntryFacts, paths: Sequence[Path]) -> None:
        """Attach files, all of them or none."""
        person = self._office.desk.person

        def work(log: Log, progress: Progress) -> int:
            copies = [read_copy(path, log.attaching, progress) for path in paths]
            return len(log.attaching.attach(entry.number, copies, person))

        self._do(entry, work, lambda made: self._on_attached(entry, made), "Reading the file")

    def save(self, entry: EntryFacts, attachment: Attachment) -> None:
        """Ask for a folder, and write a copy there."""
        folder = self._office.ask.folder(_PLAIN)
        if folder is None:
            return

        def work(log: Log, _progress: Progress) -> str:
            found, content = log.attaching.read(int(attachment.id))
            return save_copy(folder, found.name, content).name

        self._do(entry, work, lambda name: self._office.toast.say(f"Saved as {name}"), "Saving")

    def take_out(self, entry: EntryFacts, attachment: Attachment) -> None:
        """Ask why, and show the file no longer."""
        if TakeOutDialog(self._page.window(), self._office, entry, attachment).exec():
            self._office.changed.tell("disclosure")
            self._office.toast.say(f"Taken out: {attachment.name}")

    def _on_attached(self, entry: EntryFacts, made: int) -> None:
        self._office.changed.tell("disclosure")
        self._office.toast.say(f"{count(made, 'copy', 'copies')} attached to entry {entry.said}")

    def _do(
        self,
        entry: EntryFacts,
        work: Callable[[Log, Progress], object],
        then: Callable[..., None],
        words: str,
    ) -> None:
        desk = self._office.desk

        def run(progress: Progress) -> object:
            again: Desk = desk.again()
            try:
                return work(log_of(again, sealed=entry.sealed), progress)
            finally:
                again.close()

        job = self._busy.watch(self._office.background.start(run), words)
        job.succeeded.connect(then)
        job.failed.connect(self._office.telling.tell)


class TakeOutDialog(SheetDialog):
    """Asks why a file is taken out; accepted means it was.

    Attributes:
        reason: the field for the reason.
        act: does it; safe: leaves everything as it is.
    """

    def __init__(
        self, window: QWidget, office: Office, entry: EntryFacts, attachment: Attachment
    ) -> None:
        title = "Take this copy out?"
        super().__init__(window, title, 620)
        self._office = office
        self._entry = entry
        self._attachment = attachment
        self.reason = Field("because", "Wh&y?", QLineEdit())
        self.act = button("&Take it out")
        self.safe = button("Leave it there", "go", key="Esc")
        self.column.addWidget(
            beside(IconLabel("clip", 24, "accent"), label(title, "h2", wrap=True), gap=14)
        )
        self.column.addWidget(label(breakable(attachment.name), "b", wrap=True))
        self.column.addWidget(label(_OUT, wrap=True))
        self.column.addWidget(self.reason)
        self.column.addSpacing(look().px(8))
        self.column.addLayout(row(1, self.act, self.safe))
        self.act.clicked.connect(self._on_act)
        self.safe.clicked.connect(self.reject)
        self.safe.setDefault(True)
        self.reason.inner.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter after the reason leads on to the button: nothing typed is lost, nothing done."""
        if event.key() in _ENTERS and self.reason.inner.hasFocus():
            self.act.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def _on_act(self) -> None:
        self.reason.complain("")
        desk, line = self._office.desk, self.reason.inner
        because = line.text() if isinstance(line, QLineEdit) else ""
        try:
            attaching = log_of(desk, sealed=self._entry.sealed).attaching
            attaching.take_out(int(self._attachment.id), because, desk.person)
        except SharebookError as problem:
            self._office.telling.tell(problem, [self.reason])
            self.fit()
            return
        self.accept()
