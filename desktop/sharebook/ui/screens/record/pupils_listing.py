"""Brings somebody's list, and the pupils of regular sharing, into the form."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from sharebook.domain.names import FlowId, RecipientId
from sharebook.services.gathering import About
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.record.drafts import FormDrafts
from sharebook.ui.screens.record.form import Form

Save = QWidget | None


class Listing(QObject):
    """Opens the dialog for lists over the form, and puts in whom the person chose there."""

    def __init__(self, office: Office, form: Form, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._form = form
        form.five.pupils.pasted.connect(self.take_text)
        form.five.pupils.file_wanted.connect(self.ask_file)

    def take_text(self, text: str) -> None:
        """Show a pasted list; "" shows the place to paste one."""
        self._open(text, file=False)

    def ask_file(self) -> None:
        """Ask for a file with a list."""
        self._open("", file=True)

    def begin(
        self, recipient: RecipientId | None, flow: int | None, drafts: FormDrafts, save: Save
    ) -> Save:
        """Fill the form for a recipient or a flow; with `save`, anew with what falls due.

        Returns:
            where the keyboard goes then, or None where the form's own way goes on.
        """
        if save is not None and flow is not None:
            return self._begin_return(flow, drafts, save)
        if recipient is not None or flow is not None:
            self._form.take_choice(recipient, flow)
        return None

    def _begin_return(self, flow: int, drafts: FormDrafts, save: QWidget) -> QWidget:
        """Fill an empty form with what falls due: the flow, today, its items and its pupils.

        The keyboard goes to `save`, or to the pupils where each case is decided anew.
        """
        desk, five = self._office.desk, self._form.five
        back = drafts.make_room()
        self._form.begin()
        self._form.take_choice(None, flow)
        taken = desk.gathering.taken(FlowId(flow), self._form.draft.day or desk.clock.today())
        five.take_taken(taken)
        if back is not None:
            self._office.toast.say("The form was filled anew", back)
        return save if taken.pupils else five.pupils.edit

    def _open(self, text: str, *, file: bool) -> None:
        from sharebook.ui.screens.record.paste_dialog import PasteDialog

        draft = self._form.draft
        about = About(
            draft.day or self._office.desk.clock.today(),
            draft.recipient,
            draft.flow,
            draft.items,
            frozenset(draft.pupils),
        )
        dialog = PasteDialog(self._office, about, self._form.window())
        if text.strip():
            dialog.take_text(text)
        if file:
            dialog.ask_file()
        if dialog.exec():
            self._form.five.add_list(dialog.name, dialog.chosen)
        self._form.five.pupils.setFocus()
