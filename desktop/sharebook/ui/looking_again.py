"""F5: read everything anew; at a snapshot, the words about it and the way to a fresh one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from sharebook.ui import actions
from sharebook.ui.changed import EVERYTHING
from sharebook.ui.look import look
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, label

if TYPE_CHECKING:
    from sharebook.bootstrap.reading import Ready
    from sharebook.services.ports import Progress
    from sharebook.ui.shell import Shell

_EVERY = 10_000  # milliseconds; whoever writes gives a sign of life as often


class ReadingPart(QWidget):
    """Stands in the line at the foot where the last saving is told.

    Signals:
        pressed: a fresh look is wanted.
    """

    pressed = Signal()

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words: QLabel = label("")
        self._words.setMinimumWidth(1)  # a long name gives way to the button
        self.again = button("Look again", "foot", key=actions.said("again"))
        self.again.clicked.connect(self.pressed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look().px(6))
        line.addWidget(IconLabel("eye", 14, "gap"))
        line.addWidget(self._words)
        line.addSpacing(look().px(4))
        line.addWidget(self.again)
        self.say(words)

    @property
    def words(self) -> str:
        """As at when this is, and who writes."""
        return self._words.text()

    def say(self, words: str) -> None:
        """Say something else."""
        self._words.setText(words)
        self._words.setToolTip(words)
        self._words.setAccessibleName(words)


class LookingAgain(QObject):
    """Reads the register anew for an open window."""

    def __init__(self, shell: "Shell") -> None:
        super().__init__(shell)
        self._shell = shell
        self.part: ReadingPart | None = None
        actions.bind(shell, "again", self.look)
        status = shell.office.desk.reading_status
        if status:
            self.part = ReadingPart(status)
            self.part.pressed.connect(self.look)
            shell.status.instead_of_saved(self.part)
            timer = QTimer(self, interval=_EVERY)
            timer.timeout.connect(self.tell)
            timer.start()

    def tell(self) -> None:
        """Say whether the other program still writes."""
        if self.part is not None:
            self.part.say(self._shell.office.desk.reading_status)
            self._shell.status.fit()

    def look(self) -> None:
        """Read every page anew; at a snapshot, from a fresh one, or from the register itself."""
        if self.part is None:
            self._shell.renew(EVERYTHING)
            return
        if not self.part.again.isEnabled():
            return
        self.part.again.setEnabled(False)
        desk = self._shell.office.desk
        access, clock = desk.access, desk.clock

        def work(progress: "Progress") -> "Ready":
            from sharebook.bootstrap.reading import ready

            return ready(access, clock, progress)

        job = self._shell.office.background.start(work)
        job.succeeded.connect(self._on_ready)
        job.failed.connect(self._on_failed)

    def _on_ready(self, found: "Ready") -> None:
        """Go on at the same page, once what called has returned: the old desk closes for it."""
        QTimer.singleShot(0, self._shell, lambda: self._shell.reopen.emit(found, {}))

    def _on_failed(self, problem: Exception) -> None:
        if self.part is not None:
            self.part.again.setEnabled(True)
        self._shell.office.telling.tell(problem)
