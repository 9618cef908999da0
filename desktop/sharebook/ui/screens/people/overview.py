"""The page as it opens: the people, the one chosen, my passphrase, the recovery sheet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from sharebook.domain.people import Person
from sharebook.ui.busy import Busy
from sharebook.ui.chips import Chip
from sharebook.ui.look import look
from sharebook.ui.models.rows import Column
from sharebook.ui.people_words import role_words
from sharebook.ui.room import ACROSS, ANY_WIDTH, DOWN, Room, room_of
from sharebook.ui.screens.people.facts import KeyFacts
from sharebook.ui.screens.people.person_panel import PersonPanel
from sharebook.ui.screens.people.sheet_card import SheetCard
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import heading, panel, row
from sharebook.ui.widgets.table import TWO_LINES, Table
from sharebook.words.days import count

_LEAST_ROWS = 3
_HEADING, _SIDE = 36, 360
_ADVICE = "Each has a passphrase of their own. Take somebody off on the day they leave."
_READS = "You read this register. The office, the safeguarding lead or the head adds people."
_MINE = "Change it when somebody may know it, and at once if another person chose it for you."


class Overview(QWidget):
    """Who may open the register, and what can be done about it.

    Signals:
        take_off: a Person.
        passphrase: I want to change mine.
        new_sheet, prove: about the recovery sheet.
    """

    take_off = Signal(object)
    passphrase = Signal()
    new_sheet = Signal()
    prove = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._me = ""
        self._only_reads = False
        column: Column[Person] = Column(
            "Name", _name, second=_role, chip=self._chip, bold=True, middle=True
        )
        self.table: Table[Person] = Table((column,), "Who may open the register", TWO_LINES)
        self.person = PersonPanel()
        self.sheet = SheetCard()
        self.change = button("&Change my passphrase", "", "key")
        self.busy = Busy()
        self.busy.stop.hide()  # nothing of it can be stopped half-way
        self._advice = label(_ADVICE, "small", wrap=True)
        self._upper, self._lower = QBoxLayout(ACROSS), QBoxLayout(ACROSS)
        self._lay_out()
        self.setFocusProxy(self.table)
        self._connect()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(look().px(14))
        for part in (self._upper, self._lower):
            part.setSpacing(look().px(14))
        self._upper.addWidget(self._list(), 1)
        self._upper.addWidget(self.person)
        self._mine = self._my_passphrase()
        self._lower.addWidget(self._mine, 1)
        self._lower.addWidget(self.sheet, 1)
        whole.addWidget(self.busy)
        whole.addLayout(self._upper, 1)
        whole.addLayout(self._lower)

    def _list(self) -> QFrame:
        frame, column = panel("sheet", 16, 8)
        top, self._counted = heading("Who may open this register")
        column.addLayout(top)
        column.addWidget(self._advice)
        column.addWidget(self.table, 1)
        return frame

    def _my_passphrase(self) -> QFrame:
        frame, column = panel("sheet", 16, 8)
        column.addWidget(label("Your passphrase", "h2"))
        column.addWidget(label(_MINE, "muted", wrap=True))
        column.addStretch(1)
        column.addLayout(row(self.change, 1))
        return frame

    def _connect(self) -> None:
        self.table.picked.connect(self._show)
        self.table.opened.connect(lambda _person: self.person.off.setFocus())
        self.person.take_off.connect(self._on_take_off)
        self.change.clicked.connect(self.passphrase)
        self.sheet.prove.clicked.connect(self.prove)
        self.sheet.anew.clicked.connect(self.new_sheet)

    def show_facts(self, facts: KeyFacts) -> None:
        """Show the people as they are now, keeping the one chosen."""
        self._me, self._only_reads = facts.me, facts.only_reads
        self._counted.setText(count(len(facts.people), "person", "people"))
        self._advice.setText(_READS if facts.only_reads else _ADVICE)
        rows = min(max(len(facts.people), 1), _LEAST_ROWS)
        self.table.setMinimumHeight(look().px(_HEADING + rows * TWO_LINES + 4))
        self.table.show_rows(facts.people)
        if self.table.record is None:
            self.table.pick_first()
        if self.table.record is not None:
            self._show(self.table.record)
        self._mine.setVisible(any(each.name == facts.me for each in facts.people))
        self.sheet.show_state(facts.proved_on, only_reads=facts.only_reads)

    def pick(self, name: str) -> None:
        """Choose the person called `name`."""
        for each in self.table.shown:
            if each.name == name:
                self.table.pick(each)

    def rest(self, *, running: bool) -> None:
        """Let nothing begin while a key is being renewed."""
        for each in (self.person.off, self.change, self.sheet.prove, self.sheet.anew):
            each.setEnabled(not running)

    def fit(self) -> None:
        """Put panels under each other where text is large for the window."""
        down = room_of(self) is Room.TIGHT
        for part in (self._upper, self._lower):
            part.setDirection(DOWN if down else ACROSS)
        self.person.setMinimumWidth(0 if down else look().px(_SIDE))
        self.person.setMaximumWidth(ANY_WIDTH if down else look().px(_SIDE))

    def _show(self, person: Person) -> None:
        me = person.name == self._me
        self.person.show_person(person, me=me, may_take_off=not self._only_reads)

    def _chip(self, person: Person) -> Chip | None:
        return Chip("You") if person.name == self._me else None

    def _on_take_off(self) -> None:
        if self.table.record is not None:
            self.take_off.emit(self.table.record)


def _name(person: Person) -> str:
    return person.name


def _role(person: Person) -> str:
    return role_words(str(person.role))
