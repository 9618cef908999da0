"""A page that fits its window: the buttons at its foot stay in view, the middle scrolls."""

from PySide6.QtGui import QShowEvent

from sharebook.ui.screens.base import Screen


class FittedScreen(Screen):
    """As tall as its window, not as its contents."""

    def heightForWidth(self, width: int) -> int:  # noqa: ARG002, N802 - Qt's name
        """Ask for the least height: only the middle scrolls, the buttons stay in view."""
        return self.minimumSizeHint().height()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the window one is shown in."""
        self.narrow(small=False)
        super().showEvent(event)
