"""The first hour: choose, step by step, and end with an open register."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sharebook.ui.look import look
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.door import Door, Helpers
from sharebook.ui.widgets.labels import label

_USUAL, _WIDE = 620, 960


class FirstRun(Door):
    """Practice school, our school, or a register that exists already.

    Signals:
        opened: the Desk of the register made.
        unlock: the folder of a register to open.
        made: the Desk of a new register that is still to be finished.
        back: show the first choice again.
        restore: a register is to be brought back from a backup.
    """

    opened = Signal(object)
    made = Signal(object)
    back = Signal()
    unlock = Signal(object)
    restore = Signal()

    def __init__(self, helpers: Helpers) -> None:
        super().__init__(_USUAL)
        self._helpers = helpers
        self.practice = button("Look round the practice school", "big", "book")
        self.ours = button("Begin our own register", "", "building")
        self.existing = button("Open a register that is on this computer", "quiet", "key")
        self.backup = button("Bring a register back from a backup", "quiet", "undo")
        self._welcome()
        self._connect()

    def _welcome(self) -> None:
        self.column.addWidget(label("Which pupil information we share", "eyebrow"))
        self.column.addWidget(label("Welcome to Sharebook", "h1", wrap=True))
        words = (
            "Sharebook keeps your school’s record of whose information went to whom, when, why "
            "and by which right, and answers families from it. It is locked with a passphrase "
            "and works on this computer alone."
        )
        self.column.addWidget(label(words, "lead", wrap=True))
        self.column.addSpacing(look().px(14))
        self.column.addWidget(self.practice)
        note = "An invented school with 420 pupils and three years of sharing. Break what you like."
        self.column.addWidget(label(note, "small", wrap=True))
        self.column.addSpacing(look().px(10))
        self.column.addWidget(self.ours)
        note = "About ten minutes: the school, you, a passphrase, whom you share with."
        self.column.addWidget(label(note, "small", wrap=True))
        self.column.addSpacing(look().px(10))
        self.column.addWidget(self.existing)
        self.column.addWidget(self.backup)

    def _connect(self) -> None:
        self.practice.clicked.connect(self._on_practice)
        self.ours.clicked.connect(self._on_ours)
        self.existing.clicked.connect(self._on_existing)
        self.backup.clicked.connect(self.restore)

    def fill(self) -> None:
        """Put the keyboard on the first choice; called after the first paint."""
        self.practice.setFocus()

    def _on_existing(self) -> None:
        from sharebook.bootstrap.starting import usual_place

        folder = self._helpers.ask.folder("Choose the folder of the register", usual_place())
        if folder is not None:
            self.unlock.emit(folder)

    def _on_practice(self) -> None:
        from sharebook.ui.screens.first_run.practice import PracticeStep

        step = PracticeStep(self._helpers)
        step.unlock.connect(self.unlock)
        step.back.connect(self.back)
        self._replace(step)

    def _on_ours(self) -> None:
        from sharebook.ui.screens.first_run.school import SchoolSteps

        steps = SchoolSteps(self._helpers)
        steps.made.connect(self.made)
        steps.opened.connect(self.opened)
        steps.back.connect(self.back)
        steps.wide.connect(lambda wide: self.widen(_WIDE if wide else _USUAL))
        self._replace(steps)

    def _replace(self, step: QWidget) -> None:
        while self.column.count():
            item = self.column.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
        self.column.addWidget(step)
        step.setFocus()
