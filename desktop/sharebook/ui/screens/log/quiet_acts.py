"""The quiet buttons of an entry's page: side by side where there is room, else line by line."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton, QWidget

from sharebook.ui.look import look
from sharebook.ui.widgets.flow import FlowLayout


class QuietActs(QWidget):
    """Never lower than its lines need: what stands around it gives way, or the page scrolls."""

    def __init__(self, buttons: Sequence[QPushButton]) -> None:
        super().__init__()
        self._flow = FlowLayout(look().px(4))
        for each in (*buttons, QWidget()):  # which takes what is left of the last line
            self._flow.addWidget(each)
        self.setLayout(self._flow)

    def event(self, event: QEvent) -> bool:
        """Ask for another height when the width, or which buttons are offered, changes."""
        done = super().event(event)
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            needed = self._flow.heightForWidth(self.width())
            if needed != self.minimumHeight():
                self.setMinimumHeight(needed)
        return done
