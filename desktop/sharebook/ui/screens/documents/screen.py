"""Reports: choose a document, read it as it prints, print or keep it."""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout

from sharebook.ui.busy import Busy
from sharebook.ui.look import look
from sharebook.ui.models.rows import Column
from sharebook.ui.screens.base import Office, Screen
from sharebook.ui.screens.documents.kinds import KINDS, Kind, pupil_log
from sharebook.ui.screens.documents.preview import Preview
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import panel
from sharebook.ui.widgets.table import TWO_LINES, Table

if TYPE_CHECKING:
    from sharebook.services.ports import Progress

_COLUMNS: list[Column[Kind]] = [
    Column("Document", lambda it: it.words, second=lambda it: it.second, bold=True, middle=True)
]

_LARGE = 150


class Documents(Screen):
    """The list of documents, and the chosen one beside it."""

    name = "reports"
    title = "Reports"
    first = "report"

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._kinds = list(KINDS)
        self._shown: Kind | None = None
        self._stale = False
        self.keep_button = button("Save as PDF", "", "import")
        self.print_button = button("Print", "go", "print", "F4")
        self.buttons.addWidget(self.keep_button)
        self.buttons.addWidget(self.print_button)
        self.table: Table[Kind] = Table(_COLUMNS, "Documents", TWO_LINES)
        self.preview = Preview()
        self.busy = Busy()
        self.body.addWidget(self.busy)
        self.body.addLayout(self._lay_out(), 1)
        self.table.show_rows(self._kinds)
        self._connect()

    def _lay_out(self) -> QHBoxLayout:
        left, column = panel("sheet", 12, 8)
        left.setFixedWidth(look().px(290 if look().size < _LARGE else 210))
        column.addWidget(self.table, 1)
        column.addWidget(label("Made from the register as it stands now.", "small", wrap=True))
        right, inside = panel("sheet", 8, 4)
        inside.addWidget(self.preview, 1)
        across = QHBoxLayout()
        across.setSpacing(look().px(14))
        across.addWidget(left)
        across.addWidget(right, 1)
        return across

    def _connect(self) -> None:
        self.table.picked.connect(self._show_kind)
        self.keep_button.clicked.connect(self._on_keep)
        self.print_button.clicked.connect(self.print_what_is_shown)

    def arrive(self, **wanted: Any) -> None:
        """Show the document asked for: kind="ropa", or pupil=<id> and called="Juno Sampleton"."""
        if "pupil" in wanted:
            log = pupil_log(wanted["pupil"], str(wanted.get("called", "one pupil")))
            self._kinds = [*KINDS, log]
            self.table.show_rows(self._kinds)
            self.table.pick(log)
        elif "kind" in wanted or self._shown is None:
            name = str(wanted.get("kind", self.first))
            self.table.pick(next(kind for kind in self._kinds if kind.name == name))
        elif self._stale:
            self._show_kind(self._shown)
        self.table.setFocus()

    def refresh(self, changed: frozenset[str]) -> None:  # noqa: ARG002 - any change may print
        """Make the document again when it is next looked at."""
        self._stale = True

    def primary(self) -> None:
        """Print."""
        self.print_what_is_shown()

    def _show_kind(self, kind: Kind) -> None:
        self._shown, self._stale = kind, False
        desk = self.office.desk

        def work(_progress: "Progress") -> bytes:
            with closing(desk.again()) as own:
                return own.publishing.render(kind.make(own), "pdf")

        job = self.busy.watch(self.office.background.start(work), f"Making the {kind.words}")
        job.succeeded.connect(lambda content: self._on_made(kind, content))
        job.failed.connect(self.office.telling.tell)

    def _on_made(self, kind: Kind, content: bytes) -> None:
        if kind is self._shown:
            self.preview.show_pdf(content)

    def print_what_is_shown(self) -> None:
        """Send the document to a printer (F4)."""
        if not self.preview.content or self._shown is None:
            return
        from sharebook.ui.printing import ask_printer, printing

        printer = ask_printer(self.window(), self._shown.words)
        if printer is None:
            return
        job = self.office.background.start(printing(self.preview.content, printer))
        self.busy.watch(job, f"Printing the {self._shown.words}")
        job.succeeded.connect(lambda _pages: self.office.toast.say("Sent to the printer"))
        job.failed.connect(self.office.telling.tell)

    def _on_keep(self) -> None:
        if self._shown is None:
            return
        path = self.office.ask.saves("Save as PDF", self._shown.file, "PDF (*.pdf)")
        if path is not None and self.preview.content:
            self._write(path)

    def _write(self, path: Path) -> None:
        from sharebook.domain.errors import Trouble

        try:
            path.write_bytes(self.preview.content)
        except OSError as error:
            why = error.strerror or "the disk would not have it"
            self.office.telling.tell(Trouble("document_not_kept", file=path.name, why=why))
        else:
            self.office.toast.say(f"Saved as {path.name}")


SCREEN = Documents
