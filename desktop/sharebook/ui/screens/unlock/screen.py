"""Open the register: who are you, your passphrase; or what is wrong with the register."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.ui.look import look
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.door import Door, Helpers
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.passphrase_field import PassphraseField
from sharebook.ui.widgets.sheet import line, notice, row
from sharebook.ui.widgets.who_list import WhoList

if TYPE_CHECKING:
    from sharebook.bootstrap.reading import Ready
    from sharebook.domain.errors import SharebookError
    from sharebook.services.ports import Progress
    from sharebook.ui.screens.unlock.lost import LostPassphrase

_HINT = "Several words with spaces. Capital letters matter."
_OPEN, _OPENING, _AGAIN = "Open the register", "Opening…", "Look again"
_USUAL, _WIDE = 472, 560


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
        super().__init__(_USUAL)
        self.folder = folder
        self._last_person = person
        self._helpers = helpers
        self._opening = False
        self._readable = True
        self.lost_part: LostPassphrase | None = None
        self._title = label(folder.stem, "h1", wrap=True)
        self.who = WhoList("Who are you?")
        self.passphrase = PassphraseField()
        self.field = Field("passphrase", "Your passphrase", self.passphrase, _HINT)
        self._caps = label("Caps Lock is on", "gap")
        self._caps.hide()
        self.open_button = button(_OPEN, "big")
        self.lost = button("I have lost my passphrase", "quiet", "key")
        self.other = button("Open another register", "quiet")
        self.backup = button("Restore from a backup…", "quiet", "undo")
        self._wrong = QVBoxLayout()
        self._place = QVBoxLayout()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.column.addWidget(label("Sharing register", "eyebrow"))
        self.column.addWidget(self._title)
        words = "Which pupil information we share, with whom, when and why."
        self._motto = label(words, "small", wrap=True)
        self.column.addWidget(self._motto)
        self.column.addSpacing(look().px(12))
        self.column.addLayout(self._wrong)
        self._usual = QWidget()
        inside = QVBoxLayout(self._usual)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look().px(6))
        self._asking = QWidget()
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.setSpacing(look().px(6))
        for part in (label("Who are you?", "b"), self.who, self.field, self._caps):
            asking.addWidget(part)
        asking.insertSpacing(2, look().px(8))
        inside.addWidget(self._asking)
        inside.addSpacing(look().px(6))
        inside.addWidget(self.open_button)
        inside.addLayout(row(self.lost, 1, self.other))
        inside.addLayout(row(self.backup, 1))
        inside.addLayout(self._place)
        self.column.addWidget(self._usual)

    def _connect(self) -> None:
        self.open_button.clicked.connect(self.unlock)
        self.passphrase.returnPressed.connect(self.unlock)
        self.passphrase.caps_lock.connect(self._caps.setVisible)
        self.passphrase.textEdited.connect(lambda _typed: self._forgive())
        self.who.chosen.connect(lambda _name: self._forgive())
        self.lost.clicked.connect(self._on_lost)
        self.other.clicked.connect(self.elsewhere)
        self.backup.clicked.connect(self.restore)

    def fill(self) -> None:
        """Read who may open the register; called after the first paint, to keep that quick."""
        from sharebook.bootstrap.people import doorplate
        from sharebook.domain.errors import SharebookError
        from sharebook.ui.people_words import role_words

        self._show_place()
        try:
            plate = doorplate(self.folder)
        except SharebookError as problem:
            self._say(problem)
            return
        self._rest()
        self._forgive()
        self._title.setText(plate.school)
        self.who.offer([(it.name, role_words(it.role), it.name) for it in plate.people])
        self.who.choose(self._last_person)
        self.who.lead_to(self.passphrase)
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_place(self) -> None:
        from sharebook.bootstrap.places import place_at
        from sharebook.ui.widgets.where_it_is import WhereItIs

        if not self._place.count():
            self._place.addWidget(line())
            self._place.addWidget(WhereItIs(place_at(self.folder), brief=True))

    def unlock(self) -> None:
        """Open the register away from the window; stretching the passphrase takes a moment."""
        if not self._readable:
            self.fill()
            return
        if self._opening:
            return
        self._rest(opening=True)
        typed, who, folder = self.passphrase.text(), str(self.who.value or ""), self.folder

        def work(progress: "Progress") -> "Ready":
            from sharebook.bootstrap import opening
            from sharebook.bootstrap.clocks import SystemClock
            from sharebook.bootstrap.reading import ready

            return ready(opening.access(folder, who, typed), SystemClock(), progress)

        job = self._helpers.background.start(work)
        job.succeeded.connect(self._on_opened)
        job.failed.connect(self._on_failed)

    def _rest(self, *, readable: bool = True, opening: bool = False) -> None:
        """Let nothing be begun twice, and ask nobody where there is nothing to open."""
        self._readable, self._opening = readable, opening
        self._asking.setVisible(readable)
        self.lost.setVisible(readable)
        self.open_button.setText(_OPENING if opening else _OPEN if readable else _AGAIN)
        for each in (self.open_button, self.lost, self.other, self.backup):
            each.setEnabled(not opening)

    def _on_opened(self, found: "Ready") -> None:
        self.passphrase.clear()
        self.opened.emit(found.open())  # a connection stays in its thread

    def _on_failed(self, problem: Exception) -> None:
        from sharebook.domain.errors import SharebookError

        self._rest()
        if not isinstance(problem, SharebookError):
            raise problem  # a bug: the crash panel tells of it
        self._say(problem)

    def _say(self, problem: "SharebookError") -> None:
        """Tell a slip under the passphrase, and what is wrong with the register above it."""
        from sharebook.domain.errors import Refused
        from sharebook.words.sentences import told

        self._forgive()
        if isinstance(problem, Refused):
            self.field.complain(told(problem))
            self.passphrase.setFocus()
            self.passphrase.selectAll()
            return
        self._rest(readable=False)  # no passphrase helps against it
        first, dot, rest = told(problem).partition(". ")
        self._wrong.addWidget(notice("bad", first + dot.strip(), rest))
        self._wrong.addWidget(label(f"Message {problem.code}", "small"))
        self.open_button.setFocus()

    def _forgive(self) -> None:
        """Take back what was said: something else is being tried."""
        self.field.complain("")
        while self._wrong.count():
            item = self._wrong.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()

    def _on_lost(self) -> None:
        from sharebook.ui.screens.unlock.lost import LostPassphrase

        self._forgive()
        self.passphrase.clear()
        self.lost_part = lost = LostPassphrase(self.folder, self._title.text(), self._helpers)
        lost.opened.connect(lambda desk: self.opened.emit(desk.again()))
        lost.back.connect(self._on_found)
        self.column.addWidget(lost)
        self._motto.hide()
        self._usual.hide()
        self.widen(_WIDE)
        lost.begin(str(self.who.value or ""))

    def _on_found(self) -> None:
        """Go back to asking for the passphrase."""
        lost, self.lost_part = self.lost_part, None
        self._usual.show()
        self._motto.show()
        self.widen(_USUAL)
        self.passphrase.setFocus()
        if lost is not None:
            lost.hide()
            lost.deleteLater()
