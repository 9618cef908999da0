"""The five questions: to whom and for what, which pupils, what, why, when."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sharebook.bootstrap.desk import Desk
from sharebook.domain.drafts import Draft
from sharebook.domain.findings import Finding
from sharebook.domain.kept_drafts import Chip
from sharebook.domain.names import PupilId
from sharebook.services.gathering import Taken
from sharebook.services.recording import FlowChoice
from sharebook.ui.actions import bind
from sharebook.ui.folding import folded
from sharebook.ui.look import look
from sharebook.ui.screens.record.item_choices import ItemChoices
from sharebook.ui.screens.record.opening_picker import OpeningPicker
from sharebook.ui.screens.record.pupil_choices import PupilChoices
from sharebook.ui.screens.record.pupils_picked import Picked, left_out, pupils_of, summary
from sharebook.ui.screens.record.pupils_picker import PupilPicker
from sharebook.ui.widgets.date_field import DateField
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.picker import Picker
from sharebook.ui.widgets.popup import Choice

_UNKNOWN = (
    "Nobody here has these words",
    "Try one word of the name, or add them under Recipients. This form is kept.",
)


class Five(QWidget):
    """Reads and shows the five answers of a draft.

    Signals:
        changed: an answer changed, by a person.
        chosen: the FlowChoice picked, or None when it was taken away; or what `further` offered.

    Attributes:
        further: what else letters in the first field may mean.
    """

    changed = Signal()
    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._choices: dict[FlowChoice, Choice] = {}
        self._roll = PupilChoices(desk.choosing, desk.clock.today())
        self._items = ItemChoices(desk.catalogues.items)
        self._own_purpose = False
        self.further: Callable[[str], list[Choice]] = lambda _typed: []
        self.recipient = OpeningPicker(self._recipients, "Organisation, purpose, or any word of it")
        self.recipient.say_if_nothing(*_UNKNOWN)
        self.pupils = PupilPicker(self._roll.find)
        self.items = Picker(self._items.find, "What they were given", several=True)
        self.purpose = QLineEdit(placeholderText="So that…")
        self.day = DateField(desk.clock)
        self.fields = (
            Field("recipient", "&Sent to whom, and for what?", self.recipient),
            Field("pupils", "&About which pupils?", self.pupils),
            Field("items", "&What was sent?", self.items),
            Field("purpose", "Why was it &needed?", self.purpose),
            Field("day", "Wh&en?", self.day),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(6))
        for field in self.fields:
            column.addWidget(field)
        self._connect()

        bind(self, "list", self.pupils.paste_list)

    def _connect(self) -> None:
        self.recipient.changed.connect(self._on_recipient)
        self.pupils.changed.connect(self._on_pupils)
        self.items.changed.connect(self.changed)
        self.purpose.textEdited.connect(self._on_purpose)
        self.day.chosen.connect(self._on_day)

    @property
    def out(self) -> tuple[PupilId, ...]:
        """The children left out by name."""
        return left_out(self.pupils.values)

    def read(self, draft: Draft) -> Draft:
        """Return `draft` with the five answers as they stand."""
        items, description = self._items.said(self.items.values)
        day = self.day.day
        same_day = day is not None and day == draft.day
        return replace(
            draft,
            pupils=pupils_of(self.pupils.values),
            items=items,
            description=description,
            purpose=self.purpose.text(),
            day=day,
            time=draft.time if same_day else "",
        )

    def show_draft(self, draft: Draft, *, pupils: bool = True) -> None:
        """Show a draft's answers; `pupils` False leaves the chips of children as they are."""
        self._own_purpose = False
        self.recipient.show_picked(self._picked_recipient(draft))
        if pupils:
            self._show_pupils(self._roll.standing_for(draft.pupils))
        self.items.show_picked(self._items.chips(draft.items, draft.description, ()))
        self.purpose.setText(draft.purpose)
        self.purpose.setCursorPosition(0)
        self.day.show_day(draft.day)
        for field in self.fields:
            field.complain("")

    def keep_purpose(self) -> str:
        """Return the purpose if the person wrote it, so that choosing a flow spares it."""
        return self.purpose.text() if self._own_purpose else ""

    def chips(self) -> tuple[Chip, ...]:
        """Return the pupils as they were picked."""
        picked = [each for each in self.pupils.values if isinstance(each, Picked)]
        return tuple(Chip(each.kind, each.name, each.pupils) for each in picked)

    def show_chips(self, chips: tuple[Chip, ...], items: tuple[str, ...], day: date | None) -> None:
        """Show pupils and items as they were picked once; who is no longer known is left out."""
        self._roll.on(day or self._desk.clock.today())
        self._show_pupils(self._roll.as_picked(chips))
        self.items.show_picked(self._items.as_picked(items))

    def add_list(self, name: str, pupils: Sequence[PupilId]) -> None:
        """Put in the pupils of a list beside those who are in."""
        inside = set(self.draft_pupils)
        new = self._roll.listed(name, [it for it in dict.fromkeys(pupils) if it not in inside])
        self._show_pupils([*self.pupils.choices, *new])
        self.changed.emit()

    def take_taken(self, taken: Taken) -> None:
        """Show the pupils of regular sharing instead of those who are in."""
        self._roll.on(self.day.day or self._desk.clock.today())
        self._show_pupils(self._roll.taken(taken))
        self.changed.emit()

    @property
    def draft_pupils(self) -> tuple[PupilId, ...]:
        """The children as they stand."""
        return pupils_of(self.pupils.values)

    @property
    def own_purpose(self) -> bool:
        """Whether the person wrote the purpose, so that choosing a flow spares it."""
        return self._own_purpose

    @own_purpose.setter
    def own_purpose(self, own: bool) -> None:
        self._own_purpose = own

    def mark(self, draft: Draft, findings: tuple[Finding, ...]) -> None:
        """Mark the items a warning is about; half-typed words are left in peace."""
        chips = self._items.chips(draft.items, "", findings)
        chips += [it for it in self.items.choices if str(it.value).startswith("own:")]
        if [it.warning for it in chips] != [it.warning for it in self.items.choices]:
            typed = self.items.edit.text()
            self.items.show_picked(chips)
            self.items.edit.setText(typed)

    def forget(self) -> None:
        """Read recipients and roll again when they are next needed."""
        self._choices = {}
        self._roll.forget()

    def _recipients(self, typed: str) -> list[Choice]:
        """Find by all words; those whose name begins with what is typed come first."""
        wanted = folded(typed).split()
        found = [
            choice
            for choice in self._all_recipients().values()
            if all(word in folded(f"{choice.words} {choice.second}") for word in wanted)
        ]
        first = sorted(found, key=lambda it: not folded(it.words).startswith(folded(typed)))
        return [*first, *self.further(typed)]

    def _all_recipients(self) -> dict[FlowChoice, Choice]:
        if not self._choices:
            self._choices = {
                it: Choice(f"{it.name}: {it.purpose}", it, "Regular sharing")
                if it.purpose
                else Choice(it.name, it, "For another purpose")
                for it in self._desk.recording.choices()
            }
        return self._choices

    def _picked_recipient(self, draft: Draft) -> list[Choice]:
        return [
            choice
            for it, choice in self._all_recipients().items()
            if it.recipient == draft.recipient and it.flow == draft.flow
        ][:1]

    def _on_recipient(self, values: list[object]) -> None:
        picked = values[0] if values else None
        self.chosen.emit(picked)
        self.changed.emit()
        if isinstance(picked, FlowChoice):
            self.pupils.edit.setFocus()  # Enter goes on to the next question

    def _on_pupils(self, values: list[object]) -> None:
        self._say_pupils(values)
        self.changed.emit()

    def _show_pupils(self, choices: list[Choice]) -> None:
        self.pupils.show_picked(choices)
        self._say_pupils(self.pupils.values)

    def _say_pupils(self, values: list[object]) -> None:
        """Say in one line how many it comes to, where the chips do not."""
        self._roll.beside(values)
        self.fields[1].say(summary(values, self._desk.choosing))

    def _on_purpose(self, typed: str) -> None:
        self._own_purpose = bool(typed.strip())
        self.changed.emit()

    def _on_day(self, day: date | None) -> None:
        """Take the groups as they stood on that day."""
        if day is not None:
            self._roll.on(day)
            chips = [it.value for it in self.pupils.choices if isinstance(it.value, Picked)]
            self._show_pupils([self._roll.again(chip) for chip in chips])
        self.changed.emit()
