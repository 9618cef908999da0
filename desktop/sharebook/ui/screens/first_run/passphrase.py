"""Step two: a passphrase, with five words offered."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.ui.ask import Ask
from sharebook.ui.busy import Busy
from sharebook.ui.look import look
from sharebook.ui.screens.first_run.place_choice import PlaceChoice
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.new_passphrase import NewPassphrase
from sharebook.ui.widgets.sheet import row

_WORDS = (
    "Five words like these are easy to remember and cannot be guessed. Nobody can tell "
    "you the passphrase again: write it down until you know it."
)


class PassphraseStep(QWidget):
    """Takes a new passphrase, and makes the register with it.

    Signals:
        done: the passphrase chosen.
        back: the names typed before are to be changed.

    Attributes:
        new: where it is chosen.
        place: where the register will be.
    """

    done = Signal(str)
    back = Signal()

    def __init__(self, ask: Ask) -> None:
        super().__init__()
        self.new = NewPassphrase()
        self.place = PlaceChoice(ask)
        self.make = button("Make the register", "go", key="Enter")
        self.go_back = button("Back", "quiet")
        self.busy = Busy()
        self._lay_out()
        self.setFocusProxy(self.new.typed)
        self.make.clicked.connect(self._on_make)
        self.go_back.clicked.connect(self.back)
        self.new.submitted.connect(self._on_make)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addWidget(label("Step 2 of 4", "eyebrow"))
        column.addWidget(label("A passphrase only you know", "h1", wrap=True))
        column.addWidget(label(_WORDS, "muted", wrap=True))
        column.addWidget(self.new)
        column.addWidget(self.place)
        column.addWidget(self.busy)
        column.addLayout(row(self.go_back, 1, self.make))
        column.addStretch(1)
        QWidget.setTabOrder(self.new.again_typed, self.make)
        QWidget.setTabOrder(self.make, self.go_back)
        QWidget.setTabOrder(self.go_back, self.place)

    def again(self) -> None:
        """Take another passphrase, after making the register failed."""
        self.make.setEnabled(True)
        self.go_back.setEnabled(True)

    def _on_make(self) -> None:
        if not self.make.isEnabled():
            return
        chosen = self.new.accepted()
        if chosen:
            self.make.setEnabled(False)
            self.go_back.setEnabled(False)
            self.done.emit(chosen)
