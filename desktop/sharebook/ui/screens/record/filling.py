"""Filling the form from what is there: an entry once more, for others, to put right, the last."""

from sharebook.bootstrap.sealed_log import log_of
from sharebook.domain.sealed import said_number
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.record.drafts import FormDrafts
from sharebook.ui.screens.record.form import Form


class Filling:
    """Lets what stood in the form wait, and fills it anew."""

    def __init__(self, office: Office, form: Form, drafts: FormDrafts) -> None:
        self._office = office
        self._form = form
        self._drafts = drafts

    def entry(self, number: int, how: str, *, sealed: bool) -> None:
        """Show an entry of the log as a draft.

        Args:
            number: of the entry.
            how: "correct" to put it right, "again" for the same, "copy" for the same about others.
            sealed: it stands in the sealed log; what is made of it stays there.

        Raises:
            Refused: there is no such entry, or it was recorded by mistake.
        """
        recording = log_of(self._office.desk, sealed=sealed).recording
        does = {
            "correct": recording.reopen,
            "again": recording.repeat,
            "copy": recording.duplicate,
        }
        filled = does[how](recording.entry(number).record)
        back = self._drafts.make_room()
        self._form.show_draft(filled)
        self._form.show_sealed(sealed=sealed, fixed=sealed or how == "correct")
        if how == "copy":
            said = said_number(number, sealed=sealed)
            self._drafts.shown.emit(f"Filled in as entry {said}. About whom is it now?")
        if back is not None:
            self._office.toast.say("The form was filled anew", back)

    def seal(self) -> bool:
        """Let the form be for the sealed log; say whether what stood in it had to give way.

        A correction of the open log cannot become one of the sealed log: it waits instead.
        """
        if self._form.sealed:
            return False
        gives_way = self._form.stays
        back = self._drafts.make_room() if gives_way else None
        if gives_way:
            self._form.begin()
        self._form.show_sealed(sealed=True)
        if back is not None:
            self._office.toast.say("The form was emptied", back)
        return gives_way

    def last(self) -> None:
        """Fill the form as the newest entry was."""
        recording = self._office.desk.recording
        entry = recording.last()
        if entry is None:
            self._office.toast.say("Nothing has been recorded yet")
            return
        back = self._drafts.way_back()
        self._form.show_draft(recording.repeat(entry))
        self._drafts.keeper.touched()
        self._office.toast.say(f"Filled in as entry {entry.number}", back)


def asked_for(**numbers: int | None) -> tuple[int, str]:
    """Return the number that was given, and under which name; 0 if there is none."""
    given = ((number, name) for name, number in numbers.items() if number is not None)
    return next(given, (0, ""))
