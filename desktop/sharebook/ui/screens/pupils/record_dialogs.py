"""Names and numbers, flags, protected whereabouts: what changes in a child's record."""

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from sharebook.domain.flows import Flow
from sharebook.domain.pupils import Pupil
from sharebook.services.naming import Named
from sharebook.ui.look import look
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.pupils.asking import PupilDialog
from sharebook.ui.widgets.date_field import DateField
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.hugging import Hugging
from sharebook.ui.widgets.sheet import notice
from sharebook.words.days import and_joined, count

_SHOWN = 3
_TALL = 220
_FEW = 4  # ticks that need no scroll bar


class NamesDialog(PupilDialog):
    """Asks what the child is called, and for its numbers."""

    part = "names"

    def __init__(self, window: QWidget, office: Office, pupil: Pupil) -> None:
        super().__init__(window, office, f"Names and numbers of {pupil.full_name}", pupil)
        self.born = DateField(office.desk.clock)
        self.born.show_day(pupil.born)
        upn, number = QLineEdit(pupil.upn), QLineEdit(pupil.admission_number)
        self.fields = {
            "surname": Field("surname", "Legal &surname", QLineEdit(pupil.surname)),
            "forename": Field("forename", "Legal &forename", QLineEdit(pupil.forename)),
            "known_as": Field("known_as", "&Known as, if it differs", QLineEdit(pupil.known_as)),
            "born": Field("born", "&Born on", self.born),
            "upn": Field("upn", "&Unique pupil number", upn, "The one before is kept"),
            "admission_number": Field("admission_number", "A&dmission number", number),
            "reason": Field("reason", "Wh&y does it change?", QLineEdit()),
        }
        words = "A former surname and a former number stay with the child, and are found."
        self.ask(words, "Sa&ve the change", "reason")
        self.fields["surname"].inner.setFocus()

    def save(self) -> None:
        """Write them."""
        desk = self.office.desk
        wanted = Named(
            self.text("surname"),
            self.text("forename"),
            self.born.day,
            self.text("known_as"),
            self.text("upn"),
            self.text("admission_number"),
        )
        desk.pupils.naming.change(self.pupil.id, wanted, self.text("reason"), desk.person)


class FlagsDialog(PupilDialog):
    """Offers the school's own flags and those ready-made sharing asks for; takes a new one."""

    part = "flags"

    def __init__(self, window: QWidget, office: Office, pupil: Pupil) -> None:
        super().__init__(window, office, f"Flags of {pupil.full_name}", pupil, 560)
        flagging = office.desk.pupils.flagging
        known = sorted({*flagging.known(), *pupil.flags}, key=str.casefold)
        self.ticks = [_tick(each, "", on=each in pupil.flags) for each in known]
        self.ticks += [
            _tick(it, ", for ready-made sharing", on=False) for it in flagging.suggested()
        ]
        self.new = QLineEdit()
        self.fields = {"flag": Field("flag", "A &new flag", self.new, "A few words of your own")}
        words = "Regular sharing can take in the children with a flag. It counts from today."
        parts = [*([_listed(self.ticks)] if self.ticks else []), self.fields["flag"]]
        self.lay_out(words, parts, "&Save the flags", "Cancel")
        self.act.clicked.connect(lambda: self.write(self.save))
        self.keep()
        (self.ticks[0] if self.ticks else self.new).setFocus()

    def save(self) -> None:
        """Write exactly what is ticked, and the new one."""
        desk = self.office.desk
        wanted = [tick.property("flag") for tick in self.ticks if tick.isChecked()]
        flags = [*wanted, self.new.text()]
        desk.pupils.flagging.set_to(self.pupil.id, flags, desk.person)


class ProtectDialog(PupilDialog):
    """Asks who decided to protect the child's whereabouts, or to do so no longer, and why."""

    part = "protect"

    def __init__(self, window: QWidget, office: Office, pupil: Pupil) -> None:
        deed = "Protect no longer where" if pupil.protected else "Protect where"
        super().__init__(window, office, f"{deed} {pupil.full_name} is?", pupil)
        self.fields = {
            "decided_by": Field("decided_by", "&Who decided", QLineEdit(), "Name and post"),
            "because": Field("because", "Wh&y", QLineEdit(), "Kept here, never printed"),
        }
        act = "&Protect no longer" if pupil.protected else "&Protect"
        told = notice("gap", *(self._ends() if pupil.protected else self._stops()))
        parts = [told, *self.fields.values()]
        self.lay_out("", parts, act, "Leave it as it is", risky=pupil.protected)
        self.act.clicked.connect(lambda: self.write(self.save))
        self.keep()
        self.fields["decided_by"].inner.setFocus()

    def _stops(self) -> tuple[str, str]:
        reaches = self.office.desk.pupils.protecting.reaches(self.pupil.id)
        first = "What could give the place away is shared and printed no more."
        stops = f"Left out of: {self._named(reaches.stops)}." if reaches.stops else ""
        number = len(reaches.goes_on)
        goes = f"{count(number, 'purpose')} of regular sharing {'go' if number != 1 else 'goes'} on"
        on = f"{goes} without it." if number else ""
        return first, " ".join(part for part in (stops, on) if part)

    def _ends(self) -> tuple[str, str]:
        first = "What could give the place away can be shared and printed again."
        return first, "Regular sharing that left the child out takes it in again, from today."

    def _named(self, flows: tuple[Flow, ...]) -> str:
        known = self.office.desk.book.recipients()
        names = list(dict.fromkeys(known[flow.recipient].name for flow in flows))
        more = [count(len(names) - _SHOWN, "other")] if len(names) > _SHOWN else []
        return and_joined([*names[:_SHOWN], *more])

    def save(self) -> None:
        """Write it."""
        desk = self.office.desk
        desk.pupils.protecting.set_to(
            self.pupil.id,
            protected=not self.pupil.protected,
            decided_by=self.text("decided_by"),
            because=self.text("because"),
            person=desk.person,
        )


def _tick(flag: str, more: str, *, on: bool) -> QCheckBox:
    made = QCheckBox((flag + more).replace("&", "&&"))
    made.setProperty("flag", flag)
    made.setChecked(on)
    return made


def _listed(ticks: list[QCheckBox]) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setSpacing(look().px(4))
    for each in ticks:
        column.addWidget(each)
    if len(ticks) <= _FEW:
        return page
    column.addStretch(1)
    area = Hugging(page)
    area.setMaximumHeight(look().px(_TALL))
    return area
