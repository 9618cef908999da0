"""People and keys: who may open the register, my passphrase, the recovery sheet."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QFrame, QVBoxLayout

from sharebook.domain.errors import SharebookError
from sharebook.domain.people import Person
from sharebook.ui.ask import Question
from sharebook.ui.look import look
from sharebook.ui.room import HUGE_TEXT
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.fitted import FittedScreen
from sharebook.ui.screens.people import changing
from sharebook.ui.screens.people.facts import KeyFacts, read_keys
from sharebook.ui.screens.people.form import KeyForm
from sharebook.ui.screens.people.overview import Overview
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.following import Following
from sharebook.ui.widgets.sheet import notice
from sharebook.ui.widgets.steps import Steps

_OFF = (
    "Their passphrase opens nothing from now on: the register gets a new key. Nobody else notices; "
    "every other passphrase and the recovery sheet stay good."
)
_OFF_MORE = (
    "What they recorded stays, with their name. Copies and backups made before still open with "
    "their passphrase."
)


class People(FittedScreen):
    """The people and what they open the register with."""

    name = "people"
    title = "People and keys"
    shows = frozenset({"people"})
    _laid_out = False  # Screen asks to narrow before there is anything to narrow

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.facts: KeyFacts | None = None
        self.add_button = button("&Add somebody", "go", "plus")
        self.buttons.addWidget(self.add_button)
        self.overview = Overview()
        self.parts = Steps()
        self._told = QVBoxLayout()
        self._forms: dict[str, KeyForm] = {}
        self._taking_off = False
        self.body.addLayout(self._told)
        self.body.addWidget(self.parts, 1)
        self._whole = Following()
        self._whole.setWidget(self.overview)
        self.parts.turn_to(self._whole)
        self._connect()
        self._laid_out = True
        self.narrow(small=False)
        self.refresh(frozenset({"*"}))

    def _connect(self) -> None:
        self.add_button.clicked.connect(lambda: self.open("add"))
        self.overview.take_off.connect(self.take_off)
        self.overview.passphrase.connect(lambda: self.open("passphrase"))
        self.overview.prove.connect(lambda: self.open("prove"))
        self.overview.new_sheet.connect(lambda: self.open("new_sheet"))

    @property
    def form(self) -> KeyForm | None:
        """The form that is open."""
        part = self.parts.part
        return part if isinstance(part, KeyForm) else None

    def arrive(self, *, done: str = "", form: str = "", **_wanted: Any) -> None:
        """Say what was `done`, or open a `form`: add, passphrase, prove or new_sheet."""
        if done:
            self._say(done)
        if form:
            self.open(form)
        elif self.form is None:
            self.overview.table.setFocus()

    def refresh(self, changed: frozenset[str]) -> None:  # noqa: ARG002 - one reading is all
        """Read who may open the register; a few milliseconds."""
        try:
            self.facts = read_keys(self.office.desk)
        except SharebookError as problem:
            self.office.telling.tell(problem)
            return
        self.overview.show_facts(self.facts)
        self.add_button.setVisible(self.form is None and not self.facts.only_reads)

    def primary(self) -> None:
        """Do what the open form asks, else add somebody (Ctrl Enter)."""
        if self.form is not None:
            self.form.go()
        elif self.add_button.isVisible():
            self.open("add")

    def leave(self) -> bool:
        """Go back from a form; while keys are being changed, stay."""
        if self._taking_off:
            return True
        if self.form is None:
            return False
        if not self.form.running:
            self._close_form()
        return True

    def open(self, name: str) -> None:
        """Open one of the forms."""
        if self._taking_off or (self.form is not None and self.form.running):
            return
        if name not in self._forms:
            self._forms[name] = self._made(name)
        self._say("")
        form = self._forms[name]
        try:
            form.refuse()
        except SharebookError as problem:
            self.office.telling.tell(problem)
            return
        self.parts.turn_to(form)
        self.add_button.hide()
        self.heading.setVisible(look().size < HUGE_TEXT)  # the form's own title says enough
        form.begin()

    def _made(self, name: str) -> KeyForm:
        form = _form(name, self.office)
        form.cancelled.connect(self._close_form)
        form.done.connect(lambda changed: self._on_done(form, changed))
        return form

    def _close_form(self) -> None:
        form = self.form
        self.parts.turn_to(self._whole)
        self.heading.show()
        if form is not None:
            form.forget()
        self.overview.table.setFocus()
        self.refresh(frozenset({"people"}))

    def take_off(self, person: Person) -> None:
        """Ask, then shut somebody out."""
        question = Question(
            f"Take {person.name} off?",
            _OFF,
            act="Take them off",
            safe="Keep them",
            more=_OFF_MORE,
            icon="user",
        )
        if self._taking_off or not self.office.ask.agrees(question):
            return
        self._rest(taking_off=True)
        work = changing.take_off(self.office.desk, person.name)
        job = self.overview.busy.watch(
            self.office.background.start(work), "Giving the register a new key"
        )
        said = f"{person.name} cannot open the register any more. It has a new key."
        job.succeeded.connect(lambda changed: self._on_taken_off(changed, said))
        job.failed.connect(self._on_not_taken_off)

    def _on_taken_off(self, changed: changing.Changed, said: str) -> None:
        self._rest(taking_off=False)
        self._go_on(changed, said)

    def _on_not_taken_off(self, problem: Exception) -> None:
        self._rest(taking_off=False)
        self.office.telling.tell(problem)

    def _rest(self, *, taking_off: bool) -> None:
        self._taking_off = taking_off
        self.overview.rest(running=taking_off)
        self.add_button.setEnabled(not taking_off)

    def _on_done(self, form: KeyForm, changed: changing.Changed) -> None:
        said = form.said(changed)
        self._close_form()
        self._go_on(changed, said)

    def _go_on(self, changed: changing.Changed, said: str) -> None:
        """Carry on, with the register opened anew where its key is another one now."""
        if changed.access != self.office.desk.access:
            self.office.go("reopen", access=changed.access, done=said)
            return
        self._say(said)
        self.office.changed.tell("people")

    def _say(self, words: str) -> None:
        while self._told.count():
            item = self._told.takeAt(0)
            old = item.widget() if item else None
            if isinstance(old, QFrame):
                old.hide()
                old.deleteLater()
        if words:
            self._told.addWidget(notice("ok", words))

    def narrow(self, *, small: bool) -> None:
        """Put panels under each other where there is little room."""
        super().narrow(small=small)
        if self._laid_out:
            self.overview.fit()


def _form(name: str, office: Office) -> KeyForm:
    from sharebook.ui.screens.people import add_form, passphrase_form, sheet_forms

    forms: dict[str, Callable[[Office], KeyForm]] = {
        "add": add_form.AddForm,
        "passphrase": passphrase_form.PassphraseForm,
        "prove": sheet_forms.ProveForm,
        "new_sheet": sheet_forms.NewSheetForm,
    }
    return forms[name](office)


SCREEN = People
