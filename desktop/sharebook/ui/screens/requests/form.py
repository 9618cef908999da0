"""What is asked about a request: five answers, and the rest that can wait."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from sharebook.bootstrap.desk import Desk
from sharebook.domain.disclosures import Asker
from sharebook.domain.errors import Refused
from sharebook.domain.kept_drafts import Texts
from sharebook.domain.names import NO_CODE, Code, PupilId, RecipientId, RequestId
from sharebook.domain.requests import Request
from sharebook.ui.look import look
from sharebook.ui.screens.record.item_choices import OWN, ItemChoices
from sharebook.ui.screens.record.opening_picker import OpeningPicker
from sharebook.ui.screens.record.pupil_choices import PupilChoices
from sharebook.ui.screens.record.pupils_picked import pupils_of
from sharebook.ui.screens.requests.askers import Askers
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.date_field import DateField
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.picker import Picker
from sharebook.ui.widgets.popup import Choice

_SHORT = 10  # letters a closed list shows at least


class RequestForm(QWidget):
    """Reads and shows a Request, letter by letter what is half-typed too.

    Attributes:
        fields: every field, for messages; the five first.
    """

    def __init__(self, desk: Desk, *, wide: bool = True) -> None:
        super().__init__()
        clock, lists = desk.clock, desk.catalogues
        self._known = Request(RequestId(0), clock.today())
        self._askers = Askers(desk.book.recipients())
        self._roll = PupilChoices(desk.choosing, clock.today())
        self._items = ItemChoices(lists.items)
        self.who = OpeningPicker(self._askers.find, "An organisation you know, or write its name")
        self.pupils = Picker(self._roll.find, "Name, class, year", several=True)
        self.items = Picker(self._kinds, "Helps to decide", several=True)
        self.came = DateField(clock)
        self.wanted_by = DateField(clock, "fri, 14/9", ahead=True)
        self.method = _ways((row.words, row.code) for row in lists.methods.values())
        self.texts = {
            name: QLineEdit()
            for name in ("asked_for", "purpose", "name", "post", "power", "tracking", "note")
        }
        self.five = (
            Field("who", "Who &asks?", self.who),
            Field("pupils", "About &which pupils?", self.pupils),
            Field("asked_for", "W&hat do they ask for?", self.texts["asked_for"]),
            Field("purpose", "Wh&y do they need it?", self.texts["purpose"]),
            Field("received_on", "Which day did it &come?", self.came),
        )
        self.rest = (
            Field("name", "&Name of whoever asks", self.texts["name"]),
            Field("post", "Their p&ost", self.texts["post"]),
            Field("wanted_by", "Wanted &by", self.wanted_by),
            Field("power", "&Law or task they rely on", self.texts["power"]),
            Field("method", "How it came", self.method),
            Field("tracking", "Their &reference", self.texts["tracking"]),
            Field("items", "&Kinds of data", self.items),
            Field("note", "No&te", self.texts["note"]),
        )
        self.fields = (*self.five, *self.rest)
        grows = QSizePolicy.Policy.MinimumExpanding  # or a title above takes a message's room
        self.setSizePolicy(QSizePolicy.Policy.Preferred, grows)
        self._lay_out(wide=wide)
        self.who.changed.connect(self._on_who)
        self.show_request(self._known)

    def _on_who(self, values: object) -> None:
        if values:
            self.pupils.edit.setFocus()  # Enter goes on to the next question

    def _lay_out(self, *, wide: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(8))
        for field in self.five:
            column.addWidget(field)
        column.addSpacing(look().px(6))
        column.addWidget(label("The rest can wait", "h3"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look().px(14))
        grid.setVerticalSpacing(look().px(8))
        across = 2 if wide else 1
        for place, field in enumerate(self.rest):
            grid.addWidget(field, place // across, place % across, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place % across, 1)
        column.addLayout(grid)

    def _kinds(self, typed: str) -> list[Choice]:
        return [each for each in self._items.find(typed) if not str(each.value).startswith(OWN)]

    def show_request(self, asked: Request) -> None:
        """Show what a request says."""
        self._known = asked
        self.who.show_picked(self._askers.picked(asked))
        self.pupils.show_picked(self._roll.standing_for(asked.pupils))
        self.items.show_picked(self._items.chips(asked.items, "", ()))
        self.came.show_day(asked.received_on)
        self.wanted_by.show_day(asked.wanted_by)
        self.method.choose(asked.method)
        said = {"name": asked.asker.name, "post": asked.asker.post}
        for name, edit in self.texts.items():
            edit.setText(said.get(name) or ("" if name in said else str(getattr(asked, name))))
            edit.setCursorPosition(0)
        for field in self.fields:
            field.complain("")

    @property
    def request(self) -> Request:
        """The request as it stands.

        Raises:
            Refused: `request_when`, no day on which it came.
        """
        for edit in (self.came, self.wanted_by):
            edit.editingFinished.emit()  # a day that is typed but not left
        if self.came.day is None:
            raise Refused("request_when", "received_on")
        recipient, organisation = self._askers.said(self.who)
        text = {name: edit.text() for name, edit in self.texts.items()}
        return replace(
            self._known,
            received_on=self.came.day,
            recipient=recipient,
            asker=Asker(text["name"], text["post"], organisation),
            pupils=pupils_of(self.pupils.values),
            items=tuple(Code(str(each)) for each in self.items.values),
            asked_for=text["asked_for"],
            purpose=text["purpose"],
            power=text["power"],
            wanted_by=self.wanted_by.day,
            method=Code(str(self.method.currentData() or NO_CODE)),
            tracking=text["tracking"],
            note=text["note"],
        )

    def state(self) -> Texts:
        """Return everything that stands in the form, half-typed words too."""
        recipient, organisation = self._askers.said(self.who)
        lines = {name: edit.text() for name, edit in self.texts.items()}
        lines |= {"who": organisation, "came": self.came.text(), "wanted": self.wanted_by.text()}
        chosen = {
            "recipient": () if recipient is None else (str(int(recipient)),),
            "pupils": tuple(str(int(each)) for each in pupils_of(self.pupils.values)),
            "items": tuple(str(each) for each in self.items.values),
            "method": (str(self.method.currentData()),),
        }
        return Texts(lines, int(self._known.id) or None, chosen)

    def show_state(self, state: Texts, known: frozenset[PupilId]) -> None:
        """Show everything as it stood; children nobody knows any more are left out."""
        chosen = state.choices
        recipients = chosen.get("recipient", ())
        typed = Request(
            self._known.id,
            self._known.received_on,
            recipient=RecipientId(int(recipients[0])) if recipients else None,
            asker=Asker(organisation=state.lines.get("who", "")),
            pupils=tuple(
                PupilId(int(each)) for each in chosen.get("pupils", ()) if int(each) in known
            ),
            items=tuple(Code(each) for each in chosen.get("items", ())),
            method=Code(next(iter(chosen.get("method", ())), NO_CODE)),
        )
        kept = self._known
        self.show_request(typed)
        self._known = kept
        for name, edit in self.texts.items():
            edit.setText(state.lines.get(name, ""))
        for edit, name in ((self.came, "came"), (self.wanted_by, "wanted")):
            edit.setText(state.lines.get(name, ""))
            edit.editingFinished.emit()


def _ways(known: Iterable[tuple[str, object]]) -> Combo:
    """Return the list of how it came; closed, it is no wider than its column."""
    made = Combo([("Not said", NO_CODE), *known])
    made.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(_SHORT)
    return made
