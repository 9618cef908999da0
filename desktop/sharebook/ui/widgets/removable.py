"""A picked thing in a picker: its words and a small cross."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from sharebook.ui.icons import icon
from sharebook.ui.look import look
from sharebook.ui.widgets.labels import IconLabel, label


class RemovableChip(QFrame):
    """Words that can be taken out again.

    Signals:
        removed: the cross was pressed.
    """

    removed = Signal()

    def __init__(self, words: str, *, warning: bool = False) -> None:
        super().__init__()
        self.setProperty("f", "warned" if warning else "tag")
        line = QHBoxLayout(self)
        line.setContentsMargins(look().px(8), 0, look().px(2), 0)
        line.setSpacing(look().px(6))
        if warning:
            line.addWidget(IconLabel("warn", 14, "gap"))
        line.addWidget(label(words))
        cross = QToolButton()
        side = look().px(12)
        cross.setIcon(icon("x", "muted"))
        cross.setIconSize(QSize(side, side))
        cross.setAccessibleName(f"Take out {words}")
        cross.setToolTip(f"Take out {words}")
        cross.clicked.connect(self.removed)
        line.addWidget(cross)
        self.setFixedHeight(look().px(28))
