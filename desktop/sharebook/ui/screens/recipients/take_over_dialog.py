"""Another firm took over: the old one ends, the new one goes on with the chosen purposes."""

from datetime import timedelta

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from sharebook.domain.flows import Flow
from sharebook.domain.names import FlowId, RecipientId
from sharebook.domain.recipients import Recipient
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.recipients.asking import AskingDialog
from sharebook.ui.screens.recipients.laying import in_two
from sharebook.ui.widgets.date_field import DateField
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label

_WORDS = (
    "The old one stays, with everything it was given. The new one is a recipient of its own. Its "
    "contract or agreement must be made anew. Children who were shut out stay shut out."
)


class TakeOverDialog(AskingDialog):
    """Asks who took over, when, and which purposes go on.

    Attributes:
        saved: the new recipient, once the dialog was accepted.
    """

    def __init__(
        self, window: QWidget, office: Office, old: Recipient, flows: tuple[Flow, ...]
    ) -> None:
        super().__init__(window, office, f"Another firm took over from {old.name}", 660)
        self._old = old
        self.saved: Recipient | None = None
        self.name = QLineEdit()
        self.last = DateField(office.desk.clock)
        self.last.show_day(office.desk.clock.today() - timedelta(days=1))
        self.fields = {
            "name": Field("name", "&Name of the new one", self.name),
            "last_day": Field("last_day", "&Last day of the old one", self.last),
        }
        self.ticks = {each.id: _tick(each) for each in flows}
        page = QWidget()
        in_two(page, self.fields.values(), (self.fields["name"],))
        heading = [label("These purposes go on with the new one", "h3")] if flows else []
        parts = [page, *heading, *self.ticks.values()]
        self.lay_out(_WORDS, parts, "&Put the new one in its place", "Cancel")
        self.act.clicked.connect(lambda: self.write(self._write))
        self.name.setFocus()

    @property
    def chosen(self) -> list[FlowId]:
        """The purposes that go on."""
        return [flow for flow, tick in self.ticks.items() if tick.isChecked()]

    def _write(self) -> None:
        desk, old = self.office.desk, self._old
        new = Recipient(RecipientId(0), self.name.text().strip(), old.kind, old.role, old.units)
        last = self.last.day or desk.clock.today()
        self.saved = desk.map.replacing.take_over(old.id, new, last, self.chosen, desk.person)


def _tick(flow: Flow) -> QCheckBox:
    words = flow.purpose[:1].upper() + flow.purpose[1:]
    tick = QCheckBox(words.replace("&", "&&"))
    tick.setChecked(True)
    return tick
