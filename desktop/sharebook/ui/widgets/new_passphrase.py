"""Choosing a passphrase: five words offered, two fields, and a word about how good it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.domain.errors import Refused
from sharebook.ui.look import look
from sharebook.ui.room import LARGE_TEXT
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.passphrase_field import PassphraseField
from sharebook.ui.widgets.sheet import panel, row
from sharebook.words.sentences import told

_HINT = "Several words with spaces."
_GOOD = "Hard to guess."
_DIFFER = "The two are not the same. Type it once more."


class NewPassphrase(QWidget):
    """Offers five words and takes the passphrase twice.

    Signals:
        submitted: Enter was pressed in the last field.

    Attributes:
        about: names a guesser would try first.
        field: where it is typed first; the place for what is wrong with it.
        second: where it is typed once more.
    """

    submitted = Signal()

    def __init__(self, words: str = "Your passphrase") -> None:
        super().__init__()
        self.about: tuple[str, ...] = ()
        self._offered = label("", "h2", wrap=True)
        self.other = button("Five others", "small", "loop")
        self.typed = PassphraseField()
        self.again_typed = PassphraseField()
        self.field = Field("passphrase", words, self.typed, _HINT)
        self.second = Field("again", "The same once more", self.again_typed)
        self.good = label(_GOOD, "ok")
        self._caps = label("Caps Lock is on", "gap")
        for each in (self.good, self._caps):
            each.hide()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        frame, inside = panel("tint", 12, 10)
        if look().size >= LARGE_TEXT:
            inside.addWidget(self._offered)
            inside.addLayout(row(self.other, 1))
        else:
            beside = row(self._offered, self.other)
            beside.setStretch(0, 1)
            inside.addLayout(beside)
        for part in (frame, self.field, self.good, self.second, self._caps):
            column.addWidget(part)

    def _connect(self) -> None:
        self.other.clicked.connect(self.offer)
        self.typed.returnPressed.connect(self.again_typed.setFocus)
        self.typed.editingFinished.connect(self._on_left)
        self.typed.textEdited.connect(self._on_edited)
        self.again_typed.textEdited.connect(lambda _typed: self.second.complain(""))
        self.again_typed.returnPressed.connect(self.submitted)
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

    def accepted(self) -> str:
        """Return the passphrase typed; "" after saying under its field what is wrong with it."""
        self.second.complain("")
        if not self._judge():
            self.typed.setFocus()
            return ""
        if self.typed.text() != self.again_typed.text():
            self.second.complain(_DIFFER)
            self.again_typed.setFocus()
            return ""
        return self.typed.text()

    def clear(self) -> None:
        """Forget what was typed, and offer other words."""
        for each in (self.typed, self.again_typed):
            each.clear()
            each.show_letters(shown=False)
        self.field.complain("")
        self.second.complain("")
        self.good.hide()
        self._caps.hide()
        self.offer()

    def _on_left(self) -> None:
        if self.typed.text() and self.typed.isModified():
            self._judge()

    def _on_edited(self) -> None:
        self.field.complain("")
        self.good.hide()

    def _judge(self) -> bool:
        from sharebook.bootstrap.starting import judge_passphrase

        try:
            judge_passphrase(self.typed.text(), self.about)
        except Refused as refusal:
            self.good.hide()
            self.field.complain(told(refusal))
            return False
        self.field.complain("")
        self.good.show()
        return True
