"""Left, came back, changed class, registered at two schools: what changes on the roll."""

from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.domain.names import NO_CODE, Code
from sharebook.domain.pupils import Pupil, Spell
from sharebook.services.dual_registering import Elsewhere
from sharebook.services.returning import Place
from sharebook.services.wording import year_and_class
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.pupils.asking import PupilDialog
from sharebook.ui.screens.recipients.laying import narrow
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.field import Field


def _year(typed: str) -> str:
    return typed.upper().removeprefix("YEAR").strip()


class LeaveDialog(PupilDialog):
    """Asks for the last day, and where the child went."""

    part = "leave"

    def __init__(self, window: QWidget, office: Office, pupil: Pupil) -> None:
        super().__init__(window, office, f"{pupil.full_name} left", pupil)
        self.day = self.a_day()
        self.fields = {
            "last_day": Field("last_day", "&Last day here", self.day),
            "left_for": Field("left_for", "&Where to", QLineEdit(), "Can wait"),
        }
        words = "Regular sharing ends with that day. The record and its log stay."
        self.ask(words, "&Save that the child left")
        self.day.setFocus()

    def save(self) -> None:
        """Write the leaving."""
        desk = self.office.desk
        last = self.day.day or desk.clock.today()
        desk.pupils.leaving.leave(self.pupil.id, last, self.text("left_for"), desk.person)


class PlaceDialog(PupilDialog):
    """Asks for year, class and first day: of a child that comes back, or changes class."""

    def __init__(
        self, window: QWidget, office: Office, pupil: Pupil, now: Spell | None, *, back: bool
    ) -> None:
        self.part = "return" if back else "move"
        deed = "came back" if back else "changed class"
        super().__init__(window, office, f"{pupil.full_name} {deed}", pupil)
        self._back = back
        self.day = self.a_day()
        year = QLineEdit("" if back or now is None else now.year)
        self.fields = {
            "year": Field("year", "&Year group", year, "R, 1 to 13, or N1"),
            "class_name": Field("class_name", "&Class", QLineEdit()),
            "first_day": Field("first_day", "On roll f&rom" if back else "F&rom", self.day),
        }
        was = f"So far: {year_and_class(now)}." if now else ""
        kept = "A new time on roll begins; the earlier one stays as it was." if back else ""
        self.ask(" ".join(part for part in (was, kept) if part), "&Save that the child " + deed)
        (self.fields["year"] if back else self.fields["class_name"]).inner.setFocus()

    def save(self) -> None:
        """Write the period."""
        desk = self.office.desk
        first = self.day.day or desk.clock.today()
        place = Place(_year(self.text("year")), self.text("class_name"), first)
        if self._back:
            desk.pupils.returning.come_back(self.pupil.id, place, desk.person)
        else:
            desk.pupils.changing_class.change(self.pupil.id, place, desk.person)


class TwoSchoolsDialog(PupilDialog):
    """Asks how the child is registered here, and which the other school is."""

    part = "dual"

    def __init__(self, window: QWidget, office: Office, pupil: Pupil, now: Spell) -> None:
        super().__init__(window, office, f"{pupil.full_name} at two schools", pupil)
        rows = office.desk.catalogues.enrolments
        here = [(f"{row.words} of the two", str(code)) for code, row in rows.items()]
        self.kind = Combo([("At this school alone", str(NO_CODE)), *here])
        self.kind.choose(str(now.enrolment))
        narrow(self.kind)
        self.day = self.a_day()
        other = QLineEdit(now.other_school)
        other.setCursorPosition(0)
        self.fields = {
            "enrolment": Field("enrolment", "&Here the child is", self.kind),
            "other_school": Field("other_school", "&Other school", other),
            "first_day": Field("first_day", "F&rom", self.day),
        }
        self.ask("", "&Save how the child is registered", "enrolment")
        self.kind.setFocus()

    def save(self) -> None:
        """Write it."""
        desk = self.office.desk
        first = self.day.day or desk.clock.today()
        wanted = Elsewhere(Code(self.kind.currentData()), self.text("other_school"), first)
        desk.pupils.dual_registering.register(self.pupil.id, wanted, desk.person)
