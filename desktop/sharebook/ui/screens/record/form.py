"""The form of one disclosure: five answers, the rest, and the draft behind them."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.sealed_log import holds_key, log_of
from sharebook.domain.drafts import Draft
from sharebook.domain.findings import Finding
from sharebook.domain.names import NO_CODE, PupilId, RecipientId
from sharebook.domain.templates import Template
from sharebook.services.recording import FlowChoice, Recording
from sharebook.ui.look import look
from sharebook.ui.screens.record.answer_fields import TimeField
from sharebook.ui.screens.record.five import Five
from sharebook.ui.screens.record.five_words import ask_five
from sharebook.ui.screens.record.law_blocks import Wanted
from sharebook.ui.screens.record.law_choices import chosen, taken
from sharebook.ui.screens.record.rest import Rest
from sharebook.ui.screens.record.seal_choice import SealChoice
from sharebook.ui.screens.record.what_happened import (
    Kind,
    WhatHappened,
    kind_of,
    offered,
    turned,
)
from sharebook.ui.widgets.date_field import DateField
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.following import Following
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.popup import Choice
from sharebook.ui.widgets.sheet import line, row


class Form(QWidget):
    """Holds the draft; widgets show it and change it.

    Signals:
        changed: the draft changed, by a person.
        turned: what happened is another Kind, or a draft of another Kind is shown.
    """

    changed = Signal()
    turned = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._behind = desk.recording.start()
        self._empty = self._behind
        self._asked_for = ""  # as filled in for the person
        self.kinds = WhatHappened()
        self.five = Five(desk)
        self.five.further = self._further
        self.seal = SealChoice() if holds_key(desk) else None
        self.rest = Rest(desk)
        self._scroll = Following()
        self._lay_out()
        self.kinds.chosen.connect(self.turn)
        self.five.chosen.connect(self._on_chosen)
        self.five.changed.connect(self.changed)
        self.rest.changed.connect(self._on_rest)
        if self.seal is not None:
            self.seal.changed.connect(self.changed)
            self.five.changed.connect(self._suggest_seal)
        self.show_draft(self._behind)

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        side = look().px(6)
        column.setContentsMargins(side, 0, side, side)
        column.setSpacing(look().px(6))
        column.addWidget(self.kinds)
        column.addWidget(self.five)
        column.addSpacing(look().px(6))
        if self.seal is not None:
            column.addWidget(self.seal)
            column.addSpacing(look().px(6))
        rest = label("The rest", "h2")
        note = label("Leave it and save. It stays on Today until filled.", "small", wrap=True)
        note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        top = QVBoxLayout()
        words = row(rest)
        words.addWidget(note, 1)
        top.addLayout(words)
        top.addWidget(line())
        column.addLayout(top)
        column.addWidget(self.rest)
        column.addStretch(1)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every field, for messages."""
        return (*self.five.fields, *self.rest.rows)

    @property
    def draft(self) -> Draft:
        """The draft as it stands."""
        return self.rest.read(self.five.read(self._behind))

    @property
    def sealed(self) -> bool:
        """Whether the draft is for the sealed log."""
        return self.seal is not None and self.seal.sealed

    @property
    def stays(self) -> bool:
        """Whether the draft can go into no other log than the one it is for."""
        return self.seal is not None and self.seal.fixed

    @property
    def recording(self) -> Recording:
        """Where the draft will be written.

        Raises:
            Trouble: it is to be sealed, and the compartment cannot be opened.
        """
        return log_of(self._desk, sealed=self.sealed).recording

    def show_sealed(self, *, sealed: bool, fixed: bool = False) -> None:
        """Say which log the draft is for; `fixed`: it stays there, as a correction does."""
        if self.seal is not None:
            self.seal.show_sealed(sealed=sealed)
            self.seal.fix(fixed=fixed or self._behind.request is not None)

    @property
    def dirty(self) -> bool:
        """Whether there is anything to lose."""
        return replace(self.draft, time="") != replace(self._empty, time="")

    def show_draft(self, draft: Draft) -> None:
        """Show `draft` instead."""
        self._behind = draft
        self.five.show_draft(draft)
        self._show_kind(draft)
        self.rest.show_draft(draft)
        self._suggest_seal()

    def _show_kind(self, draft: Draft) -> None:
        kind = kind_of(draft, self._desk.catalogues.triggers)
        self.kinds.show_kind(kind)
        ask_five(self.five, kind)
        self.turned.emit(kind)

    def turn(self, kind: Kind) -> None:
        """Let what happened be of another kind; what is typed stays."""
        draft = turned(self.draft, kind, self._desk.catalogues.triggers)
        if draft.considered.asked_for in ("", self._asked_for):
            words = ", ".join(choice.words for choice in self.five.items.choices)
            self._asked_for = words if kind.keeps_items else ""
            considered = replace(draft.considered, asked_for=self._asked_for)
            draft = replace(draft, considered=considered)
        self._behind = draft
        self._show_kind(draft)
        self.rest.show_kind(draft)
        self.changed.emit()

    def take_template(self, template: Template) -> None:
        """Fill the form from a template; its pupils are found anew."""
        draft, chips = self._desk.templating.use(template)
        self.show_draft(replace(draft, pupils=()))
        items = tuple(str(value) for value in self.five.items.values)
        self.five.show_chips(chips, items, draft.day)
        first = self.five.items if chips else self.five.pupils
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _further(self, typed: str) -> list[Choice]:
        words = typed.casefold().split()
        kept = [
            Choice(each.name, each, "Template")
            for each in self._desk.templating.every()
            if all(word in each.name.casefold() for word in words)
        ]
        return [*kept, *offered(typed)]

    def begin(self) -> Draft:
        """Show an empty draft for today; return it."""
        self._empty = self._desk.recording.start()
        if self.seal is not None:
            self.seal.fix(fixed=False)
            self.seal.begin()
        self.show_draft(self._empty)
        self._scroll.verticalScrollBar().setValue(0)
        return self._empty

    def begin_another(self) -> None:
        """Keep everything but the children, and put the caret there."""
        self.show_draft(replace(self.draft, pupils=()))
        self.five.pupils.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_pupil(self, pupil: PupilId) -> None:
        """Put one more child in."""
        draft = self.draft
        if pupil not in draft.pupils:
            self.show_draft(replace(draft, pupils=(*draft.pupils, pupil)))

    def choose(self, choice: FlowChoice) -> None:
        """Fill the draft from recipient and purpose."""
        mine = self.five.keep_purpose()
        filled = self._desk.recording.choose(self.draft, choice)
        self._behind = replace(filled, purpose=mine) if mine else filled
        self.five.show_draft(self._behind, pupils=False)
        self.rest.show_draft(self._behind)
        if self.kinds.kind.keeps_items:
            self.turn(self.kinds.kind)
        self._suggest_seal()

    def take_choice(self, recipient: RecipientId | None, flow: int | None) -> None:
        """Fill the draft for a recipient, or for one of its flows."""
        fits = [
            it
            for it in self._desk.recording.choices()
            if (flow is None or it.flow == flow) and recipient in (None, it.recipient)
        ]
        # one flow of a recipient is taken; of several the person must choose
        chosen = fits if flow is not None else []
        picked = next(iter(chosen), next((it for it in fits if it.flow is None), None))
        if picked is not None:
            self.choose(picked)

    def take(self, wanted: Wanted) -> None:
        """Take a choice of the law panel into the draft."""
        draft = self.draft
        if wanted.seals and not self.stays:
            self.show_sealed(sealed=True)
        if wanted.beyond_the_chain:
            self._behind = taken(draft, wanted.ways)
            self.five.show_draft(self._behind, pupils=False)
            self.rest.show_draft(self._behind)
        elif wanted.ways:
            self._behind = taken(draft, wanted.ways)
            self.rest.show_chain(self._behind)
        else:
            basis = chosen(draft.basis, wanted.part, wanted.code, wanted.partner)
            self._behind = replace(draft, basis=basis)
            self.rest.show_chain(self._behind)
        self.changed.emit()

    def mark(self, findings: tuple[Finding, ...]) -> None:
        """Mark gaps and warnings on the fields they belong to."""
        draft = self.draft
        self.five.mark(draft, findings)
        self.rest.mark(findings, draft)
        self._scroll.keep_in_view()  # rows that come and go push the caret out

    def settle(self) -> None:
        """Read days and a time that are typed but not yet left."""
        self.five.day.editingFinished.emit()
        for each in self.rest.rows:
            if isinstance(each.inner, DateField | TimeField) and each.isVisible():
                each.inner.editingFinished.emit()

    def show_field(self, name: str) -> None:
        """Show a question that may be hidden."""
        for each in self.rest.rows:
            if each.name == name:
                self.rest.open_one(name)

    def see(self, widget: QWidget) -> None:
        """Bring `widget` into view."""
        self._scroll.ensureWidgetVisible(widget)

    def _on_rest(self) -> None:
        """Let the row on top follow a trigger chosen below."""
        kind = kind_of(self.draft, self._desk.catalogues.triggers)
        if kind is not self.kinds.kind:
            self._behind = self.draft
            self._show_kind(self._behind)
        self.changed.emit()

    def _suggest_seal(self) -> None:
        if self.seal is not None:
            known = self._desk.catalogues.items
            items = [known[code] for code in self.draft.items if code in known]
            self.seal.suggest(usual=any(item.safeguarding for item in items))

    def _on_chosen(self, choice: FlowChoice | Kind | Template | None) -> None:
        if isinstance(choice, Template):
            self.take_template(choice)
        elif isinstance(choice, Kind):
            self.five.recipient.show_picked([])
            self.turn(choice)
            self.five.recipient.setFocus(Qt.FocusReason.OtherFocusReason)
        elif choice is None:
            self._behind = replace(self.draft, recipient=None, flow=None, unit="", heading=NO_CODE)
        else:
            self.choose(choice)
