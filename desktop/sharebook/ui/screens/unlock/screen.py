"""Open the register: who are you, your passphrase."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from sharebook.ui.look import look
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.door import Door, Helpers
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.passphrase_field import PassphraseField
from sharebook.ui.widgets.sheet import row
from sharebook.ui.widgets.who_list import WhoList

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk

_HINT = "Several words with spaces. Capital letters matter."


class Unlock(Door):
    """The door of one register.

    Signals:
        opened: the Desk.
        elsewhere: another register is wanted.
        restore: a backup is to be put in this register's place.
    """

    opened = Signal(object)
    elsewhere = Signal()
    restore = Signal()

    def __init__(self, folder: Path, person: str, helpers: Helpers) -> None:
        super().__init__()
        self.folder = folder
        self._last_person = person
        self._helpers = helpers
        self._recovering = False
        self._title = label(folder.stem, "h1", wrap=True)
        self.who = WhoList("Who are you?")
        self.passphrase = PassphraseField()
        self.field = Field("passphrase", "Your passphrase", self.passphrase, _HINT)
        self._caps = label("Caps Lock is on", "gap")
        self._caps.hide()
        self.open_button = button("Open the register", "big")
        self.recovery = button("Use the recovery sheet", "quiet", "key")
        self.other = button("Open another register", "quiet")
        self.backup = button("Restore from a backup…", "quiet", "undo")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.column.addWidget(label("Sharing register", "eyebrow"))
        self.column.addWidget(self._title)
        words = "Which pupil information we share, with whom, when and why."
        self.column.addWidget(label(words, "small", wrap=True))
        self.column.addSpacing(look().px(12))
        self._who_words = label("Who are you?", "b")
        self.column.addWidget(self._who_words)
        self.column.addWidget(self.who)
        self.column.addSpacing(look().px(10))
        self.column.addWidget(self.field)
        self.column.addWidget(self._caps)
        self.column.addSpacing(look().px(8))
        self.column.addWidget(self.open_button)
        self.column.addLayout(row(self.recovery, 1, self.other))
        self.column.addLayout(row(self.backup, 1))

    def _connect(self) -> None:
        self.open_button.clicked.connect(self.unlock)
        self.passphrase.returnPressed.connect(self.unlock)
        self.passphrase.caps_lock.connect(self._caps.setVisible)
        self.passphrase.textEdited.connect(lambda _typed: self.field.complain(""))
        self.recovery.clicked.connect(self._on_recovery)
        self.other.clicked.connect(self.elsewhere)
        self.backup.clicked.connect(self.restore)

    def fill(self) -> None:
        """Read who may open the register; called after the first paint, to keep that quick."""
        from sharebook.bootstrap.people import doorplate
        from sharebook.domain.errors import SharebookError
        from sharebook.ui.people_words import role_words

        try:
            plate = doorplate(self.folder)
        except SharebookError as problem:
            self._complain(problem)
            return
        self._title.setText(plate.school)
        self.who.offer([(it.name, role_words(it.role), it.name) for it in plate.people])
        self.who.choose(self._last_person)
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def unlock(self) -> None:
        """Open the register away from the window; stretching the passphrase takes a moment."""
        if not self.open_button.isEnabled():
            return
        self.open_button.setEnabled(False)
        self.open_button.setText("Opening…")
        typed, who, folder = self.passphrase.text(), str(self.who.value or ""), self.folder
        recovering = self._recovering

        def work(_progress: object) -> "Desk":
            from sharebook.bootstrap import opening

            if recovering:
                desk = opening.open_with_recovery(folder, typed)
            else:
                desk = opening.open_register(folder, who, typed)
            desk.close()  # a connection stays in its thread; the window opens its own
            return desk

        job = self._helpers.background.start(work)
        job.succeeded.connect(self._on_opened)
        job.failed.connect(self._on_failed)

    def _on_opened(self, desk: "Desk") -> None:
        self.passphrase.clear()
        self.opened.emit(desk.again())

    def _on_failed(self, problem: Exception) -> None:
        self.open_button.setEnabled(True)
        self.open_button.setText("Open the register")
        self._complain(problem)
        self.passphrase.selectAll()

    def _complain(self, problem: Exception) -> None:
        from sharebook.domain.errors import SharebookError
        from sharebook.words.sentences import told

        if not isinstance(problem, SharebookError):
            raise problem  # a bug: the crash panel tells of it

        self.field.complain(told(problem))
        self.passphrase.setFocus()

    def _on_recovery(self) -> None:
        self._recovering = not self._recovering
        self.who.setVisible(not self._recovering)
        self._who_words.setVisible(not self._recovering)
        back = "Use my passphrase" if self._recovering else "Use the recovery sheet"
        self.recovery.setText(f" {back}")
        words = "The code on the recovery sheet" if self._recovering else "Your passphrase"
        self.field.rename(
            words, "Capital letters and gaps do not matter." if self._recovering else _HINT
        )
        self.passphrase.clear()
        self.passphrase.show_letters(shown=self._recovering)  # a long code is copied by eye
        self.passphrase.setFocus()
