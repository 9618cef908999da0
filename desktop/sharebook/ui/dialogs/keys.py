"""All keys on one card."""

from PySide6.QtWidgets import QGridLayout, QWidget

from sharebook.ui.actions import SHORTCUTS
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.room import HUGE_TEXT
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import line, row

_OWN = {
    "Esc": "Close, else back; never loses text",
    "Up, Down, Enter": "Lists; Enter opens",
    "Ctrl C": "Copy the selected rows of a table",
    "Alt A": "An entry: record it for others",
    "Ctrl F1": "Recording: why this is asked",
    "Ctrl E": "Show or hide a passphrase",
}


class KeysDialog(SheetDialog):
    """Shows every shortcut and what it does."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, "All keys", 680)
        self.column.addWidget(label("All keys", "h2"))
        self.column.addWidget(line("rule"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look().px(12))
        grid.setVerticalSpacing(look().px(6))
        pairs = [(it.said, it.words) for it in SHORTCUTS]
        pairs += list(_OWN.items())
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1 if look().size < HUGE_TEXT else 0)
        half = len(pairs) if look().size >= HUGE_TEXT else (len(pairs) + 1) // 2
        for place, (key, words) in enumerate(pairs):
            side = 2 * (place // half)
            grid.addWidget(label(key, "smallb"), place % half, side)
            grid.addWidget(label(words, wrap=True), place % half, side + 1)
        self.column.addLayout(grid)
        self.close_button = button("Close", "go", key="Esc")
        self.close_button.clicked.connect(self.accept)
        self.column.addLayout(row(1, self.close_button))
        self.close_button.setFocus()
