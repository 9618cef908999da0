"""What the doors share: the name on top, one sheet in the middle, quiet facts at the foot."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sharebook.ui.look import look
from sharebook.ui.widgets.following import Following
from sharebook.ui.widgets.labels import IconLabel, beside, label
from sharebook.ui.widgets.sheet import panel, row

if TYPE_CHECKING:
    from sharebook.ui.ask import Ask
    from sharebook.ui.background import Background


class Helpers(Protocol):
    """What doors work with; made when first wanted."""

    @property
    def background(self) -> "Background":
        """The one worker."""
        ...

    @property
    def ask(self) -> "Ask":
        """Whom every question goes through."""
        ...


class Door(Following):
    """A page before any register is open.

    Attributes:
        column: the sheet's layout to fill.
    """

    def __init__(self, width: int = 472) -> None:
        super().__init__()
        page = QWidget()
        outer = QVBoxLayout(page)
        outer.addStretch(1)
        name = beside(IconLabel("book", 24, "accent"), label("Sharebook", "h2"), gap=10)
        outer.addLayout(row(1, name, 1))
        outer.addSpacing(look().px(8))
        self.sheet, self.column = panel("sheet", 36, 6)
        self._wide = width
        self._fit()
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.sheet)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)
        outer.addLayout(self._foot())
        outer.addSpacing(look().px(10))
        self.setWidget(page)

    def widen(self, width: int) -> None:
        """Make the sheet `width` pixels wide (at 100 %), or as wide as the window has room."""
        self._wide = width
        self._fit()

    def _fit(self) -> None:
        room = self.viewport().width() - look().px(24)
        self.sheet.setFixedWidth(min(look().px(self._wide), max(room, look().px(280))))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit a small window and large text."""
        super().resizeEvent(event)
        self._fit()
        QTimer.singleShot(0, self, self.keep_in_view)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep field and message in view where a page grows, as by a sentence under a field."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self.keep_in_view)  # once everything has its place
        return super().eventFilter(watched, event)

    def _foot(self) -> QHBoxLayout:
        words = label("Works with no internet. Nothing leaves this computer.", "small")
        return row(1, beside(IconLabel("lock", 14, "muted"), words, gap=8), 1)
