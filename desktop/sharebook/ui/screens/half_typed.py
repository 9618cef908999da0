"""A dialog's lines, kept while they are typed and filled in again when it opens next."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QLineEdit

from sharebook.bootstrap.sealed_log import holds_key
from sharebook.domain.errors import Trouble
from sharebook.domain.kept_drafts import KeptDraft, Texts
from sharebook.services.drafting import Drafting
from sharebook.ui.keeper import Half, Keeper
from sharebook.ui.screens.base import Office
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.date_field import DateField
from sharebook.words.sentences import told


@dataclass(frozen=True, slots=True)
class Form:
    """What of a dialog is kept.

    Attributes:
        kind: the name of the screen that opens the dialog; `go(kind, draft=…)` opens it again.
        words: what it is about, for a list.
        edits: its lines by name.
        combos: its lists by name; they hold codes.
        about: whom it changes; None for somebody new.
        part: which dialog of the screen; "" where there is one.
    """

    kind: str
    words: str
    edits: Mapping[str, QLineEdit]
    combos: Mapping[str, Combo] = field(default_factory=dict)
    about: int | None = None
    part: str = ""


class HalfTyped(QObject):
    """Looks after the lines of one dialog, from its opening to its end."""

    def __init__(self, dialog: QDialog, office: Office, form: Form) -> None:
        super().__init__(dialog)
        self._office = office
        self._drafting = office.desk.drafting
        self._form = form
        self._locked = False
        self._first = self._texts()
        self.keeper = Keeper(self._drafting, form.kind, self._read, self)
        self.keeper.failed.connect(lambda trouble: office.toast.say(told(trouble)))
        for edit in form.edits.values():
            edit.textEdited.connect(self.keeper.touched)
        for combo in form.combos.values():
            combo.activated.connect(self.keeper.touched)
        dialog.finished.connect(self._on_finished)
        self._fill()

    def put_away(self) -> None:
        """Keep the lines: the dialog is closed because the window locks."""
        self._locked = True
        self.keeper.now()

    def _texts(self) -> Texts:
        lines = {name: edit.text() for name, edit in self._form.edits.items()}
        picked = {name: (str(box.currentData()),) for name, box in self._form.combos.items()}
        return Texts(lines, self._form.about, picked, part=self._form.part)

    def _read(self) -> Half | None:
        now = self._texts()
        if now == self._first:
            return None
        return Half(self._form.words, now, sealed=holds_key(self._office.desk))

    def _fill(self) -> None:
        for draft in self._drafting.waiting(self._form.kind):
            state = self._drafting.state(draft, Texts)
            mine = (self._form.part, self._form.about)
            if state is None or (state.part, state.about) != mine:
                continue
            self.keeper.take_up(draft)
            for name, line in state.lines.items():
                self._show_line(name, line)
            for name, (picked, *_) in state.choices.items():
                if name in self._form.combos:
                    self._form.combos[name].choose(picked)
            return

    def _show_line(self, name: str, line: str) -> None:
        edit = self._form.edits.get(name)
        if edit is None:
            return
        edit.setText(line)
        if isinstance(edit, DateField):
            edit.editingFinished.emit()  # it reads its day on being left

    def _on_finished(self, accepted: int) -> None:
        """Throw the lines away once they are saved or given up; giving up can be undone."""
        if self._locked:
            return
        half, kept = self._read(), None
        if not accepted and half is not None and self.keeper.now():
            kept = next(
                (it for it in self._drafting.waiting() if it.name == self.keeper.name), None
            )
        self.keeper.forget()
        if kept is not None:
            self._office.toast.say("Thrown away: what you typed", _undo(self._office, kept))


def texts_of(drafting: Drafting, name: str) -> Texts | None:
    """Return the lines of the draft called `name`, or None where it is gone."""
    kept = (each for each in drafting.waiting() if each.name == name)
    return next((drafting.state(each, Texts) for each in kept), None)


def about_of(drafting: Drafting, name: str) -> int | None:
    """Return whom the lines of the draft called `name` are about; None for somebody new."""
    for draft in drafting.waiting():
        if draft.name == name:
            state = drafting.state(draft, Texts)
            return state.about if state else None
    return None


def soon(screen: QObject, do: Callable[[], object]) -> None:
    """Open a dialog once the page behind it stands."""
    QTimer.singleShot(0, screen, do)


def _undo(office: Office, draft: KeptDraft) -> Callable[[], None]:
    def open_again() -> None:
        try:
            office.desk.drafting.put_back(draft)
        except Trouble as trouble:
            office.telling.tell(trouble)
            return
        office.go(draft.kind, draft=draft.name)

    return open_again
