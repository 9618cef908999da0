"""The rest: how, who decided, who asked, receipt, given or refused, and what the law asks for."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sharebook.bootstrap.desk import Desk
from sharebook.bootstrap.people import people
from sharebook.domain.catalogue import Catalogues
from sharebook.domain.disclosures import Asker, Decision, Receipt
from sharebook.domain.drafts import Draft
from sharebook.domain.findings import Finding
from sharebook.domain.names import NO_CODE, Code
from sharebook.ui.look import look
from sharebook.ui.screens.record.opening_picker import OpeningPicker
from sharebook.ui.screens.record.rest_row import RestRow
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.popup import Choice
from sharebook.words.staff import staff_role

_DECISIONS: tuple[tuple[str, object], ...] = (
    ("Given", Decision.SHARED),
    ("Given in part", Decision.PART),
    ("Refused", Decision.REFUSED),
    ("Put off", Decision.DEFERRED),
    ("Withdrawn", Decision.WITHDRAWN),
)
_RECEIPTS: tuple[tuple[str, object], ...] = (
    ("Not needed", Receipt.NOT_NEEDED),
    ("Expected", Receipt.EXPECTED),
    ("Received", Receipt.RECEIVED),
)
_SHORT = 10  # letters a closed list shows at least
_ASKED_FOR = ("consent", "emergency", "override_reason")


class Rest(QWidget):
    """Reads and shows everything beyond the five answers.

    Signals:
        changed: something changed, by a person.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._people = [(it.name, staff_role(it.role)) for it in people(desk.folder)]
        self.method = Combo(_methods(desk.catalogues))
        self.decided_by = OpeningPicker(self._deciders, "Choose a person, or write a name")
        self.asker = QLineEdit(placeholderText="Name, post, organisation")
        self.receipt = Combo(_RECEIPTS)
        self.decision = Combo(_DECISIONS)
        self.reason = QLineEdit()
        self.consent = QLineEdit(placeholderText="Form and day: “Photo form, 1 June 2026”")
        self.emergency = QLineEdit()
        self.override = QLineEdit()
        self.rows = (
            RestRow("method", "&How was it sent?", self.method),
            RestRow("decided_by", "Who de&cided?", self.decided_by),
            RestRow("asker", "Who as&ked?", self.asker),
            RestRow("receipt", "Receipt e&xpected?", self.receipt),
            RestRow("decision", "&Given or refused?", self.decision),
            RestRow("reason", "Wh&y?", self.reason),
            RestRow("consent", "Which consent, and &from when?", self.consent),
            RestRow("emergency", "What was the e&mergency?", self.emergency),
            RestRow("override_reason", "What did the data &protection officer say?", self.override),
        )
        self._named = {row.name: row for row in self.rows}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        for row in self.rows:
            column.addWidget(row)
        self._connect()
        self.show_draft(Draft())

    def _connect(self) -> None:
        shorter = Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        for combo in (self.method, self.receipt, self.decision):
            combo.setSizeAdjustPolicy(shorter)
            combo.setMinimumContentsLength(_SHORT)
            combo.activated.connect(lambda _: self._on_changed())
        for edit in (self.asker, self.reason, self.consent, self.emergency, self.override):
            edit.textEdited.connect(lambda _: self._on_changed())
        self.decided_by.changed.connect(lambda _: self._on_changed())

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
        decider = str(self.decided_by.value or self.decided_by.edit.text()).strip()
        decision = self.decision.currentData()
        return replace(
            draft,
            method=Code(str(self.method.currentData() or NO_CODE)),
            decided_by=decider,
            decided_post=dict(self._people).get(decider, ""),
            asker=_asker(self.asker.text()),
            receipt=Receipt(self.receipt.currentData()),
            decision=Decision(decision),
            reason=self.reason.text() if decision != Decision.SHARED else draft.reason,
            consent=self.consent.text(),
            emergency=self.emergency.text(),
            basis=replace(draft.basis, override_reason=self.override.text()),
        )

    def show_draft(self, draft: Draft) -> None:
        """Show a draft's rest."""
        self.method.choose(draft.method)
        decider = [Choice(draft.decided_by, draft.decided_by)] if draft.decided_by else []
        self.decided_by.show_picked(decider)
        asker = (draft.asker.name, draft.asker.post, draft.asker.organisation)
        self.asker.setText(", ".join(part for part in asker if part))
        self.receipt.choose(draft.receipt)
        self.decision.choose(draft.decision)
        self.reason.setText(draft.reason)
        self.consent.setText(draft.consent)
        self.emergency.setText(draft.emergency)
        self.override.setText(draft.basis.override_reason)
        for row in self.rows:
            row.complain("")
        self.mark(())

    def mark(self, findings: tuple[Finding, ...]) -> None:
        """Show which rows are gaps, and the rows only the law asks for."""
        asked = {each.field for each in findings}
        self._named["method"].mark_gap(missing=not self.method.currentData())
        decider = self.decided_by.value or self.decided_by.edit.text().strip()
        self._named["decided_by"].mark_gap(missing=not decider)
        self._named["asker"].mark_gap(missing=not self.asker.text().strip())
        for name in ("receipt", "decision"):
            self._named[name].mark_gap(missing=False)
        self._named["reason"].setVisible(self.decision.currentData() != Decision.SHARED)
        self._named["reason"].mark_gap(missing=not self.reason.text().strip())
        for name in _ASKED_FOR:
            row = self._named[name]
            typed = row.inner.text().strip()  # type: ignore[attr-defined]  # all three are lines
            row.setVisible(name in asked or bool(typed) or row.inner.hasFocus())
            row.mark_gap(missing=name in asked)

    def _on_changed(self) -> None:
        self._named["reason"].setVisible(self.decision.currentData() != Decision.SHARED)
        self.changed.emit()


def _methods(catalogues: Catalogues) -> list[tuple[str, object]]:
    rows = [(row.words, row.code) for row in catalogues.methods.values() if row.on]
    return [("Choose how", NO_CODE), *rows]


def _asker(typed: str) -> Asker:
    """Read "Name, post, organisation"; what is missing stays empty."""
    parts = [part.strip() for part in typed.split(",", 2)]
    return Asker(*parts)
