"""How the window looks on this computer."""

from PySide6.QtWidgets import QWidget

from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import SIZES
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.segments import Segments
from sharebook.ui.widgets.sheet import line, row

_SCHEMES = (("As the computer", "system"), ("Light", "light"), ("Dark", "dark"))


class SettingsDialog(SheetDialog):
    """Chooses light or dark and the size of the text."""

    def __init__(self, window: QWidget, scheme: str, size: int) -> None:
        super().__init__(window, "Settings", 560)
        self.scheme = Segments(_SCHEMES, "Colours")
        self.size_of_text = Segments([(f"{each} %", each) for each in SIZES], "Size of the text")
        self.scheme.choose(scheme)
        self.size_of_text.choose(size)
        self.column.addWidget(label("Settings of this computer", "h2"))
        self.column.addWidget(line("rule"))
        self.column.addWidget(label("Colours", "b"))
        self.column.addWidget(self.scheme)
        self.column.addWidget(label("Size of the text", "b"))
        self.column.addWidget(self.size_of_text)
        self.column.addSpacing(8)
        self.use = button("Use these", "go")
        self.cancel = button("Leave as it was", key="Esc")
        self.column.addLayout(row(1, self.cancel, self.use))
        self.use.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.use.setDefault(True)
        self.use.setFocus()

    @property
    def scheme_chosen(self) -> str:
        """The colours chosen: "system", "light" or "dark"."""
        return str(self.scheme.value)

    @property
    def size_chosen(self) -> int:
        """The text size chosen, in per cent."""
        return int(str(self.size_of_text.value))
