"""What becomes of a half-typed form: it keeps itself, comes back, waits, or is thrown away."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from sharebook.bootstrap.sealed_log import holds_key
from sharebook.domain.attachments import Copy
from sharebook.domain.errors import Trouble
from sharebook.domain.kept_drafts import KeptDraft, RecordForm
from sharebook.ui.keeper import Half, Keeper
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.record.copies import Copies
from sharebook.ui.screens.record.correcting import Correcting
from sharebook.ui.screens.record.form import Form
from sharebook.ui.screens.record.form_state import put_caret, read_state, show_state, words_of
from sharebook.ui.widgets.buttons import button
from sharebook.words.days import count
from sharebook.words.moments import day_and_time
from sharebook.words.sentences import told

_KIND = "record"


class FormDrafts(QObject):
    """Looks after the drafts of the record form.

    Signals:
        shown: another draft stands in the form; the words say since when, or are "".
    """

    shown = Signal(str)

    def __init__(
        self, office: Office, form: Form, correcting: Correcting, copies: Copies, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._office = office
        self._form = form
        self._correcting = correcting
        self._copies = copies
        self._drafting = office.desk.drafting
        self._caret = ""
        self.keeper = Keeper(self._drafting, _KIND, self._read, self)
        self.button: QPushButton = button("Unfinishe&d", "", "pen")
        self.button.clicked.connect(self._on_button)
        self.keeper.failed.connect(lambda trouble: office.toast.say(told(trouble)))
        for typed in (
            form.changed,
            correcting.typed,
            copies.changed,
            *(it.edit.textEdited for it in (form.five.recipient, form.five.pupils)),
            form.five.items.edit.textEdited,
            form.five.day.textEdited,
        ):
            typed.connect(self.keeper.touched)

    def come_back(self) -> None:
        """Show what stood in the form when the window was locked or closed, or broke."""
        for draft in self._drafting.waiting(_KIND):
            if draft.open and self._show(draft):
                break
        self.count()

    def state(self) -> RecordForm | None:
        """Return what stands in the form; None while there is nothing to lose."""
        return read_state(self._form, self._correcting, self._copies.named)

    def way_back(self) -> Callable[[], None]:
        """Return what shows again all that stands in the form now, its files too."""
        return partial(self._put_back, self.state(), tuple(self._copies.held))

    def carry_on(self, name: str) -> None:
        """Show the draft called `name`; what stands in the form waits instead."""
        found = [it for it in self._drafting.waiting(_KIND) if it.name == name]
        if found and name != self.keeper.name:
            self.make_room()
            self._show(found[0])
        self.count()

    def make_room(self) -> Callable[[], object] | None:
        """Let what stands in the form wait; return the way back, None if nothing was typed."""
        before, back, reading = self.state(), self.way_back(), self.keeper.aside()
        self._copies.hold(())
        self.shown.emit("")
        self.count()
        if before is None:
            return None
        if reading is None:  # twenty wait already, or the disk is full: only the toast keeps it
            self.keeper.forget()
            return back
        return partial(self._swap_back, reading)

    def forget(self) -> None:
        """Throw the draft away: the form was saved or cleared."""
        self.keeper.forget()
        self._copies.hold(())
        self.shown.emit("")
        self.count()

    def _put_back(self, state: RecordForm | None, copies: tuple[Copy, ...]) -> None:
        """Show `state` again, as before the form was cleared or filled; None is an empty form."""
        self._copies.hold(copies)
        if state is None:
            self._correcting.begin(None)
            self._form.begin()
        else:
            show_state(self._form, self._correcting, state)
            put_caret(self._form, self._correcting, state.caret)
        self.shown.emit("")
        self.keeper.touched()

    def put_caret(self) -> bool:
        """Put the caret where it was when the form came back, once."""
        name, self._caret = self._caret, ""
        return bool(name) and put_caret(self._form, self._correcting, name)

    def count(self) -> None:
        """Say how many others wait."""
        number = len(self._others())
        self.button.setText(f" Unfinishe&d: {number}")
        self.button.setAccessibleName(count(number, "unfinished form"))
        self.button.setVisible(number > 0)

    def _read(self) -> Half | None:
        state = self.state()
        if state is None:
            return None
        sealed, copies = holds_key(self._office.desk), self._copies.contents
        return Half(words_of(self._form, state), state, sealed=sealed, copies=copies)

    def _others(self) -> list[KeptDraft]:
        return [it for it in self._drafting.waiting(_KIND) if it.name != self.keeper.name]

    def _show(self, draft: KeptDraft) -> bool:
        state = self._drafting.state(draft, RecordForm)
        if state is None:
            return False
        self.keeper.take_up(draft)
        show_state(self._form, self._correcting, state)
        self._copies.bring_back(state.copies, self._drafting.copies(draft) if state.copies else {})
        self._caret = state.caret
        self.keeper.touched()  # it stands in its form now
        self.shown.emit(f"As you left it: {day_and_time(draft.kept_at)}")
        return True

    def _swap_back(self, draft: KeptDraft) -> None:
        self.keeper.forget()
        self._show(draft)
        self.count()

    def _on_button(self) -> None:
        from sharebook.ui.screens.record.unfinished import UnfinishedDialog

        dialog = UnfinishedDialog(self._form.window(), self._others())
        carry_on = bool(dialog.exec())
        thrown = [(draft, self._drafting.copies(draft)) for draft in dialog.thrown]
        for draft, _copies in thrown:
            self._drafting.throw_away(draft)
        if thrown:
            words = f"Thrown away: {count(len(thrown), 'unfinished form')}"
            self._office.toast.say(words, partial(self._bring_back, thrown))
        if carry_on and dialog.chosen is not None:
            self.carry_on(dialog.chosen.name)
        self.count()

    def _bring_back(self, thrown: list[tuple[KeptDraft, dict[str, bytes]]]) -> None:
        try:
            for draft, copies in thrown:
                self._drafting.put_back(draft, copies)
        except Trouble as trouble:
            self._office.telling.tell(trouble)
        self.count()
