"""Opens the dialogs of one entry: was it a mistake, what did it say before."""

from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from sharebook.bootstrap.sealed_log import sealed_log
from sharebook.services.retelling import ToldVersion
from sharebook.ui.busy import Busy
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.latest import Latest
from sharebook.ui.screens.log.entry_facts import EntryFacts
from sharebook.ui.screens.log.entry_panel import EntryPanel

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk


class EntryDialogs(QObject):
    """Asks and shows over the window of `page`.

    Args:
        busy: says on the page what takes long after a dialog has closed.
    """

    def __init__(self, office: Office, page: QWidget, busy: Busy) -> None:
        super().__init__(page)
        self._office = office
        self._page = page
        self._busy = busy
        self._history = Latest(office, self)

    def serve(self, panel: EntryPanel) -> None:
        """Answer the buttons of `panel`."""
        panel.struck.connect(self.strike)
        panel.before.connect(self.before)
        panel.moved.connect(self.seal)
        panel.receipt.connect(self.chase)
        panel.incident.connect(self.incident)

    def chase(self, entry: EntryFacts) -> None:
        """Ask for the receipt of an entry, by letter or another way, and note it."""
        from sharebook.ui.screens.today.chase_dialog import ask_for_receipt

        window = self._page.window()
        ask_for_receipt(self._office, window, entry.number, sealed=entry.sealed)

    def strike(self, entry: EntryFacts) -> None:
        """Ask why the entry was a mistake, or none after all, and write it."""
        from sharebook.ui.screens.log.mistake_dialog import MistakeDialog

        if MistakeDialog(self._page.window(), self._office, entry).exec():
            done = "counts again" if entry.mistake else "is struck out"
            self._office.changed.tell("disclosure")
            self._office.toast.say(f"Entry {entry.said} {done}")

    def seal(self, entry: EntryFacts) -> None:
        """Ask, and move the entry into the compartment or out of it."""
        from sharebook.ui.screens.log.seal_dialog import SealDialog

        dialog = SealDialog(self._page.window(), self._office, entry)
        if dialog.exec():
            self._office.changed.tell("disclosure")
            self._office.toast.say(dialog.said)
            if entry.files:
                self._clear_traces()

    def _clear_traces(self) -> None:
        """Write the file anew that files have left, away from the window: it takes seconds."""
        desk = self._office.desk

        def work(_progress: object) -> bool:
            with closing(desk.again()) as own:
                return own.disposing.sweep()

        job = self._office.background.start(work)
        self._busy.watch(job, "Clearing the last traces of its files")
        job.failed.connect(self._office.telling.tell)

    def incident(self, entry: EntryFacts, number: int) -> None:
        """Show what went wrong with an entry, and what was done about it."""
        from sharebook.ui.screens.incident_dialog import show_incident

        show_incident(self._office, self._page.window(), number, sealed=entry.sealed)

    def before(self, entry: EntryFacts) -> None:
        """Read what an entry said before, and show it."""

        def read(desk: "Desk") -> tuple[ToldVersion, ...]:
            if entry.sealed:
                return sealed_log(desk).history(entry.number)
            versions = desk.remembering.history("disclosure", entry.number)
            return desk.retelling.told("disclosure", versions)

        self._history.ask(read, lambda versions: self._show(entry.said, versions))

    def _show(self, number: str, versions: tuple[ToldVersion, ...]) -> None:
        from sharebook.ui.screens.log.history_dialog import HistoryDialog

        title = f"What entry {number} said before"
        HistoryDialog(self._page.window(), title, versions).exec()
