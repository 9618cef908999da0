"""Bring in: read a file, look at what it would do, then all of it or nothing."""

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.domain.preview import Outcome
from sharebook.ui.busy import Busy
from sharebook.ui.look import look
from sharebook.ui.screens.base import Office, Screen
from sharebook.ui.screens.bring_in.date_question import DateQuestion
from sharebook.ui.screens.bring_in.reading import read_file
from sharebook.ui.screens.bring_in.tiles import of_page, of_pupils
from sharebook.ui.screens.bring_in.tiles_view import TilesView
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, label
from sharebook.ui.widgets.sheet import panel, row
from sharebook.words.days import count

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.services.importing import DateOrder
    from sharebook.services.ports import Progress

_PUPILS = ("Choose a list of pupils", "Lists (*.csv *.txt *.tsv)")
_PAGE = ("Choose the sharing page", "Pages (*.txt *.html *.htm *.md *.docx)")
_HEADING = "Check before bringing in"


class BringIn(Screen):
    """Two doors for files, and the preview both lead to."""

    name = "bring_in"
    title = "Bring in"

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._kind = ""
        self._preview: Any = None
        self._writing = False
        self._path = Path()
        self.pupils_button = button("Choose the list", "go", "pupils")
        self.page_button = button("Choose the page", "", "doc")
        self.apply_button = button("Bring in", "go", "import", "Ctrl Enter")
        self.cancel_button = button("Cancel", "quiet")
        self.busy = Busy()
        self.view = TilesView()
        self.question = DateQuestion()
        self._read, self._file = label("", "b"), label("", "small")
        self._note = label("", "small", wrap=True)
        self._start, self._check = self._start_page(), self._check_page()
        self.body.addWidget(self.busy)
        self.body.addWidget(self._start)
        self.body.addWidget(self.question)
        self.body.addWidget(self._check, 1)
        self.body.addStretch(0)
        self._show_start()
        self._connect()

    def _start_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(14))
        offers = (
            ("pupils", "A list of pupils", _PUPIL_WORDS, self.pupils_button),
            ("doc", "The school’s own sharing page", _PAGE_WORDS, self.page_button),
        )
        for icon, words, more, choose in offers:
            frame, inside = panel("sheet", 20, 8)
            inside.addLayout(row(IconLabel(icon, 24, "accent"), label(words, "h2"), 1, gap=12))
            inside.addWidget(label(more, "muted", wrap=True))
            inside.addLayout(row(choose, 1))
            column.addWidget(frame)
        column.addStretch(1)
        return page

    def _check_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(12))
        top, inside = panel("sheet", 14, 0)
        self._changes = label("Nothing is changed until you press Bring in", "smallb")
        parts = (IconLabel("check", 18, "ok"), self._read, self._file, 1, self._changes)
        inside.addLayout(row(*parts))
        column.addWidget(top)
        column.addWidget(self.view, 1)
        self.view.foot.addWidget(self.apply_button)
        self.view.foot.addWidget(self._note, 1)
        self.view.foot.addWidget(self.cancel_button)
        return page

    def _connect(self) -> None:
        self.pupils_button.clicked.connect(partial(self.choose, "pupils"))
        self.page_button.clicked.connect(partial(self.choose, "page"))
        self.apply_button.clicked.connect(self.primary)
        self.cancel_button.clicked.connect(self._show_start)
        self.question.cancelled.connect(self._show_start)
        self.question.answered.connect(lambda order: self._look_at("pupils", order))

    def choose(self, kind: str) -> None:
        """Ask for a file of `kind` ("pupils" or "page"), read it, and show what it would do."""
        path = self.office.ask.opens(*(_PUPILS if kind == "pupils" else _PAGE))
        if path is None:
            return
        self._path = path
        self._look_at(kind)

    def _look_at(self, kind: str, order: "DateOrder | None" = None) -> None:
        """Read the chosen file; `order` is the answer to the question about its dates."""
        desk, path = self.office.desk, self._path
        answered = {"order": order} if order else {}

        def work(_progress: "Progress") -> Any:
            with closing(desk.again()) as own:
                return _service(own, kind).preview(path.name, read_file(path), **answered)

        job = self.busy.watch(self.office.background.start(work), f"Reading {path.name}")
        job.succeeded.connect(partial(self._on_read, kind))
        job.failed.connect(self.office.telling.tell)

    def _on_read(self, kind: str, preview: Any) -> None:
        self._kind, self._preview = kind, preview
        if preview.outcome is Outcome.NEEDS_CONFIRMATION:
            self._ask_order(preview)
            return
        shown = of_pupils(preview) if kind == "pupils" else of_page(preview)
        self.heading.setText(_HEADING)
        self._read.setText(shown.read)
        self._file.setText(preview.name)
        self._note.setText(shown.note)
        self.apply_button.setText(f" {shown.act}     Ctrl Enter")
        self.apply_button.setEnabled(shown.can_apply)
        self.view.show_tiles(shown.tiles)
        self._changes.show()
        self.apply_button.show()
        self.cancel_button.setText("Cancel")
        self._start.hide()
        self._check.show()
        (self.apply_button if shown.can_apply else self.view.table).setFocus()
        self.question.hide()  # after the caret has gone elsewhere, or it would jump away

    def _ask_order(self, preview: Any) -> None:
        self.heading.setText(_HEADING)
        self._check.hide()
        self.question.show()
        self.question.ask(preview.reason, preview.facts)
        self._start.hide()

    def primary(self) -> None:
        """Write everything the preview shows, in one transaction."""
        preview, kind, desk = self._preview, self._kind, self.office.desk
        if self.question.isVisible():
            self.question.day_first.click()
            return
        if preview is None or self.apply_button.isHidden() or not self.apply_button.isEnabled():
            return
        self._rest(writing=True)

        def work(progress: "Progress") -> Any:
            with closing(desk.again()) as own:
                return _service(own, kind).apply(preview, own.person, progress)

        job = self.busy.watch(self.office.background.start(work), f"Bringing in {preview.name}")
        job.succeeded.connect(self._on_written)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(partial(self._rest, writing=False))

    def _rest(self, *, writing: bool) -> None:
        """Let only Stop act while the file is being written."""
        if writing:
            self.view.table.setFocus()  # before its button goes, or the caret would jump away
        self._writing = writing
        self.apply_button.setEnabled(not writing)
        self.cancel_button.setEnabled(not writing)

    def _on_written(self, preview: Any) -> None:
        self._rest(writing=False)
        self.office.toast.say(f"{preview.name} is in the register")
        if getattr(preview, "held", ()):
            self._show_left_out(preview)
        else:
            self._show_start()
        self.office.changed.tell("pupil", "spell", "recipient", "flow", "heading")

    def _show_left_out(self, preview: Any) -> None:
        """Keep the rows that stayed out in sight, to be put right where they came from."""
        self.heading.setText("Brought in, with rows left out")
        self._read.setText(f"{count(len(preview.held), 'row')} stayed out")
        self.view.show_tiles([tile for tile in of_pupils(preview).tiles if tile.ink == "bad"])
        self._note.setText(
            "Put these right in the school’s own system and bring the list in again."
        )
        self._changes.hide()
        self.apply_button.hide()
        self.cancel_button.setText("Done")
        self.cancel_button.setFocus()

    def _on_failed(self, problem: Exception) -> None:
        self._rest(writing=False)
        self.office.telling.tell(problem)

    def _show_start(self) -> None:
        self._preview = None
        self.heading.setText(self.title)
        self._start.show()
        if self._check.isVisible() or self.question.isVisible():
            self.pupils_button.setFocus()  # before its page goes, or the caret would jump away
        self._check.hide()
        self.question.hide()

    def leave(self) -> bool:
        """Go from the preview back to choosing a file."""
        if self._preview is None:
            return False
        if not self._writing:
            self._show_start()
        return True

    def arrive(self, **wanted: Any) -> None:  # noqa: ARG002 - nothing is handed over
        """Put the keyboard on the first door."""
        if self._preview is None:
            self.pupils_button.setFocus()


def _service(desk: "Desk", kind: str) -> Any:
    services: dict[str, Callable[[], Any]] = {
        "pupils": lambda: desk.importing_pupils,
        "page": lambda: desk.importing_page,
    }
    return services[kind]()


_PUPIL_WORDS = (
    "A CSV file from the school’s own system: names, dates of birth, UPN, year and class. Rows "
    "with something wrong are held back with the reason; the rest can come in."
)
_PAGE_WORDS = (
    "The text that tells families whom you share with. Each line becomes a recipient and what is "
    "shared with them, mapped to the law; you see every mapping first."
)

SCREEN = BringIn
