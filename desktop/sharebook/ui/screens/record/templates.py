"""Templates at the form: keep it as one, choose one, rename one, take one out."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.domain.errors import Refused, SharebookError
from sharebook.domain.names import RecipientId
from sharebook.domain.recipients import Recipient
from sharebook.domain.templates import Template
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.models.rows import Column
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.record.form import Form
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import line, row
from sharebook.ui.widgets.table import Table

_TALL, _FEW, _MOST = 36, 2, 6
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WORDS = (
    "A template fills the form: recipient, purpose, items, basis and how it is sent. Groups are "
    "found anew each time; children by name, reasons and notes are never kept in it."
)
_NONE = "There is no template yet. Fill in the form, and give it a name here."


class TemplatesDialog(SheetDialog):
    """Lists the templates, and keeps the form as one.

    Attributes:
        chosen: the template to fill the form with, once the dialog was accepted.
        name: the field for a name; for a new template, or for the picked one.
    """

    def __init__(self, window: QWidget, office: Office, form: Form) -> None:
        super().__init__(window, "Templates", 680)
        self._office = office
        self._form = form
        self.chosen: Template | None = None
        recipients = office.desk.book.recipients()
        columns: list[Column[Template]] = [
            Column("Template", lambda it: it.name, bold=True),
            Column("Goes to", lambda it: _whom(recipients, it), width=250),
        ]
        self.table: Table[Template] = Table(columns, "Templates")
        self.use = button("Fill in the &form", "go", key="Enter")
        self.rename = button("&Rename it", "small")
        self.take_out = button("&Take it out", "small")
        self.keep = button("&Keep the form as a template", "small", "plus")
        self.leave = button("Close", key="Esc")
        self.name = Field("name", "&Name", QLineEdit())
        self._lay_out()
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        self.column.addWidget(label("Templates", "h2"))
        self.column.addWidget(line("rule"))
        self.column.addWidget(label(_WORDS, "muted", wrap=True))
        self.none = label(_NONE, wrap=True)
        self.column.addWidget(self.none)
        self.column.addWidget(self.table)
        self.column.addWidget(self.name)
        self.column.addLayout(row(self.keep, self.rename, self.take_out, 1))
        self.column.addSpacing(look().px(6))
        self.column.addLayout(row(1, self.leave, self.use))

    def _connect(self) -> None:
        self.table.opened.connect(lambda _record: self._on_use())
        self.use.clicked.connect(self._on_use)
        self.keep.clicked.connect(self._on_keep)
        self.rename.clicked.connect(self._on_rename)
        self.take_out.clicked.connect(self._on_take_out)
        self.leave.clicked.connect(self.reject)

    def _show(self) -> None:
        found = self._office.desk.templating.every()
        self.table.show_rows(found)
        self.table.setVisible(bool(found))
        self.none.setVisible(not found)
        self.table.setFixedHeight(look().px(_TALL * (min(max(len(found), _FEW), _MOST) + 1)))
        self.table.pick_first()
        filled = self._form.draft.recipient is not None
        self.keep.setEnabled(filled)
        for each in (self.use, self.rename, self.take_out):
            each.setEnabled(bool(found))
        self.use.setDefault(bool(found))
        (self.table if found and not filled else self.name.inner).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter after a name keeps the form under it; else it would be thrown over."""
        if event.key() in _ENTERS and self.name.inner.hasFocus():
            self._on_keep()
            return
        super().keyPressEvent(event)

    @property
    def _typed(self) -> str:
        line_edit = self.name.inner
        return line_edit.text() if isinstance(line_edit, QLineEdit) else ""

    def _on_use(self) -> None:
        self.chosen = self.table.record
        if self.chosen is not None:
            self.accept()

    def _on_keep(self) -> None:
        desk = self._office.desk
        try:
            if self._form.sealed:
                raise Refused("template_of_sealed", "name")
            kept = desk.templating.keep(
                self._typed, self._form.draft, self._form.five.chips(), desk.person
            )
        except SharebookError as problem:
            self._tell(problem)
            return
        self._office.toast.say(f"Template kept: {kept.name}")
        self.reject()

    def _on_rename(self) -> None:
        desk, picked = self._office.desk, self.table.record
        if picked is None:
            return
        try:
            desk.templating.rename(picked, self._typed, desk.person)
        except SharebookError as problem:
            self._tell(problem)
            return
        self._show()

    def _on_take_out(self) -> None:
        desk, picked = self._office.desk, self.table.record
        if picked is None:
            return
        desk.templating.take_out(picked, desk.person)
        back = f"Template taken out: {picked.name}"
        self._office.toast.say(back, lambda: desk.templating.put_back(picked, desk.person))
        self._show()

    def _tell(self, problem: SharebookError) -> None:
        self._office.telling.tell(problem, [self.name])
        self.fit()


def _whom(recipients: Mapping[RecipientId, Recipient], template: Template) -> str:
    whom = template.draft.recipient
    if whom is None or whom not in recipients:
        return ""
    return recipients[whom].labelled(template.draft.unit)
