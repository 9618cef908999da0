"""Our own school, in four short steps: school and you, passphrase, recovery sheet, recipients."""

from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sharebook.catalogues.starters import offered
from sharebook.ui.screens.first_run.about_us import AboutUs
from sharebook.ui.screens.first_run.page import PageStep
from sharebook.ui.screens.first_run.passphrase import PassphraseStep
from sharebook.ui.screens.first_run.recovery import RecoveryStep
from sharebook.ui.screens.first_run.starters import StartersStep
from sharebook.ui.telling import Telling
from sharebook.ui.widgets.door import Helpers
from sharebook.ui.widgets.steps import Steps

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.bootstrap.opening import Made
    from sharebook.domain.names import Code


class SchoolSteps(Steps):
    """Walks through the steps; the register is made when the passphrase is chosen.

    Signals:
        made: the Desk of the new register, which is still empty; worth remembering.
        opened: the same Desk, once its first recipients are in.
        back: the person does not want to begin after all.
        wide: whether the step shown needs a wide sheet.
    """

    made = Signal(object)
    opened = Signal(object)
    back = Signal()
    wide = Signal(bool)

    def __init__(self, helpers: Helpers) -> None:
        super().__init__()
        self._helpers = helpers
        self._telling = Telling(helpers.ask)
        self._desk: Desk | None = None
        self.about = AboutUs()
        self.passphrase = PassphraseStep(helpers.ask)
        self._turn_to(self.about)
        self.about.done.connect(self._on_about)
        self.about.back.connect(self.back)
        self.passphrase.done.connect(self._on_passphrase)
        self.passphrase.back.connect(lambda: self._turn_to(self.about))

    def _turn_to(self, step: QWidget) -> None:
        self.wide.emit(isinstance(step, PageStep | StartersStep))
        self.turn_to(step)

    def _on_about(self) -> None:
        self.passphrase.new.about = (self.about.school().name, self.about.person().name)
        if not self.passphrase.new.offered:
            self.passphrase.new.offer()
        self.passphrase.place.show_for(self.about.school().name)
        self._turn_to(self.passphrase)

    def _on_passphrase(self, passphrase: str) -> None:
        school, person = self.about.school(), self.about.person()
        folder = self.passphrase.place.folder

        def work(_progress: object) -> "Made":
            from sharebook.bootstrap.opening import new_register
            from sharebook.bootstrap.starting import place_for

            made = new_register(folder or place_for(school.name), school, person, passphrase)
            made.desk.close()  # the window opens its own
            return made

        job = self._helpers.background.start(work)
        self.passphrase.busy.watch(job, "Making the register")
        job.succeeded.connect(self._on_made)
        job.failed.connect(self._on_failed)

    def _on_failed(self, problem: Exception) -> None:
        self.passphrase.again()
        self._telling.tell(problem, (self.passphrase.new.field,))

    def _on_made(self, made: "Made") -> None:
        self._desk = made.desk.again()
        self.made.emit(self._desk)
        recovery = RecoveryStep(self._helpers, self._desk, made.recovery_code)
        recovery.done.connect(self._on_recovered)
        self._turn_to(recovery)

    def _on_recovered(self) -> None:
        if self._desk is None:
            return
        starters = StartersStep(self._desk)
        starters.done.connect(lambda codes: self._on_ticked(starters, codes))
        starters.page.connect(lambda: self._on_page(starters))
        self._turn_to(starters)

    def _on_page(self, starters: StartersStep) -> None:
        if self._desk is None:
            return
        page = PageStep(self._helpers, self._desk)
        page.back.connect(lambda: self._turn_to(starters))
        page.done.connect(self._open)
        self._turn_to(page)

    def _on_ticked(self, starters: StartersStep, codes: "frozenset[Code]") -> None:
        desk = self._desk
        if desk is None:
            return

        def work(_progress: object) -> None:
            with closing(desk.again()) as own:
                school, today = own.school(), own.clock.today()
                flows = offered(own.catalogues, school.kind, school.nation, today)
                rows = [row for code, row in flows.items() if code in codes]
                if rows:
                    own.arranging.adopt(rows, today, own.person)

        job = starters.busy.watch(self._helpers.background.start(work), "Writing the recipients")
        job.succeeded.connect(lambda _nothing: self._open())
        job.failed.connect(self._telling.tell)

    def _open(self) -> None:
        if self._desk is not None:
            self.opened.emit(self._desk)
