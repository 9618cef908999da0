"""Saving the form: what was written is said, and what would not go is said where it belongs."""

from functools import partial

from PySide6.QtWidgets import QApplication, QWidget

from sharebook.bootstrap.sealed_log import log_of
from sharebook.domain.disclosures import Disclosure
from sharebook.domain.errors import Refused, SharebookError
from sharebook.domain.sealed import said_number
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.record.copies import Copies
from sharebook.ui.screens.record.correcting import Correcting
from sharebook.ui.screens.record.form import Form
from sharebook.ui.screens.record.saved_toast import SavedToast

_TOLD_AS = {"flow": "recipient"}  # a refusal about what has no field of its own


class Saving:
    """Writes the form as a new entry, or as the one that puts another right.

    Attributes:
        copies: the files that are saved with the entry.
        toast: says what was saved; made when it is first needed.
    """

    def __init__(
        self, office: Office, form: Form, correcting: Correcting, copies: Copies, page: QWidget
    ) -> None:
        self._office = office
        self._form = form
        self._correcting = correcting
        self._page = page
        self.toast: SavedToast | None = None
        self.copies = copies

    def save(self) -> Disclosure:
        """Write the entry and say so.

        Raises:
            SharebookError: why it would not go.
        """
        self._form.settle()
        entry = self._written()
        sealed = self._form.sealed
        self._say_saved(entry, sealed=sealed)
        self._office.changed.tell("disclosure")
        return entry

    def what_now(self, entry: Disclosure, *, sealed: bool) -> None:
        """Say what to do first about something that went wrong."""
        desk = self._office.desk
        found = log_of(desk, sealed=sealed).incidents.about(entry.number)
        if not found or found[0].record.closed_on is not None:
            return
        from sharebook.ui.screens.incident_dialog import show_incident

        show_incident(self._office, self._page.window(), found[0].record.id, sealed=sealed)

    def tell(self, problem: SharebookError) -> None:
        """Say under its field, or in a panel, why it would not go."""
        shown = self._correcting.mine(problem) if isinstance(problem, Refused) else problem
        if isinstance(shown, Refused) and shown.field in _TOLD_AS:
            shown = Refused(shown.code, _TOLD_AS[shown.field], **shown.facts)
        fields = (self._correcting, *self._form.fields, self.copies)
        for field in fields:
            if isinstance(shown, Refused) and field.name == shown.field:
                self._form.show_field(field.name)
        self._office.telling.tell(shown, fields)
        if isinstance(problem, Refused) and problem.field in {"day", "time"}:
            self._form.settle()  # a day that cannot be read says more than "say when"
        focused = QApplication.focusWidget()
        if focused is not None and self._form.isAncestorOf(focused):
            self._form.see(focused)

    def _written(self) -> Disclosure:
        recording, person = self._form.recording, self._office.desk.person
        draft, wrong, copies = self._form.draft, self._correcting.number, self.copies.ready()
        if wrong is None:
            return recording.save(draft, person, copies)
        return recording.correct(wrong, draft, self._correcting.reason, person, copies)

    def _say_saved(self, entry: Disclosure, *, sealed: bool) -> None:
        if self.toast is None:
            self.toast = SavedToast(self._page.window())
        show = partial(self._office.go, "log", entry=entry.number, sealed=sealed)
        self.toast.say_saved(said_number(entry.number, sealed=sealed), show)
