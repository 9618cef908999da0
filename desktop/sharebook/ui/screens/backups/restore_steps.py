"""The steps of a restore: choose a backup, say who you are, look, and what was done."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.ui.look import look
from sharebook.ui.people_words import role_words
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.nothing import Nothing
from sharebook.ui.widgets.passphrase_field import PassphraseField
from sharebook.ui.widgets.sheet import row
from sharebook.ui.widgets.who_list import WhoList
from sharebook.words.days import count
from sharebook.words.moments import day_and_time

if TYPE_CHECKING:
    from sharebook.bootstrap.putting_back import Owner, Restorable

_MOST = 6
_EYEBROW = "Restore from a backup"
_HINT = "The one you used when the backup was made."
_SHEET_HINT = "Capital letters and gaps do not matter."


class Step(QWidget):
    """One step.

    Signals:
        back: the person keeps things as they are.
    """

    back = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look().px(10))
        self.title = label(title, "h1", wrap=True)
        self.column.addWidget(label(_EYEBROW, "eyebrow"))
        self.column.addWidget(self.title)


class ChooseStep(Step):
    """The newest backups of this computer, or a file.

    Signals:
        chosen: the file to restore.
        elsewhere: it lies somewhere else.
    """

    chosen = Signal(object)
    elsewhere = Signal()

    def __init__(self) -> None:
        super().__init__("Which backup?")
        self.list = WhoList("Backups on this computer, newest first")
        self.nothing = Nothing("disk", "There is no backup on this computer")
        self.go_on = button("Go on", "big")
        self.file_button = button("It is somewhere else…", "quiet", "disk")
        self.back_button = button("Back", "quiet")
        words = "Nothing is changed until you have seen what you would get and what you would lose."
        for part in (label(words, "muted", wrap=True), self.list, self.nothing, self.go_on):
            self.column.addWidget(part)
        self.column.addLayout(row(self.file_button, 1, self.back_button))
        self.go_on.clicked.connect(lambda: self.chosen.emit(self.list.value))
        self.file_button.clicked.connect(self.elsewhere)
        self.back_button.clicked.connect(self.back)

    def offer(self, found: "Sequence[Restorable]") -> None:
        """Offer the newest of `found`."""
        rows = [(day_and_time(each.moment), _of(each), each.file) for each in list(found)[:_MOST]]
        self.list.offer(rows)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.go_on.setVisible(bool(rows))
        self.setFocusProxy(self.go_on if rows else self.file_button)


class WhoStep(Step):
    """Who opens the backup, with the passphrase of that time or the recovery sheet.

    Signals:
        known: the secrets.
    """

    known = Signal(object)

    def __init__(self) -> None:
        super().__init__("Who are you?")
        self._sheet = False
        self.who = WhoList("Who could open it when it was made")
        self.passphrase = PassphraseField()
        self.field = Field("passphrase", "Your passphrase", self.passphrase, _HINT)
        self.look_button = button("Look what is in it", "big")
        self.sheet_button = button("Use the recovery sheet", "quiet", "key")
        self.back_button = button("Back", "quiet")
        for part in (self.who, self.field, self.look_button):
            self.column.addWidget(part)
        self.column.addLayout(row(self.sheet_button, 1, self.back_button))
        self.setFocusProxy(self.passphrase)
        self.look_button.clicked.connect(self._on_look)
        self.passphrase.returnPressed.connect(self._on_look)
        self.passphrase.textEdited.connect(lambda _typed: self.field.complain(""))
        self.sheet_button.clicked.connect(self._on_sheet)
        self.back_button.clicked.connect(self.back)

    def offer(self, owner: "Owner") -> None:
        """Offer the people of the backup."""
        self.title.setText(owner.school)
        self.who.offer([(it.name, role_words(it.role), it.name) for it in owner.people])

    def _on_look(self) -> None:
        from sharebook.bootstrap.putting_back import Secrets

        if not self.passphrase.text():
            self.field.complain("Type it first.")
            return
        person = "" if self._sheet else str(self.who.value or "")
        self.known.emit(Secrets(person, self.passphrase.text()))

    def _on_sheet(self) -> None:
        self._sheet = not self._sheet
        self.who.setVisible(not self._sheet)
        self.sheet_button.setText(
            f" {'Use my passphrase' if self._sheet else 'Use the recovery sheet'}"
        )
        words = "The code on the recovery sheet" if self._sheet else "Your passphrase"
        self.field.rename(words, _SHEET_HINT if self._sheet else _HINT)
        self.passphrase.clear()
        self.passphrase.show_letters(shown=self._sheet)
        self.passphrase.setFocus()


def _of(each: "Restorable") -> str:
    return f"{each.school}, {count(each.entries, 'entry', 'entries')}"
