"""Add a purpose, or begin a new version of one, with the checks beside the form."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from sharebook.domain.errors import Refused
from sharebook.domain.findings import Finding
from sharebook.domain.flows import Flow
from sharebook.domain.names import Code, FlowId, RecipientId
from sharebook.domain.protection import leaves_out_protected
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.room import stacks
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.half_typed import Form, HalfTyped
from sharebook.ui.screens.recipients.advice import Advice
from sharebook.ui.screens.recipients.kept import KeptLine
from sharebook.ui.screens.recipients.purpose_form import PurposeForm
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import line, row

# A finding may speak of a field that is not itself chosen from a list.
_CHOSEN_IN = {"override_reason": "lawful_basis"}
_PARTNER = "schedule1"  # what a finding's second suggestion fills
NEW, CHANGED = "purpose-new", "purpose"  # drafts of this dialog, by what they are about


class PurposeDialog(SheetDialog):
    """A form for one purpose.

    Attributes:
        saved: the flow as written, once the dialog was accepted.
    """

    def __init__(
        self, window: QWidget, office: Office, recipient: RecipientId, known: Flow | None = None
    ) -> None:
        desk = office.desk
        to = desk.book.recipients()[recipient]
        title = f"Change a purpose: {to.name}" if known else f"Add a purpose: {to.name}"
        super().__init__(window, title, 1000)
        self._office = office
        self._known = known
        self.saved: Flow | None = None
        off = leaves_out_protected(desk.catalogues.recipient_kinds.get(to.kind))
        today = desk.clock.today()
        new = Flow(FlowId(0), 1, recipient, "", today, role=to.role, protected_off=off)
        self.form = PurposeForm(desk, known or new, to)
        self.advice = Advice(desk.catalogues)
        self.save = button("Save this purpose", "go")
        self.cancel = button("Cancel", key="Esc")
        self._lay_out(title, window)
        self.form.changed.connect(self._advise)
        self.form.how.sets.connect(self._on_sets)
        self.advice.taken.connect(self._take)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.reject)
        self._keep(title, recipient)
        self._advise()
        self.form.purpose.setFocus()

    def _lay_out(self, title: str, window: QWidget) -> None:
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFixedHeight(min(look().px(470), window.height() - look().px(210)))
        middle = QHBoxLayout()
        middle.setSpacing(look().px(16))
        middle.addWidget(area, 1)
        if stacks(window):  # text so large that the advice stands under the form
            page = QWidget()
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            self.advice.setFixedHeight(look().px(190))
            column.addWidget(self.form)
            column.addWidget(self.advice)
            area.setWidget(page)
        else:
            area.setWidget(self.form)
            self.advice.setFixedHeight(area.height())
            self.advice.setFixedWidth(look().px(290))
            middle.addWidget(self.advice)
        self.column.addWidget(label(title, "h2", wrap=True))
        self.column.addWidget(line("rule"))
        self.column.addLayout(middle, 1)
        if self._known is not None:
            note = "The purpose as it was stays in force until the day before."
            self.column.addWidget(label(note, "small", wrap=True))
        self.column.addLayout(row(1, self.cancel, self.save))

    def _keep(self, title: str, recipient: RecipientId) -> None:
        whole = KeptLine(Flow, lambda: self.form.flow, self.form.show_again)
        self.form.changed.connect(whole.touched)
        part = CHANGED if self._known else NEW
        about = int(self._known.id) if self._known else int(recipient)
        form = Form("recipients", title, {"purpose": whole}, about=about, part=part)
        self._half = HalfTyped(self, self._office, form)

    def put_away(self) -> None:
        """Keep what is half-typed."""
        self._half.put_away()

    def _advise(self) -> None:
        flow = self.form.flow
        self.advice.show_findings(self._office.desk.judging.flow(flow, self.form.first_day))

    def _take(self, finding: Finding) -> None:
        for step in finding.choice:
            self.form.take(step.part, Code(step.value))
        field = _CHOSEN_IN.get(finding.field, finding.field)
        self.form.take(field, finding.suggestion)
        self.form.take(_PARTNER, finding.suggestion2)

    def _on_sets(self) -> None:
        from sharebook.ui.screens.recipients.sets_dialog import SetsDialog

        flow = self.form.flow
        dialog = SetsDialog(self.window(), self._office, flow)
        if dialog.exec():
            self.form.how.show_sets(dialog.chosen)
            self.form.changed.emit()

    def _on_save(self) -> None:
        for field in self.form.fields.values():
            field.complain("")
        desk, flow = self._office.desk, self.form.flow
        try:
            if self._known is None:
                self.saved = desk.arranging.add_flow(flow, desk.person)
            else:
                first = self.form.first_day
                self.saved = desk.arranging.change_flow(flow, first, desk.person)
        except Refused as problem:
            self.form.tabs.show_for(problem, self.form.fields.values())
            self._office.telling.tell(problem, self.form.fields.values())
            return
        self.accept()
