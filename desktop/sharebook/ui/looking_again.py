"""F5: read everything anew; at a snapshot, the words about it and the way to a fresh one."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from sharebook.domain.errors import SharebookError
from sharebook.ui import actions
from sharebook.ui.changed import EVERYTHING
from sharebook.ui.look import look
from sharebook.ui.status_line import StatusLine
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, label

if TYPE_CHECKING:
    from sharebook.bootstrap.reading import Ready
    from sharebook.services.ports import Progress
    from sharebook.ui.screens.base import Office

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
    """Reads the register anew for an open window.

    Args:
        window: has the key, and ends with the desk.
        office: what its pages work with.
        status: the line at its foot.
        renew: lets every page that shows one of these nouns read it anew.
        reopen: goes on at the same page with what was made ready.
    """

    def __init__(
        self,
        window: QWidget,
        office: "Office",
        status: StatusLine,
        renew: Callable[[frozenset[str]], None],
        reopen: "Callable[[Ready], None]",
    ) -> None:
        super().__init__(window)
        self._office = office
        self._status = status
        self._renew = renew
        self._reopen = reopen
        self.part: ReadingPart | None = None
        actions.bind(window, "again", self.look)
        if words := office.desk.reading_status:
            self.part = ReadingPart(words)
            self.part.pressed.connect(self.look)
            status.instead_of_saved(self.part)
            timer = QTimer(self, interval=_EVERY)
            timer.timeout.connect(self.tell)
            timer.start()

    def tell(self) -> None:
        """Say whether the other program still writes."""
        if self.part is not None:
            self.part.say(self._office.desk.reading_status)
            self._status.fit()

    def look(self) -> None:
        """Read every page anew; at a snapshot, from a fresh one, or from the register itself."""
        if self.part is None:
            try:
                self._office.desk.refuse_if_left_behind()
            except SharebookError as problem:
                self._office.telling.tell(problem)
            else:
                self._renew(EVERYTHING)
            return
        if not self.part.again.isEnabled():
            return
        self.part.again.setEnabled(False)
        access, clock = self._office.desk.access, self._office.desk.clock

        def work(progress: "Progress") -> "Ready":
            from sharebook.bootstrap.reading import ready

            return ready(access, clock, progress)

        job = self._office.background.start(work)
        job.succeeded.connect(self._reopen)
        job.failed.connect(self._on_failed)

    def _on_failed(self, problem: Exception) -> None:
        if self.part is not None:
            self.part.again.setEnabled(True)
        self._office.telling.tell(problem)
