"""The regulator's decision form: its questions in its order, and where each answer stands."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from sharebook.bootstrap.desk import Desk
from sharebook.domain.catalogue_law import FormQuestion
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.models.rows import Column
from sharebook.ui.screens.record.form import Form
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.picker import Picker
from sharebook.ui.widgets.sheet import line, row
from sharebook.ui.widgets.table import Table

_TALL, _ROWS = 34, 17
_DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Answered:
    """One question with the answer that stands in the form; "" while there is none."""

    question: FormQuestion
    answer: str


class DecisionFormDialog(SheetDialog):
    """Lists the questions; Enter goes to the field that answers one.

    Attributes:
        chosen: the name of the field to go to, once the dialog was accepted.
    """

    def __init__(self, window: QWidget, found: list[Answered]) -> None:
        super().__init__(window, "The regulator’s decision form", 940)
        self.chosen = ""
        columns: list[Column[Answered]] = [
            Column("The regulator asks", lambda it: it.question.words, width=430),
            Column("Your answer", lambda it: it.answer or "Not answered yet", bold=True),
        ]
        self.table: Table[Answered] = Table(columns, "Questions of the decision form")
        self.go_to = button("&Answer it", "go", key="Enter")
        self.leave = button("Back to the form", key="Esc")
        missing = sum(not each.answer for each in found)
        words = f"{len(found) - missing} of {len(found)} questions have an answer."
        self.column.addWidget(label("The regulator’s decision form", "h2"))
        self.column.addWidget(line("rule"))
        self.column.addWidget(label(f"{words} None of them stops saving.", "muted", wrap=True))
        room = window.height() - look().px(240)
        self.table.setFixedHeight(min(look().px(_TALL * (_ROWS + 1)), room))
        self.column.addWidget(self.table)
        self.column.addLayout(row(1, self.leave, self.go_to))
        self.table.show_rows(found)
        self.table.pick_first()
        self.table.opened.connect(lambda _record: self._on_go())
        self.go_to.clicked.connect(self._on_go)
        self.leave.clicked.connect(self.reject)
        self.go_to.setDefault(True)
        self.table.setFocus()

    def _on_go(self) -> None:
        found = self.table.record
        if found is not None:
            self.chosen = found.question.fields[-1] if found.answer else found.question.fields[0]
            self.accept()


def answered(form: Form, desk: Desk) -> list[Answered]:
    """Return every question with what the register knows, or what stands in its fields."""
    known = _known(form, desk)
    return [
        Answered(each, known.get(code) or _answer(form, each))
        for code, each in desk.catalogues.decision_form.items()
    ]


def _known(form: Form, desk: Desk) -> Mapping[str, str]:
    """Return what the register knows of the school and the recipient, by question."""
    whom = form.draft.recipient
    recipient = desk.book.recipients().get(whom) if whom is not None else None
    if recipient is None:
        return {"receiver": desk.school().name}
    role = desk.catalogues.roles.get(recipient.role)
    kind = desk.catalogues.recipient_kinds.get(recipient.kind)
    authority = "" if kind is None else "Yes" if kind.authority else f"No: {kind.words}"
    return {
        "receiver": desk.school().name,
        "relationship": role.words if role else "",
        "law_enforcement": authority,
        "rights": recipient.dpo or recipient.person or recipient.name,
    }


def go_to(form: Form, name: str) -> None:
    """Put the caret into the field called `name`, shown if it was hidden."""
    if name == _DECISION:
        form.kinds.setFocus()
        form.see(form.kinds)
        return
    form.show_field(name)
    for field in form.fields:
        if field.name == name:
            field.inner.setFocus()
            form.see(field)


def _answer(form: Form, question: FormQuestion) -> str:
    fields = {each.name: each for each in form.fields}
    said = []
    for name in question.fields:
        if name == _DECISION:
            said.append(form.kinds.kind.words)
        else:
            said.append(_words_in(fields[name].inner))
    return "; ".join(each for each in said if each)


def _words_in(field: QWidget) -> str:
    """Return what a person reads in a field."""
    if isinstance(field, Picker):
        return ", ".join(each.words for each in field.choices)
    if isinstance(field, QComboBox):
        return field.currentText() if field.currentData() else ""
    if isinstance(field, QLineEdit):
        return field.text().strip()
    return field.text() if isinstance(field, QPushButton) else ""
