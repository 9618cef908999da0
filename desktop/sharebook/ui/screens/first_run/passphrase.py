"""Step two: a passphrase, with five words offered."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.domain.errors import Refused
from sharebook.ui.busy import Busy
from sharebook.ui.look import look
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.passphrase_field import PassphraseField
from sharebook.ui.widgets.sheet import panel, row
from sharebook.words.sentences import told


class PassphraseStep(QWidget):
    """Offers five words and takes the passphrase twice.

    Signals:
        done: the passphrase chosen.
        back: the names typed before are to be changed.

    Attributes:
        about: names a guesser would try first.
    """

    done = Signal(str)
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.about: tuple[str, ...] = ()
        self._offered = label("", "h2", wrap=True)
        self.other = button("Five others", "small", "loop")
        self.typed = PassphraseField()
        self.again_typed = PassphraseField()
        self.field = Field(
            "passphrase", "Your passphrase", self.typed, "Several words with spaces."
        )
        self.second = Field("again", "The same once more", self.again_typed)
        self._caps = label("Caps Lock is on", "gap")
        self._caps.hide()
        self.make = button("Make the register", "go", key="Enter")
        self.go_back = button("Back", "quiet")
        self.busy = Busy()
        self._lay_out()
        self.setFocusProxy(self.typed)
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        column.addWidget(label("Step 2 of 4", "eyebrow"))
        column.addWidget(label("A passphrase only you know", "h1", wrap=True))
        words = (
            "Five words like these are easy to remember and cannot be guessed. Nobody can tell "
            "you the passphrase again: write it down until you know it."
        )
        column.addWidget(label(words, "muted", wrap=True))
        frame, inside = panel("tint", 14, 10)
        inside.addWidget(self._offered)
        inside.addLayout(row(self.other, 1))
        for part in (frame, self.field, self.second, self._caps, self.busy):
            column.addWidget(part)
        column.addLayout(row(self.go_back, 1, self.make))
        column.addStretch(1)
        QWidget.setTabOrder(self.again_typed, self.make)
        QWidget.setTabOrder(self.make, self.go_back)

    def _connect(self) -> None:
        self.other.clicked.connect(self.offer)
        self.make.clicked.connect(self._on_make)
        self.go_back.clicked.connect(self.back)
        self.typed.returnPressed.connect(self.again_typed.setFocus)
        self.again_typed.returnPressed.connect(self._on_make)
        for each in (self.typed, self.again_typed):
            each.caps_lock.connect(self._caps.setVisible)

    def offer(self) -> None:
        """Offer five other words."""
        from sharebook.bootstrap.starting import offered_passphrase

        self._offered.setText(offered_passphrase())

    @property
    def offered(self) -> str:
        """The words offered now."""
        return self._offered.text()

    def again(self) -> None:
        """Take another passphrase, after making the register failed."""
        self.make.setEnabled(True)
        self.go_back.setEnabled(True)

    def _on_make(self) -> None:
        from sharebook.bootstrap.starting import judge_passphrase

        if not self.make.isEnabled():
            return
        self.field.complain("")
        self.second.complain("")
        try:
            judge_passphrase(self.typed.text(), self.about)
        except Refused as refusal:
            self.field.complain(told(refusal))
            self.typed.setFocus()
            return
        if self.typed.text() != self.again_typed.text():
            self.second.complain("The two are not the same. Type it once more.")
            self.again_typed.setFocus()
            return
        self.make.setEnabled(False)
        self.go_back.setEnabled(False)
        self.done.emit(self.typed.text())
