"""Sets of safeguards: make one, change one, or offer one no more."""

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from sharebook.domain.errors import SharebookError
from sharebook.domain.flows import Flow
from sharebook.domain.names import SafeguardSetId
from sharebook.domain.safeguards import SafeguardSet
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.recipients.laying import narrow
from sharebook.ui.screens.recipients.purpose.part import choices_of, codes_of
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.picker import Picker, among
from sharebook.ui.widgets.sheet import line, row
from sharebook.words.days import count


class SetsDialog(SheetDialog):
    """A form for one set at a time.

    Attributes:
        chosen: the set to use now, once the dialog was accepted; None if one was taken out.
    """

    def __init__(self, window: QWidget, office: Office, flow: Flow) -> None:
        super().__init__(window, "Sets of safeguards", 640)
        self._office, self._desk = office, office.desk
        self._flow = flow
        self.chosen: SafeguardSetId | None = flow.safeguard_set
        rows = self._desk.catalogues.safeguards
        self.sets = {each.id: each for each in self._desk.map.safeguarding.offered()}
        known = [(each.name, int(each.id)) for each in self.sets.values()]
        self.which = Combo([("A new set", 0), *known])
        self.name = QLineEdit()
        self.safeguards = Picker(among(choices_of(rows, rows)), "Type a word", several=True)
        self.because = QLineEdit()
        narrow(self.which)
        self.fields = {
            "which": Field("which", "&Which set", self.which),
            "set_name": Field("set_name", "Its &name", self.name),
            "safeguards": Field("safeguards", "What is &in it", self.safeguards),
            "reason": Field("reason", "Wh&y it changes", self.because),
        }
        self.used = label("", "small", wrap=True)
        self.out = button("&Offer it no more")
        self.save = button("&Save the set", "go")
        self.cancel = button("Cancel", key="Esc")
        self._lay_out()
        self.which.activated.connect(self._show)
        self.out.clicked.connect(self._on_out)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.reject)
        self.which.choose(int(flow.safeguard_set or 0))
        self._show()
        self.which.setFocus()

    def _lay_out(self) -> None:
        self.column.addWidget(label("Sets of safeguards", "h2"))
        words = "Said once, used by many purposes. A set that changes changes them all from today."
        self.column.addWidget(label(words, "muted", wrap=True))
        self.column.addWidget(line("rule"))
        for field in self.fields.values():
            self.column.addWidget(field)
        self.column.addWidget(self.used)
        self.column.addLayout(row(self.out, 1, self.cancel, self.save))

    @property
    def _set(self) -> SafeguardSet | None:
        return self.sets.get(SafeguardSetId(self.which.currentData() or 0))

    def _show(self) -> None:
        known, rows = self._set, self._desk.catalogues.safeguards
        codes = known.safeguards if known else self._desk.map.safeguarding.of(self._flow)
        self.name.setText(known.name if known else "")
        self.safeguards.show_picked(choices_of(rows, codes))
        self.fields["reason"].setVisible(known is not None)
        self.out.setVisible(known is not None)
        today = self._desk.clock.today()
        named = [] if known is None else self._desk.book.flows_on(today)
        using = sum(1 for flow in named if known and flow.safeguard_set == known.id)
        self.used.setText(f"Used by {count(using, 'purpose')} now." if known else "")
        self.used.setVisible(known is not None)

    def _on_save(self) -> None:
        known, sets, person = self._set, self._desk.map.safeguarding, self._desk.person
        for field in self.fields.values():
            field.complain("")
        name, codes = self.name.text().strip(), codes_of(self.safeguards)
        try:
            if known is None:
                self.chosen = sets.make(name, codes, person).id
            else:
                changed = replace(known, name=name, safeguards=codes)
                self.chosen = sets.change(changed, self.because.text(), person).id
        except SharebookError as problem:
            self._tell(problem)
            return
        self.accept()

    def _on_out(self) -> None:
        known = self._set
        if known is None:
            return
        try:
            self._desk.map.safeguarding.take_out(known.id, self.because.text(), self._desk.person)
        except SharebookError as problem:
            self._tell(problem)
            return
        self.chosen = self._flow.safeguard_set
        self.accept()

    def _tell(self, problem: SharebookError) -> None:
        self._office.telling.tell(problem, self.fields.values())
        self.fit()
