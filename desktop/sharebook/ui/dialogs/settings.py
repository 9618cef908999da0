"""How the window looks on this computer, and when it locks."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import SIZES, look
from sharebook.ui.settings import Settings
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.segments import Segments
from sharebook.ui.widgets.sheet import line, row

_SCHEMES = (("As the computer", "system"), ("Light", "light"), ("Dark", "dark"))
_LARGE = 175
_MINUTES = (1, 2, 5, 10, 15, 20, 30)


class SettingsDialog(SheetDialog):
    """Chooses light or dark, the size of the text, and the minutes until it locks."""

    def __init__(self, window: QWidget, now: Settings) -> None:
        super().__init__(window, "Settings", 560)
        self._now = now
        minutes = sorted({*_MINUTES, now.lock_minutes})
        self.scheme = Segments(_SCHEMES, "Colours")
        self.size_of_text = Segments([(f"{each} %", each) for each in SIZES], "Size of the text")
        self.minutes = Segments([(str(each), each) for each in minutes], "Minutes until it locks")
        self.scheme.choose(now.scheme)
        self.size_of_text.choose(now.size)
        self.minutes.choose(now.lock_minutes)
        self.use = button("Use these", "go")
        self.cancel = button("Leave as it was", key="Esc")
        self._lay_out()
        self.use.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.use.setDefault(True)
        self.use.setFocus()

    def _lay_out(self) -> None:
        self.column.addWidget(label("Settings of this computer", "h2"))
        self.column.addWidget(line("rule"))
        self.column.addWidget(label("Colours", "b"))
        self.column.addWidget(self.scheme)
        self.column.addWidget(label("Size of the text", "b"))
        self.column.addWidget(self.size_of_text)
        self.column.addWidget(label("Lock after how many minutes without a key or the mouse?", "b"))
        self.column.addWidget(self.minutes)
        if look().size < _LARGE:  # a small screen has no room for more
            words = "It locks with the computer too. What is half-typed is there after unlocking."
            self.column.addWidget(label(words, "small", wrap=True))
        self.column.addSpacing(8)
        self.column.addLayout(row(1, self.cancel, self.use))

    @property
    def chosen(self) -> Settings:
        """The settings with what was chosen."""
        return replace(
            self._now,
            scheme=str(self.scheme.value),
            size=int(str(self.size_of_text.value)),
            lock_minutes=int(str(self.minutes.value)),
        )
