"""Shut one child out of a recipient or one purpose; and let it in again."""

from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.domain.flows import Exclusion, Flow
from sharebook.domain.names import NO_CODE, ExclusionId, FlowId, PupilId
from sharebook.domain.recipients import Recipient
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.recipients.asking import AskingDialog
from sharebook.ui.screens.recipients.laying import in_two, narrow
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.date_field import DateField
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.picker import Picker, among
from sharebook.ui.widgets.popup import Choice
from sharebook.words.days import long_day


class ShutOutDialog(AskingDialog):
    """Asks which child, out of what, why and for how long."""

    def __init__(
        self, window: QWidget, office: Office, to: Recipient, flows: tuple[Flow, ...]
    ) -> None:
        super().__init__(window, office, f"Shut a child out of {to.name}", 660)
        desk = office.desk
        self._to = to
        self.pupil = Picker(among(_children(office)), "Type a name or a class")
        purposes = [(each.purpose[:1].upper() + each.purpose[1:], int(each.id)) for each in flows]
        self.what = Combo([("Everything they get", 0), *purposes])
        rows = desk.catalogues.exclusion_kinds
        self.kind = Combo(
            [("Not said yet", NO_CODE), *((it.words, code) for code, it in rows.items())]
        )
        self.reason = QLineEdit()
        self.first, self.last = DateField(desk.clock, ahead=True), DateField(desk.clock, ahead=True)
        self.first.show_day(desk.clock.today())
        self.last.setPlaceholderText("No end")
        narrow(self.what, self.kind)
        self.fields = {
            "pupil": Field("pupil", "Which &child", self.pupil),
            "flow": Field("flow", "Out of &what", self.what),
            "kind": Field("kind", "Wh&y", self.kind),
            "reason": Field("reason", "&More about it", self.reason),
            "first_day": Field("first_day", "&From", self.first),
            "last_day": Field("last_day", "&Until, if it ends", self.last),
        }
        page = QWidget()
        in_two(page, self.fields.values(), (self.fields["pupil"], self.fields["flow"]))
        words = "Nothing more goes there about this child, and their answer says so."
        self.lay_out(words, [page], "&Shut the child out", "Cancel")
        self.act.clicked.connect(self._on_act)
        self.pupil.setFocus()

    def _on_act(self) -> None:
        self.write(self._write)

    def _write(self) -> None:
        desk = self.office.desk
        verbs, flow = desk.map.shutting_out, self.what.currentData()
        wanted = Exclusion(
            ExclusionId(0),
            PupilId(int(str(self.pupil.value or 0))),
            self._to.id,
            verbs.reason(self.kind.currentData() or NO_CODE, self.reason.text()),
            self.first.day or desk.clock.today(),
            self.last.day,
            FlowId(flow) if flow else None,
        )
        verbs.shut_out(wanted, desk.person)


class LetInDialog(AskingDialog):
    """Asks from which day and why."""

    def __init__(self, window: QWidget, office: Office, shut: Exclusion, name: str) -> None:
        super().__init__(window, office, f"Let {name} in again?", 560)
        self._shut = shut
        self.first = DateField(office.desk.clock, ahead=True)
        self.first.show_day(office.desk.clock.today())
        self.reason = QLineEdit()
        self.fields = {
            "first_day": Field("first_day", "&From", self.first),
            "reason": Field("reason", "Wh&y", self.reason),
        }
        words = f"Shut out since {long_day(shut.first_day)}. {shut.reason}"
        self.lay_out(words, list(self.fields.values()), "&Let in again", "Leave it", risky=True)
        self.act.clicked.connect(self._on_act)
        self.reason.setFocus()

    def _on_act(self) -> None:
        desk = self.office.desk
        first = self.first.day or desk.clock.today()
        verbs = desk.map.shutting_out
        self.write(
            lambda: verbs.let_in_again(self._shut.id, first, self.reason.text(), desk.person)
        )


def _children(office: Office) -> list[Choice]:
    today = office.desk.clock.today()
    return [
        Choice(it.pupil.full_name, int(it.pupil.id), it.spell.class_name if it.spell else "")
        for it in office.desk.choosing.everyone(today)
        if not it.left
    ]
