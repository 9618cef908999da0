"""On which day to look again at a request whose decision was put off."""

from PySide6.QtWidgets import QWidget

from sharebook.bootstrap.sealed_log import log_of
from sharebook.domain.errors import Refused, SharebookError
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.requests.facts import RequestFacts
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.date_field import DateField
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import line, row

_TITLE = "Look again on which day?"


class LookAgain(SheetDialog):
    """One day."""

    def __init__(self, window: QWidget, office: Office, facts: RequestFacts) -> None:
        super().__init__(window, _TITLE, 480)
        self._office, self._facts = office, facts
        self.day = DateField(office.desk.clock, "fri, 14/9", ahead=True)
        self.day.show_day(facts.asked.day)
        self.field = Field("wanted_by", "&Look again on", self.day)
        self.save = button("Look again then", "go", key="Enter")
        self.cancel = button("Cancel", key="Esc")
        self.column.addWidget(label(_TITLE, "h2", wrap=True))
        self.column.addWidget(line("rule"))
        words = f"Request {facts.said}, {facts.who}. Until then it stands on Today with this day."
        self.column.addWidget(label(words, wrap=True))
        self.column.addWidget(self.field)
        self.column.addSpacing(look().px(8))
        self.column.addLayout(row(1, self.cancel, self.save))
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.reject)
        self.save.setDefault(True)
        self.day.setFocus()
        self.day.selectAll()

    def _on_save(self) -> None:
        self.day.editingFinished.emit()
        if self.field.message:
            return
        desk, wanted = self._office.desk, self._facts.id
        try:
            if self.day.day is None:
                raise Refused("request_when_again", "wanted_by")
            asking = log_of(desk, sealed=wanted.sealed).asking
            asking.look_again(wanted.number, self.day.day, desk.person)
        except SharebookError as problem:
            self._office.telling.tell(problem, (self.field,))
            self.fit()
            return
        self.accept()
