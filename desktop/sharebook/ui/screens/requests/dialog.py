"""A request came, or one is put right: five answers while somebody is on the telephone."""

from PySide6.QtWidgets import QWidget

from sharebook.bootstrap.sealed_log import holds_key, log_of
from sharebook.domain.errors import SharebookError
from sharebook.domain.requests import Request
from sharebook.domain.sealed import said_number
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.room import LARGE_TEXT
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.record.seal_choice import SealChoice
from sharebook.ui.screens.requests.form import RequestForm
from sharebook.ui.screens.requests.kept import Kept
from sharebook.ui.screens.requests.rows import Which
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import line, row

_WIDE = 760


class RequestDialog(SheetDialog):
    """A form for one request.

    Attributes:
        saved: which request was written, once the dialog was accepted.

    Args:
        known: the request to put right; None for one that came.
        sealed: it is in the sealed log.
    """

    def __init__(
        self, window: QWidget, office: Office, known: Request | None = None, *, sealed: bool = False
    ) -> None:
        said = said_number(int(known.id), sealed=sealed) if known else ""
        title = f"Put right request {said}" if known else "A request came"
        super().__init__(window, title, _WIDE)
        self._office = office
        self._number = int(known.id) if known else 0
        self.saved: Which | None = None
        self.form = RequestForm(office.desk, wide=look().size < LARGE_TEXT)
        self.seal = SealChoice() if holds_key(office.desk) else None
        self.save = button("Put it right" if known else "Keep this request", "go", key="Ctrl Enter")
        self.cancel = button("Cancel", key="Esc")
        self._lay_out(title)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.reject)
        self.save.setShortcut("Ctrl+Return")
        self.save.setDefault(True)
        if known is not None:
            self.form.show_request(known)
        if self.seal is not None:
            self.seal.show_sealed(sealed=sealed)
            self.seal.fix(fixed=known is not None)
        self.form.who.setFocus()
        self._kept = Kept(self, office, self.form, title, self.seal)

    def put_away(self) -> None:
        """Keep what is half-typed."""
        self._kept.put_away()

    def _lay_out(self, title: str) -> None:
        self.column.addWidget(label(title, "h2"))
        self.column.addWidget(line("rule"))
        self.column.addWidget(self.form)
        if self.seal is not None:
            self.column.addWidget(self.seal)
        self.column.addSpacing(look().px(6))
        foot = row()
        foot.addWidget(label("Five answers, then save", "small", wrap=True), 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        self.column.addLayout(foot)

    @property
    def sealed(self) -> bool:
        """Whether it is for the sealed log."""
        return self.seal is not None and self.seal.sealed

    def _on_save(self) -> None:
        for field in self.form.fields:
            field.complain("")
        desk, person = self._office.desk, self._office.desk.person
        try:
            asked, asking = self.form.request, log_of(desk, sealed=self.sealed).asking
            if self._number:
                made = asking.change(self._number, asked, person)
            else:
                made = asking.receive(asked, person)
        except SharebookError as problem:
            self._office.telling.tell(problem, self.form.fields)
            self.fit()
            return
        self.saved = Which(int(made.id), self.sealed)
        self.accept()
