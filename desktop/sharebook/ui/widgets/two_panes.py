"""List and page side by side; one at a time where the window or the text leaves no room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from sharebook.ui.look import look
from sharebook.ui.widgets.buttons import button

_BOTH, _LEAST = 640, 300


class TwoPanes(QSplitter):
    """A splitter that folds: then the page takes the list's place until one goes back.

    Attributes:
        way_back: the button to the list, seen only when folded; the screen gives it its place.
    """

    def __init__(self, left: QWidget, right: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._left, self._right = left, right
        self._reading = False
        self.way_back = button("&List", "", "undo")
        self.way_back.clicked.connect(self.back)
        self.way_back.hide()
        self.addWidget(left)
        self.addWidget(right)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(look().px(14))
        self.setStretchFactor(1, 1)

    @property
    def folded(self) -> bool:
        """Whether only one of the two is shown."""
        return self.width() < look().px(_BOTH)

    def share(self, left: int) -> None:
        """Give the list `left` pixels at 100 %, the page the rest."""
        self.setSizes([look().px(left), look().px(1080 - left)])

    def read(self) -> None:
        """Show the page, if there is room for one only."""
        self._reading = True
        self._fit()

    def back(self) -> bool:
        """Show the list again; False where it is shown already."""
        hidden = self._left.isHidden()
        self._reading = False
        self._fit()
        return hidden

    def _fit(self) -> None:
        self._left.setVisible(not self.folded or not self._reading)
        self._right.setVisible(not self.folded or self._reading)
        self.way_back.setVisible(self.folded and self._reading)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Let the page become as narrow as one of the two."""
        return QSize(look().px(_LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fit()
