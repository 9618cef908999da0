"""Put a hold: why, on what, and what it is about."""

from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.domain.errors import Refused, SharebookError
from sharebook.domain.holds import HoldReason
from sharebook.domain.names import PupilId, RecipientId
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.screens.base import Office
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.picker import Picker, among
from sharebook.ui.widgets.popup import Choice
from sharebook.ui.widgets.sheet import line, row
from sharebook.words.disposal import HOLD_REASONS


class HoldDialog(SheetDialog):
    """A hold only keeps things, so putting it is the safe answer; Esc puts none.

    Attributes:
        pupil, recipient: whom it covers; both empty covers everything.
    """

    def __init__(self, window: QWidget, office: Office) -> None:
        super().__init__(window, "Put a hold", 620)
        self._office = office
        self.why = Combo([(_capital(HOLD_REASONS[each]), each) for each in HoldReason])
        self.note = QLineEdit()
        self.pupil = Picker(self._pupils, "Any child")
        self.recipient = Picker(among(_recipients(office)), "Any recipient")
        self.fields = {
            "why": Field("why", "Wh&y?", self.why),
            "note": Field("note", "What is it &about?", self.note, "So that it is lifted in time"),
            "pupil": Field("pupil", "Only this &child", self.pupil, "Empty: every child"),
            "recipient": Field(
                "recipient", "Only what this &recipient got", self.recipient, "Empty: every one"
            ),
        }
        self.save = button("Put the hold", "go", key="Enter")
        self.cancel = button("Cancel", key="Esc")
        self._lay_out()
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.reject)
        self.save.setDefault(True)
        self.note.setFocus()

    def _lay_out(self) -> None:
        self.column.addWidget(label("Put a hold", "h2"))
        self.column.addWidget(line("rule"))
        told = "While it stands, nothing it covers can be disposed of."
        self.column.addWidget(label(told, wrap=True))
        for field in self.fields.values():
            self.column.addWidget(field)
        self.column.addSpacing(look().px(8))
        self.column.addLayout(row(1, self.cancel, self.save))

    def _pupils(self, typed: str) -> list[Choice]:
        found = self._office.desk.answering.find(typed, limit=8)
        return [Choice(each.full_name, each.id) for each in found]

    def _on_save(self) -> None:
        for field in self.fields.values():
            field.complain("")
        desk = self._office.desk
        pupil, recipient = self.pupil.value, self.recipient.value
        try:
            self._refuse_half_typed()
            desk.retaining.hold(
                HoldReason(str(self.why.currentData())),
                self.note.text(),
                desk.person,
                PupilId(pupil) if isinstance(pupil, int) else None,
                RecipientId(recipient) if isinstance(recipient, int) else None,
            )
        except SharebookError as problem:
            self._office.telling.tell(problem, self.fields.values())
            self.fit()
            return
        self.accept()

    def _refuse_half_typed(self) -> None:
        """Let no name that was typed but not chosen turn into a hold on everybody."""
        for name, picker in (("pupil", self.pupil), ("recipient", self.recipient)):
            if picker.value is None and picker.edit.text().strip():
                raise Refused("hold_half_typed", name, words=picker.edit.text().strip())


def _recipients(office: Office) -> list[Choice]:
    known = sorted(office.desk.book.recipients().values(), key=lambda each: each.name.casefold())
    return [Choice(each.name, each.id) for each in known]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
