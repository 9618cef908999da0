"""Opens the dialogs of one entry: was it a mistake, what did it say before."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from sharebook.services.retelling import ToldVersion
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.latest import Latest
from sharebook.ui.screens.log.entry_facts import EntryFacts


class EntryDialogs(QObject):
    """Asks and shows over the window of `page`."""

    def __init__(self, office: Office, page: QWidget) -> None:
        super().__init__(page)
        self._office = office
        self._page = page
        self._history = Latest(office, self)

    def strike(self, entry: EntryFacts) -> None:
        """Ask why the entry was a mistake, or none after all, and write it."""
        from sharebook.ui.screens.log.mistake_dialog import MistakeDialog

        if MistakeDialog(self._page.window(), self._office, entry).exec():
            done = "counts again" if entry.mistake else "is struck out"
            self._office.changed.tell("disclosure")
            self._office.toast.say(f"Entry {entry.number} {done}")

    def before(self, number: int) -> None:
        """Read what an entry said before, and show it."""
        self._history.ask(
            lambda desk: desk.retelling.told(
                "disclosure", desk.remembering.history("disclosure", number)
            ),
            lambda versions: self._show(number, versions),
        )

    def _show(self, number: int, versions: tuple[ToldVersion, ...]) -> None:
        from sharebook.ui.screens.log.history_dialog import HistoryDialog

        title = f"What entry {number} said before"
        HistoryDialog(self._page.window(), title, versions).exec()
