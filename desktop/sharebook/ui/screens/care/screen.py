"""The register: whether all is well with it, where it is, and the pages behind that."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QBoxLayout

from sharebook.domain.findings import Finding, Severity
from sharebook.ui.ask import Question
from sharebook.ui.background import Job
from sharebook.ui.busy import Busy
from sharebook.ui.look import look
from sharebook.ui.room import ACROSS, DOWN, Room, room_of
from sharebook.ui.screens.away import AtDesk, do_away
from sharebook.ui.screens.base import Office, Screen
from sharebook.ui.screens.care.doors import Doors
from sharebook.ui.screens.care.findings import FindingList
from sharebook.ui.screens.care.seal_check import SealCheck
from sharebook.ui.screens.care.verdict import Verdict, verdict_on
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import panel
from sharebook.ui.widgets.where_it_is import WhereItIs

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.services.checking import Health
    from sharebook.services.ports import Progress

_WRONG = (Severity.STOP, Severity.WARNING)
_DEEP = ("check_", "letters_", "backup_newest_")  # what only the whole check finds


class Care(Screen):
    """The hub of everything that keeps the register trustworthy."""

    name = "care"
    title = "The register"
    shows = frozenset({"backup", "people"})

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._deep: list[Finding] = []
        self.check_button = button("Check everything now", "go", "shield", "Ctrl Enter")
        self.buttons.addWidget(self.check_button)
        self.busy = Busy()
        self.verdict = Verdict()
        self.findings = FindingList()
        self.gaps = FindingList("What could be better")
        self.seal = SealCheck()
        self.where = WhereItIs(office.desk.minding.place())
        sealed = getattr(office.desk.access, "sealed", None) is not None
        self.doors = Doors(office.go, sealed=sealed)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.body.addWidget(self.verdict)
        self.body.addWidget(self.busy)
        self.body.addWidget(self.findings)
        self.body.addWidget(self.doors)
        self._pair = QBoxLayout(ACROSS)
        self._pair.setSpacing(look().px(14))
        place, inside = panel("sheet", 16, 10)
        inside.addWidget(label("Where it is", "h3"))
        inside.addWidget(self.where)
        note = "Copy or move the whole folder, never one file out of it."
        inside.addWidget(label(note, "small", wrap=True))
        inside.addStretch(1)
        self._pair.addWidget(self.seal, 1)
        self._pair.addWidget(place, 1)
        self.body.addLayout(self._pair)
        self.body.addWidget(self.gaps)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.check_button.clicked.connect(self.primary)
        self.seal.wanted.connect(self._on_seal)
        for each in (self.findings, self.gaps):
            each.go.connect(lambda page, wanted: self.office.go(page, **wanted))
        self.findings.accept.connect(self._on_accept)
        self.where.copied.connect(lambda: self.office.toast.say("The path is on the clipboard"))

    def arrive(self, **wanted: Any) -> None:  # noqa: ARG002 - nothing is handed over
        """Look again: a stick may have been plugged in."""
        self.refresh(frozenset({"*"}))
        self.check_button.setFocus()

    def refresh(self, changed: frozenset[str]) -> None:  # noqa: ARG002 - one look is all
        """Look at what can be seen quickly, away from the window."""

        def look_at(own: "Desk", _progress: "Progress") -> Any:
            return own.minding.quick(), own.minding.last_checked(), own.minding.place()

        words = "Looking at the register"
        do_away(self.office, self.busy, look_at, words, self._on_looked, quiet=True)

    def primary(self) -> None:
        """Check everything now."""
        if not self.check_button.isEnabled():
            return
        self.check_button.setEnabled(False)

        def check(own: "Desk", progress: "Progress") -> Any:
            return own.minding.check(progress), own.minding.last_checked()

        job = self._do(check, "Checking everything", self._on_checked)
        job.finished.connect(self._on_over)

    def narrow(self, *, small: bool) -> None:
        """Put seal and place under each other where there is little room."""
        super().narrow(small=small)
        if hasattr(self, "_pair"):
            self._pair.setDirection(DOWN if room_of(self) is Room.TIGHT or small else ACROSS)
            self.doors.fit()

    def _do(self, work: AtDesk, words: str, then: Callable[[Any], None]) -> Job:
        return do_away(self.office, self.busy, work, words, then)

    def _on_looked(self, found: Any) -> None:
        quick, last, place = found
        self.where.show_place(place)
        self._show([*self._deep, *quick], last)

    def _on_checked(self, found: "tuple[Health, Any]") -> None:
        health, last = found
        self._deep = [each for each in health.findings if each.code.startswith(_DEEP)]
        self._show(list(health.findings), last)

    def _on_over(self) -> None:
        self.check_button.setEnabled(True)
        self.check_button.setFocus()

    def _show(self, findings: list[Finding], last: Any) -> None:
        weights = list(Severity)
        found = sorted(findings, key=lambda each: weights.index(each.severity))
        self.verdict.show_said(verdict_on(found, last, self.office.desk.clock.today()))
        self.findings.show_findings([each for each in found if each.severity in _WRONG])
        self.gaps.show_findings([each for each in found if each.severity is Severity.GAP])
        self.overdue.emit(sum(each.severity is Severity.STOP for each in found))

    def _on_seal(self, typed: str) -> None:
        def compare(own: "Desk", _progress: "Progress") -> Finding:
            return own.minding.does_seal_hold(typed)

        self._do(compare, "Comparing the seal", self.seal.show_answer)

    def _on_accept(self) -> None:
        question = Question(
            "Is this register the right one?",
            "This computer will take it, as it is now, for the one to compare with from here on.",
            act="It is right",
            safe="Leave it open",
            more="Nothing in the register changes. Say so only when somebody knows why it differs.",
            icon="shield",
        )
        if not self.office.ask.agrees(question):
            return

        def accept(own: "Desk", _progress: "Progress") -> None:
            own.minding.accept()

        job = self._do(accept, "Remembering", lambda _done: self.refresh(frozenset({"*"})))
        job.finished.connect(self.check_button.setFocus)


SCREEN = Care
