"""Says that an entry was saved, and shows the way to it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from sharebook.ui.icons import icon
from sharebook.ui.widgets.toast import Toast


class SavedToast(Toast):
    """A toast whose button opens what was saved; a saved entry is not undone."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._back.setText(" Show it in the log")
        self._back.setAccessibleName("Show it in the log")
        self._back.setIcon(icon("log", "on_accent"))

    def say_saved(self, number: str, show: Callable[[], object]) -> None:
        """Say that entry `number` ("12", "S3") is saved; the button calls `show`."""
        self.say(f"Entry {number} saved", show)
