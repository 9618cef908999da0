"""From the log to the form: a new entry, one put right, once more, or again for others."""

from collections.abc import Callable
from typing import Any

from sharebook.ui.screens.base import Office
from sharebook.ui.screens.log.entry_panel import EntryPanel


class ToForm:
    """Opens the form for recording.

    Args:
        sealed: says whether the sealed log is shown; what comes from there stays there.
    """

    def __init__(self, office: Office, sealed: Callable[[], bool]) -> None:
        self._office = office
        self._sealed = sealed

    def serve(self, panel: EntryPanel) -> None:
        """Answer the buttons of `panel`."""
        panel.put_right.connect(lambda number: self.record(correct=number))
        panel.again.connect(lambda number: self.record(again=number))
        panel.copy.connect(lambda number: self.record(copy=number))

    def record(self, **wanted: Any) -> None:
        """Open the form, for the log that is shown."""
        self._office.go("record", **wanted, **({"sealed": True} if self._sealed() else {}))
