"""The rest: how, who decided, who asked, receipt, what the law asks for, and what was weighed."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.people import people
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.disclosures import Asker, Receipt
from sharebook.domain.drafts import Draft
from sharebook.domain.findings import Finding
from sharebook.domain.names import NO_CODE, Code
from sharebook.ui.look import look
from sharebook.ui.screens.record.answer_fields import TimeField
from sharebook.ui.screens.record.matters import Matters, Reading
from sharebook.ui.screens.record.opening_picker import OpeningPicker
from sharebook.ui.screens.record.rest_parts import RestParts
from sharebook.ui.screens.record.rest_row import RestRow
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.popup import Choice
from sharebook.ui.widgets.sheet import row as across
from sharebook.words.staff import staff_role

_RECEIPTS: tuple[tuple[str, object], ...] = (
    ("Not needed", Receipt.NOT_NEEDED),
    ("Expected", Receipt.EXPECTED),
    ("Received", Receipt.RECEIVED),
)
_SHORT = 10  # letters a closed list shows at least
_ASKED_FOR = ("consent", "override_reason")
_MORE, _FEWER = "More &questions", "Fewer &questions"


class Rest(QWidget):
    """Reads and shows everything beyond the five answers.

    Signals:
        changed: something changed, by a person.
        form_wanted: the full decision form is asked for.
    """

    changed = Signal()
    form_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._people = [(it.name, staff_role(it.role)) for it in people(desk.folder)]
        self.reading = Reading(desk.catalogues, [name for name, _ in self._people])
        self._behind = Draft()
        self._asked: set[str] = set()
        self.method = Combo(_methods(desk.catalogues))
        self.time = TimeField()
        self.decided_by = OpeningPicker(self._deciders, "Choose a person, or write a name")
        self.asker = QLineEdit(placeholderText="Name, post, organisation")
        self.receipt = Combo(_RECEIPTS)
        self.consent = QLineEdit(placeholderText="Form and day: “Photo form, 1 June 2026”")
        self.emergency = QLineEdit(placeholderText="Who was in danger, and of what")
        self.override = QLineEdit()
        self.parts = RestParts(desk)
        first = (
            RestRow("emergency", "What was the e&mergency?", self.emergency),
            RestRow("time", "At what time?", self.time),
            RestRow("method", "&How was it sent?", self.method),
            RestRow("decided_by", "Who de&cided?", self.decided_by),
            RestRow("asker", "Who as&ked?", self.asker),
            RestRow("receipt", "Receipt e&xpected?", self.receipt),
            RestRow("consent", "Which consent, and &from when?", self.consent),
            RestRow("override_reason", "What did the data protection officer say?", self.override),
        )
        self.rows = (*first, *self.parts.in_order)
        self._named = {each.name: each for each in self.rows}
        self.reason = self._named["reason"].inner
        self.more = button(_MORE, "quiet", "plus")
        self.full_form = button("Re&gulator’s form…", "quiet", "doc")
        self._lay_out(first)
        self._connect()
        self.show_draft(Draft())

    def _lay_out(self, first: tuple[RestRow, ...]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        for each in first:
            column.addWidget(each)
        column.addWidget(self.parts)
        column.addLayout(across(self.more, self.full_form, 1))

    def _connect(self) -> None:
        shorter = Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        for combo in (self.method, self.receipt):
            combo.setSizeAdjustPolicy(shorter)
            combo.setMinimumContentsLength(_SHORT)
            combo.activated.connect(lambda _: self._on_changed())
        for edit in (self.asker, self.consent, self.emergency, self.override, self.time):
            edit.textEdited.connect(lambda _: self._on_changed())
        self.decided_by.changed.connect(lambda _: self._on_changed())
        self.parts.changed.connect(self._on_part_changed)
        self.more.clicked.connect(self._on_more)
        self.full_form.clicked.connect(self.form_wanted)

    def _deciders(self, typed: str) -> list[Choice]:
        wanted = typed.casefold().split()
        known = [
            Choice(name, name, post)
            for name, post in self._people
            if all(word in f"{name} {post}".casefold() for word in wanted)
        ]
        if typed.strip() and typed.strip() not in {name for name, _ in self._people}:
            known.append(Choice(typed.strip(), typed.strip(), "Write it as typed"))
        return known

    def read(self, draft: Draft) -> Draft:
        """Return `draft` with the rest as it stands; half-typed names count."""
        draft = self.parts.read(draft)
        decider = str(self.decided_by.value or self.decided_by.edit.text()).strip()
        draft = replace(
            draft,
            method=Code(str(self.method.currentData() or NO_CODE)),
            decided_by=decider,
            decided_post=dict(self._people).get(decider, draft.decided_post if decider else ""),
            asker=_asker(self.asker.text()),
            receipt=Receipt(self.receipt.currentData()),
            consent=self.consent.text(),
            emergency=self.emergency.text(),
            basis=replace(draft.basis, override_reason=self.override.text()),
        )
        afterwards = self.reading.matters(draft).written_up
        return replace(draft, time=self.time.time) if afterwards else draft

    def show_draft(self, draft: Draft) -> None:
        """Show a draft's rest."""
        self._behind = draft
        self.method.choose(draft.method)
        decider = [Choice(draft.decided_by, draft.decided_by)] if draft.decided_by else []
        self.decided_by.show_picked(decider)
        asker = (draft.asker.name, draft.asker.post, draft.asker.organisation)
        self.asker.setText(", ".join(part for part in asker if part))
        self.receipt.choose(draft.receipt)
        self.consent.setText(draft.consent)
        self.emergency.setText(draft.emergency)
        self.override.setText(draft.basis.override_reason)
        afterwards = self.reading.matters(draft).written_up
        self.time.setText(draft.time if afterwards else "")  # now is not then
        self.parts.show_draft(draft)
        for row in self.rows:
            row.complain("")
        self.mark(())

    def show_kind(self, draft: Draft) -> None:
        """Show what another choice of what happened changes."""
        self._behind = draft
        self.parts.show_answer("trigger", draft)
        self.parts.show_answer("asked_for", draft)
        self._fit()

    def show_chain(self, draft: Draft) -> None:
        """Show the basis chain again, after a choice beside the form."""
        for name, row in self.parts.rows.items():
            if hasattr(draft.basis, name):
                self.parts.show_answer(name, draft)
                row.complain("")

    def mark(self, findings: tuple[Finding, ...], draft: Draft | None = None) -> None:
        """Show which rows are gaps, and the rows only the law asks for."""
        self._behind = draft or self._behind
        self._asked = {each.field for each in findings}
        self._fit()

    def _fit(self) -> None:
        matters = self.reading.matters(self.read(self._behind))
        self._fit_first(matters)
        for name in _ASKED_FOR:
            row = self._named[name]
            typed = row.inner.text().strip()  # type: ignore[attr-defined]  # both are lines
            row.setVisible(name in self._asked or bool(typed) or row.inner.hasFocus())
            row.mark_gap(missing=name in self._asked)
        self._named["reason"].ask("What went wrong?" if matters.went_wrong else "Wh&y?")
        self.parts.fit(matters, self._asked)

    def _fit_first(self, matters: Matters) -> None:
        named = self._named
        threat = self.emergency.text().strip()
        asked = matters.threat or "emergency" in self._asked
        named["emergency"].setVisible(asked or bool(threat) or self.emergency.hasFocus())
        named["emergency"].mark_gap(missing=not threat)
        named["time"].setVisible(matters.written_up)
        named["time"].mark_gap(missing=not self.time.text().strip())
        named["method"].setVisible(matters.gives)
        named["method"].mark_gap(missing=not self.method.currentData())
        named["receipt"].setVisible(matters.gives)
        named["receipt"].mark_gap(missing=False)
        decider = self.decided_by.value or self.decided_by.edit.text().strip()
        named["decided_by"].mark_gap(missing=not decider)
        named["asker"].setVisible(not matters.went_wrong or bool(self.asker.text().strip()))
        named["asker"].mark_gap(missing=not self.asker.text().strip())

    def open_one(self, name: str) -> None:
        """Show one question, whether or not it matters, and put the caret there."""
        if name in self.parts.rows:
            self.parts.open_one(name)
        self._fit()
        self._named[name].show()
        self._named[name].inner.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_more(self) -> None:
        if self.parts.all_open:
            self.parts.close_all()
        else:
            self.parts.open_all()
        self.more.setText(f" {_FEWER if self.parts.all_open else _MORE}")
        self._fit()
        first = next(each for each in self.parts.in_order if each.isVisibleTo(self))
        (first.inner if self.parts.all_open else self.more).setFocus()

    def _on_part_changed(self) -> None:
        """Suggest until when a family is not told, the moment that is said."""
        draft = self.read(self._behind)
        withheld = self.reading.matters(draft).withheld
        if withheld and draft.not_told.until is None:
            until = self._desk.recording.not_told_until(draft)
            owner = draft.not_told.owner or draft.decided_by
            told = replace(draft, not_told=replace(draft.not_told, until=until, owner=owner))
            self.parts.show_answer("not_told_until", told)
            self.parts.show_answer("not_told_owner", told)
        self._on_changed()

    def _on_changed(self) -> None:
        self._fit()
        self.changed.emit()


def _methods(catalogues: Catalogues) -> list[tuple[str, object]]:
    rows = [(row.words, row.code) for row in catalogues.methods.values() if row.on]
    return [("Choose how", NO_CODE), *rows]


def _asker(typed: str) -> Asker:
    """Read "Name, post, organisation"; what is missing stays empty."""
    parts = [part.strip() for part in typed.split(",", 2)]
    return Asker(*parts)
