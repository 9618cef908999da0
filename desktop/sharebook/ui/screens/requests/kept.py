"""A half-typed request, kept over a lock and brought back when it was given up."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from sharebook.bootstrap.sealed_log import holds_key
from sharebook.domain.errors import Trouble
from sharebook.domain.kept_drafts import KeptDraft, Texts
from sharebook.services.drafting import Drafting
from sharebook.ui.keeper import Half, Keeper
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.record.seal_choice import SealChoice
from sharebook.ui.screens.requests.form import RequestForm
from sharebook.ui.screens.requests.rows import Which
from sharebook.words.sentences import told

KIND = "requests"
_SEALED = "sealed"


def which_of(drafting: Drafting, name: str) -> Which | None:
    """Return which request the draft called `name` puts right; None for one that came."""
    for draft in drafting.waiting(KIND):
        state = drafting.state(draft, Texts) if draft.name == name else None
        if state is not None:
            return _which(state)
    return None


def _which(state: Texts) -> Which | None:
    if state.about is None:
        return None
    return Which(state.about, bool(state.choices.get(_SEALED)))


class Kept(QObject):
    """Looks after one form, from its dialog's opening to its end."""

    def __init__(
        self,
        dialog: QDialog,
        office: Office,
        form: RequestForm,
        words: str,
        seal: SealChoice | None,
    ) -> None:
        super().__init__(dialog)
        self._office, self._form, self._words, self._seal = office, form, words, seal
        self._drafting = office.desk.drafting
        self._locked = False
        self._first = self._state()
        self.keeper = Keeper(self._drafting, KIND, self._read, self)
        self.keeper.failed.connect(lambda trouble: office.toast.say(told(trouble)))
        edits = [*form.texts.values(), form.came, form.wanted_by]
        pickers = (form.who, form.pupils, form.items)
        for edit in (*edits, *(each.edit for each in pickers)):
            edit.textEdited.connect(self.keeper.touched)
        for picker in pickers:
            picker.changed.connect(self.keeper.touched)
        form.method.activated.connect(self.keeper.touched)
        dialog.finished.connect(self._on_finished)
        self._fill()

    def put_away(self) -> None:
        """Keep it: the dialog is closed because the window locks."""
        self._locked = True
        self.keeper.now()

    def _state(self) -> Texts:
        state = self._form.state()
        if self._seal is None:
            return state
        ticked = ("1",) if self._seal.sealed else ()
        return Texts(state.lines, state.about, {**state.choices, _SEALED: ticked})

    def _read(self) -> Half | None:
        now = self._state()
        if now == self._first:
            return None
        return Half(self._words, now, sealed=holds_key(self._office.desk))

    def _fill(self) -> None:
        desk = self._office.desk
        for draft in self._drafting.waiting(KIND):
            state = self._drafting.state(draft, Texts)
            if state is None or _which(state) != _which(self._first):
                continue
            self.keeper.take_up(draft)
            self._form.show_state(state, frozenset(desk.choosing.named()))
            if self._seal is not None and self._first.about is None:
                self._seal.show_sealed(sealed=bool(state.choices.get(_SEALED)))
            return

    def _on_finished(self, accepted: int) -> None:
        """Throw it away once it is saved or given up; giving up can be undone."""
        if self._locked:
            return
        half, kept = self._read(), None
        if not accepted and half is not None and self.keeper.now():
            kept = self.keeper.kept()
        self.keeper.forget()
        if kept is not None:
            draft = kept
            self._office.toast.say("Thrown away: what you typed", lambda: self._back(draft))

    def _back(self, draft: KeptDraft) -> None:
        try:
            self._drafting.put_back(draft)
        except Trouble as trouble:
            self._office.telling.tell(trouble)
            return
        self._office.go(KIND, draft=draft.name)
