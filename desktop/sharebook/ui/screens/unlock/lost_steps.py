"""What is asked of somebody who has lost their passphrase."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from sharebook.ui.look import look
from sharebook.ui.people_words import role_words
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.new_passphrase import NewPassphrase
from sharebook.ui.widgets.sheet import row
from sharebook.ui.widgets.who_list import WhoList

_CODE = "Fetch the recovery sheet from the school safe and type its code. Nothing is changed yet."
_HINT = "Eight groups of five. Capitals and gaps do not matter."
_NEW = "The code is right. Choose a new passphrase; the lost one opens nothing here any more."
_KNOWN = (
    "Then the register gets a new key as well, so that the lost passphrase opens no copy of it "
    "made from now on. Nobody else needs a new passphrase."
)


class CodeStep(QWidget):
    """Asks for the code.

    Signals:
        sent: the code as typed.
        back: the passphrase is not lost after all.
    """

    sent = Signal(str)
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.typed = QLineEdit()
        self.typed.setProperty("big", "1")
        self.field = Field("code", "The code on the sheet", self.typed, _HINT)
        self.go_on = button("Go on", "big")
        self.go_back = button("Use my passphrase", "quiet", "undo")
        column = _column(self)
        column.addWidget(label("A lost passphrase", "h2"))
        column.addWidget(label(_CODE, "muted", wrap=True))
        for part in (self.field, self.go_on):
            column.addWidget(part)
        column.addLayout(row(self.go_back, 1))
        self.typed.textEdited.connect(lambda _typed: self.field.complain(""))
        self.typed.returnPressed.connect(self._on_go_on)
        self.go_on.clicked.connect(self._on_go_on)
        self.go_back.clicked.connect(self.back)

    def _on_go_on(self) -> None:
        if self.typed.text().strip():
            self.sent.emit(self.typed.text())
            return
        self.field.complain("Type the code from the sheet first.")
        self.typed.setFocus()


class NewStep(QWidget):
    """Asks who one is, and for a new passphrase.

    Signals:
        sent: name, passphrase, and whether somebody may know the lost one.
        sheet_only: open the register as whoever holds the sheet, and change nothing.
        back: leave everything as it is.
    """

    sent = Signal(str, str, bool)
    sheet_only = Signal()
    back = Signal()

    def __init__(self, school: str) -> None:
        super().__init__()
        self._school = school
        self.who = WhoList("Who are you?")
        self.new = NewPassphrase("Your new passphrase")
        self.fields = (self.new.field,)
        self.known = QCheckBox("Somebody may know the lost one")
        self.known.setAccessibleDescription(_KNOWN)
        self.use = button("Use it and open the register", "big")
        self.only = button("Open it with the sheet only", "quiet", "key")
        self.go_back = button("Leave it as it was", "quiet", "undo")
        column = _column(self)
        column.addWidget(label("A new passphrase", "h2"))
        column.addWidget(label(_NEW, "muted", wrap=True))
        column.addWidget(label("Who are you?", "b"))
        for part in (self.who, self.new, self.known, label(_KNOWN, "small", wrap=True), self.use):
            column.addWidget(part)
        column.addLayout(row(self.only, 1, self.go_back))
        self.only.clicked.connect(self.sheet_only)
        self.who.chosen.connect(lambda _name: self._name_them())
        self.new.submitted.connect(self._on_use)
        self.use.clicked.connect(self._on_use)
        self.go_back.clicked.connect(self.back)

    def offer(self, folder: Path, person: str) -> None:
        """Offer the people of the register, `person` first chosen.

        Raises:
            Trouble: the key file cannot be read any more.
        """
        from sharebook.bootstrap.people import people

        known = people(folder)
        self.who.offer([(it.name, role_words(str(it.role)), it.name) for it in known])
        self.who.choose(person)
        self.who.lead_to(self.new.other)

    def begin(self) -> None:
        """Offer five words, and begin with who one is where there are several."""
        self.new.offer()
        self._name_them()
        self.who.take_keyboard()

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self.new.clear()

    def _name_them(self) -> None:
        """Let no passphrase be made of their name."""
        self.new.about = (self._school, str(self.who.value or ""))

    def _on_use(self) -> None:
        self._name_them()
        chosen = self.new.accepted()
        if chosen:
            self.sent.emit(str(self.who.value or ""), chosen, self.known.isChecked())


def _column(page: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look().px(10))
    return column
