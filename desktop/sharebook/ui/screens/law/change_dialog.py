"""Write down what the data protection officer decided about one row."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.domain.amendments import Switch
from sharebook.domain.errors import SharebookError
from sharebook.services.amending import Decision, LawLine
from sharebook.services.explaining import ours
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.screens.base import Office
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.date_field import DateField
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import line, row
from sharebook.words.law import SWITCHES, stands

_TITLE = "Change this row"
_AFTER = "What was shared before that day stays as it was. The decision stays on record."


class ChangeDialog(SheetDialog):
    """Leaving it is the safe answer: Enter in a field only leads on, Esc leaves it."""

    def __init__(self, window: QWidget, office: Office, of: LawLine) -> None:
        super().__init__(window, _TITLE, 660)
        self._office = office
        self._of = of
        own = of.amendment.record if of.amendment else None
        here = of.here.words if of.here else ""
        self.switch = Combo([(words, each) for each, words in SWITCHES.items()])
        self.switch.choose(own.switch if own else Switch.SHIPPED)
        self.since = DateField(office.desk.clock, ahead=True)
        self.since.show_day(own.first_day if own else office.desk.clock.today())
        self.words = QLineEdit(here)
        self.because = QLineEdit()
        self.approved = QLineEdit(office.desk.school().dpo)
        self.fields = {
            "switch": Field("switch", "Does it &count here?", self.switch),
            "first_day": Field("first_day", "&From", self.since),
            "words": Field("words", "Your &own words", self.words, "As shipped, unless changed"),
            "because": Field("because", "Wh&y?", self.because),
            "approved_by": Field(
                "approved_by", "On &whose word?", self.approved, "The data protection officer"
            ),
        }
        self.since.complained.connect(self.fields["first_day"].complain)
        self.save = button("Write it &down")
        self.leave = button("Leave it as it is", "go", key="Esc")
        self._lay_out()
        self.save.clicked.connect(self._on_save)
        self.leave.clicked.connect(self.reject)
        self.leave.setDefault(True)
        self.switch.setFocus()

    def _lay_out(self) -> None:
        of, day = self._of, self._office.desk.clock.today()
        self.column.addWidget(label(_TITLE, "h2"))
        self.column.addWidget(line("rule"))
        shipped = of.shipped
        if shipped is not None:
            self.column.addWidget(label(shipped.words, "b", wrap=True))
            told = f"{shipped.source}. As shipped: {stands(shipped, day).lower()}."
            self.column.addWidget(label(told, "muted", wrap=True))
        if of.amendment is not None:
            self.column.addWidget(label(ours(of), "small", wrap=True))
        for field in self.fields.values():
            self.column.addWidget(field)
        self.column.addWidget(label(_AFTER, "small", wrap=True))
        self.column.addSpacing(look().px(6))
        self.column.addLayout(row(1, self.save, self.leave))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter in a field leads on to the next, and after the last to the button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            order = [*(field.inner for field in self.fields.values()), self.save]
            focused = self.focusWidget()
            here = next((place for place, each in enumerate(order) if each is focused), None)
            if here is not None and here + 1 < len(order):
                order[here + 1].setFocus(Qt.FocusReason.TabFocusReason)
                return
        super().keyPressEvent(event)

    def _on_save(self) -> None:
        for field in self.fields.values():
            field.complain("")
        desk = self._office.desk
        decision = Decision(
            Switch(str(self.switch.currentData())),
            self.since.day or desk.clock.today(),
            self.because.text(),
            self.approved.text(),
            self.words.text(),
        )
        try:
            desk.amending.decide(self._of.catalogue, self._of.code, decision, desk.person)
        except SharebookError as problem:
            self._office.telling.tell(problem, self.fields.values())
            self.setFixedHeight(max(self.height(), self._outer.heightForWidth(self.width())))
            return
        desk.read_lists_again()
        self.accept()
