"""How was the receipt asked for? A letter to print or to keep, or another way."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QWidget

from sharebook.bootstrap.sealed_log import log_of, sealed_log
from sharebook.domain.errors import SharebookError, Trouble
from sharebook.domain.sealed import said_number
from sharebook.services.ports import Progress
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.room import LARGE_TEXT
from sharebook.ui.screens.base import Office
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, beside, label
from sharebook.ui.widgets.sheet import row

_WORDS = (
    "A short letter asks them to confirm that it arrived, with a part to send back. It names no "
    "pupil and not what was sent. That you asked is kept with the entry."
)
PRINT, SAVE, OTHERWISE = "print", "save", "otherwise"


class ChaseDialog(SheetDialog):
    """Asks how.

    Attributes:
        chosen: `PRINT`, `SAVE` or `OTHERWISE`, once accepted.
    """

    def __init__(self, window: QWidget, said: str) -> None:
        title = f"Ask for the receipt of entry {said}?"
        super().__init__(window, title, 700)
        self.chosen = ""
        icon = IconLabel("doc", 24, "accent")
        self.column.addWidget(beside(icon, label(title, "h2", wrap=True), gap=14))
        self.column.addWidget(label(_WORDS, wrap=True))
        self.print = button("&Print the letter", "", "print")
        self.save = button("&Save it as PDF", "", "import")
        self.otherwise = button("I asked &another way")
        self.safe = button("Not now", "go", key="Esc")
        self.column.addSpacing(8)
        acts = (self.print, self.save, self.otherwise)
        if look().size >= LARGE_TEXT:
            for each in acts:
                self.column.addWidget(each)
            self.column.addLayout(row(1, self.safe))
        else:
            self.column.addLayout(row(1, *acts, self.safe))
        for made, what in zip(acts, (PRINT, SAVE, OTHERWISE), strict=True):
            made.clicked.connect(lambda _=False, it=what: self._choose(it))
        self.safe.clicked.connect(self.reject)
        self.safe.setDefault(True)
        self.safe.setFocus()

    def _choose(self, what: str) -> None:
        self.chosen = what
        self.accept()


def ask_for_receipt(office: Office, window: QWidget, number: int, *, sealed: bool = False) -> None:
    """Ask how, make the letter, and note that the receipt of entry `number` was asked for."""
    dialog = ChaseDialog(window, said_number(number, sealed=sealed))
    if not dialog.exec():
        return
    if dialog.chosen == OTHERWISE:
        note(office, number, sealed=sealed)
        return
    send = _printed if dialog.chosen == PRINT else _saved
    person = office.desk.person

    def make(_progress: Progress) -> bytes:
        with closing(office.desk.again()) as desk:
            letters = sealed_log(desk) if sealed else desk.publishing
            return desk.publishing.render(letters.chase_letter(number, person), "pdf")

    def made(content: bytes) -> None:
        send(office, window, content, lambda: note(office, number, sealed=sealed))

    job = office.background.start(make, quiet=True)
    job.succeeded.connect(made)
    job.failed.connect(office.telling.tell)


def note(office: Office, number: int, *, sealed: bool = False) -> None:
    """Note that the receipt was asked for today."""
    desk = office.desk
    try:
        log_of(desk, sealed=sealed).chasing.ask_again(number, desk.person)
    except SharebookError as problem:
        office.telling.tell(problem)
        return
    said = said_number(number, sealed=sealed)
    office.toast.say(f"Noted that you asked for the receipt of entry {said}")
    office.changed.tell("disclosure")


def _printed(office: Office, window: QWidget, content: bytes, done: Callable[[], object]) -> None:
    from sharebook.ui.printing import ask_printer, printing

    printer = ask_printer(window, "Letter")
    if printer is None:
        return
    job = office.background.start(printing(content, printer))
    job.succeeded.connect(lambda _pages: done())
    job.failed.connect(office.telling.tell)


def _saved(office: Office, window: QWidget, content: bytes, done: Callable[[], object]) -> None:  # noqa: ARG001 - as for printing
    path: Path | None = office.ask.saves("Save as PDF", "Letter.pdf", "PDF (*.pdf)")
    if path is None:
        return
    try:
        path.write_bytes(content)
    except OSError as error:
        why = error.strerror or "the disk would not have it"
        office.telling.tell(Trouble("document_not_kept", file=path.name, why=why))
        return
    done()
