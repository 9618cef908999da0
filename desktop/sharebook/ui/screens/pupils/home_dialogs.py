"""Who lives with whom: put together, taken apart."""

from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.domain.names import PupilId
from sharebook.domain.pupils import Pupil
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.pupils.asking import PupilDialog
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.picker import Picker, among
from sharebook.ui.widgets.popup import Choice


class TogetherDialog(PupilDialog):
    """Asks who lives with the child; `suggested` is filled in already, and nothing is saved."""

    part = "together"

    def __init__(
        self, window: QWidget, office: Office, pupil: Pupil, suggested: PupilId | None = None
    ) -> None:
        super().__init__(window, office, f"Who lives with {pupil.full_name}?", pupil)
        choices = _children(office, pupil)
        self.who = Picker(among(choices), "Type a name or a class", several=True)
        self.fields = {"pupils": Field("pupils", "&Children", self.who)}
        words = "Ask the family. Children of one household can be recorded together."
        self.lay_out(words, list(self.fields.values()), "&Put them together", "Cancel")
        self.act.clicked.connect(lambda: self.write(self.save))
        self.who.show_picked([each for each in choices if each.value == suggested])
        self.who.setFocus()

    def save(self) -> None:
        """Write the household."""
        desk = self.office.desk
        others = [PupilId(int(str(each))) for each in self.who.values]
        desk.pupils.housing.put_together((self.pupil.id, *others), desk.person)


class ApartDialog(PupilDialog):
    """Asks why a child lives with the others no longer."""

    part = "apart"

    def __init__(self, window: QWidget, office: Office, pupil: Pupil) -> None:
        title = f"{pupil.full_name} lives there no longer?"
        super().__init__(window, office, title, pupil, 560)
        self.fields = {"reason": Field("reason", "Wh&y", QLineEdit())}
        words = "The others stay together. That they lived together is kept among the changes."
        self.ask(words, "&Take out of the household", risky=True)
        self.fields["reason"].inner.setFocus()

    def save(self) -> None:
        """Write it."""
        desk = self.office.desk
        desk.pupils.housing.take_apart(self.pupil.id, self.text("reason"), desk.person)


def _children(office: Office, pupil: Pupil) -> list[Choice]:
    today = office.desk.clock.today()
    return [
        Choice(it.pupil.full_name, int(it.pupil.id), it.spell.class_name if it.spell else "")
        for it in office.desk.choosing.everyone(today)
        if it.pupil.id != pupil.id
    ]
