"""Our own school, in four short steps: school and you, passphrase, recovery sheet, recipients."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from sharebook.ui.ask import Ask
from sharebook.ui.background import Background
from sharebook.ui.busy import Busy
from sharebook.ui.screens.first_run.about_us import AboutUs
from sharebook.ui.screens.first_run.passphrase import PassphraseStep
from sharebook.ui.screens.first_run.recovery import RecoveryStep
from sharebook.ui.screens.first_run.starters import StartersStep
from sharebook.ui.telling import Telling

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.bootstrap.opening import Made
    from sharebook.domain.names import Code

Opened = Callable[["Desk"], None]


class SchoolSteps(QStackedWidget):
    """Walks through the steps; the register is made when the passphrase is chosen."""

    def __init__(self, background: Background, ask: Ask, opened: Opened) -> None:
        super().__init__()
        self._background = background
        self._ask = ask
        self._telling = Telling(ask)
        self._opened = opened
        self._desk: Desk | None = None
        self.about = AboutUs()
        self.passphrase = PassphraseStep()
        self.addWidget(self.about)
        self.addWidget(self.passphrase)
        self.about.done.connect(self._on_about)
        self.passphrase.done.connect(self._on_passphrase)

    def _on_about(self) -> None:
        self.passphrase.about = (self.about.school().name, self.about.person().name)
        self.passphrase.offer()
        self.setCurrentWidget(self.passphrase)
        self.passphrase.typed.setFocus()

    def _on_passphrase(self, passphrase: str) -> None:
        school, person = self.about.school(), self.about.person()

        def work(_progress: object) -> "Made":
            from sharebook.bootstrap.opening import new_register
            from sharebook.bootstrap.starting import place_for

            made = new_register(place_for(school.name), school, person, passphrase)
            made.desk.close()  # the window opens its own
            return made

        busy: Busy = self.passphrase.busy
        job = busy.watch(self._background.start(work), "Making the register")
        job.succeeded.connect(self._on_made)
        job.failed.connect(self._on_failed)

    def _on_failed(self, problem: Exception) -> None:
        self.passphrase.again()
        self._telling.tell(problem, (self.passphrase.field,))

    def _on_made(self, made: "Made") -> None:
        self._desk = made.desk.again()
        recovery = RecoveryStep(self._ask, self._desk, made.recovery_code)
        self.addWidget(recovery)
        self.setCurrentWidget(recovery)
        recovery.done.connect(self._on_recovered)

    def _on_recovered(self) -> None:
        if self._desk is None:
            return
        starters = StartersStep(self._desk.catalogues, self.about.school())
        self.addWidget(starters)
        self.setCurrentWidget(starters)
        starters.done.connect(self._on_ticked)

    def _on_ticked(self, codes: "frozenset[Code]") -> None:
        desk = self._desk
        if desk is None:
            return
        rows = [row for code, row in desk.catalogues.starter_flows.items() if code in codes]
        if rows:
            desk.arranging.adopt(rows, desk.clock.today(), desk.person)
        self._opened(desk)
