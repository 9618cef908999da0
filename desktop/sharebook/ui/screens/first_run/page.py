"""Step four, the other way: read the page that tells families whom the school shares with."""

from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from sharebook.ui.busy import Busy
from sharebook.ui.look import look
from sharebook.ui.screens.bring_in.reading import read_file
from sharebook.ui.screens.bring_in.tiles import of_page
from sharebook.ui.screens.bring_in.tiles_view import TilesView
from sharebook.ui.telling import Telling
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.door import Helpers
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import row
from sharebook.ui.widgets.steps import Steps

if TYPE_CHECKING:
    from sharebook.bootstrap.desk import Desk
    from sharebook.domain.preview import PagePreview
    from sharebook.services.ports import Progress

_KINDS = ("Choose the sharing page", "Pages (*.txt *.html *.htm *.md *.docx)")
_PASTED = "pasted text.txt"
_WORDS = (
    "Copy the page from your website and paste it here, or choose its file. Every line becomes a "
    "recipient and what is shared with them; you see all of it before anything is written."
)


class PageStep(QWidget):
    """Takes the page as text or as a file, shows what it would bring in, and brings it in.

    Signals:
        done: the page is in the register.
        back: tick from the list instead.
    """

    done = Signal()
    back = Signal()

    def __init__(self, helpers: Helpers, desk: "Desk") -> None:
        super().__init__()
        self._helpers = helpers
        self._telling = Telling(helpers.ask)
        self._desk = desk
        self._preview: PagePreview | None = None
        self.text = QPlainTextEdit(tabChangesFocus=True)
        self.field = Field("file", "The words of the page", self.text)
        self.choose = button("Choose a file", "", "doc")
        self.read = button("Look what is in it", "go")
        self.go_back = button("Back to the list", "quiet")
        self.view = TilesView()
        self.apply = button("Bring it in and open the register", "go", "import")
        self.again = button("Another text", "quiet")
        self.busy = Busy()
        self._parts = Steps()
        self._lay_out()
        self.setFocusProxy(self.text)
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(10))
        column.addWidget(label("Step 4 of 4", "eyebrow"))
        column.addWidget(label("Your own sharing page", "h1", wrap=True))
        column.addWidget(self.busy)
        column.addWidget(self._parts, 1)
        self._asking, ask = _column()
        ask.addWidget(label(_WORDS, "muted", wrap=True))
        self.text.setMinimumHeight(look().px(160))
        ask.addWidget(self.field, 1)
        ask.addLayout(row(self.go_back, 1, self.choose, self.read))
        self._shown, show = _column()
        self.view.setMinimumHeight(look().px(300))
        show.addWidget(self.view, 1)
        show.addLayout(row(self.again, 1, self.apply))
        self._asking.setFocusProxy(self.text)
        self._shown.setFocusProxy(self.apply)
        QWidget.setTabOrder(self.text, self.choose)
        QWidget.setTabOrder(self.read, self.go_back)
        self._parts.turn_to(self._asking)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._on_choose)
        self.read.clicked.connect(self._on_read_text)
        self.go_back.clicked.connect(self.back)
        self.again.clicked.connect(self._on_again)
        self.apply.clicked.connect(self._on_apply)

    def _on_choose(self) -> None:
        path = self._helpers.ask.opens(*_KINDS)
        if path is not None:
            self._look(path.name, lambda: read_file(path))

    def _on_read_text(self) -> None:
        words = self.text.toPlainText()
        if not words.strip():
            self.field.complain("Paste the words of the page first, or choose its file.")
            self.text.setFocus()
            return
        self._look(_PASTED, lambda: words)

    def _look(self, name: str, source: Callable[[], bytes | str]) -> None:
        self.field.complain("")
        desk = self._desk

        def work(_progress: "Progress") -> "PagePreview":
            with closing(desk.again()) as own:
                return own.importing_page.preview(name, source())

        job = self.busy.watch(self._helpers.background.start(work), "Reading the page")
        job.succeeded.connect(self._on_read)
        job.failed.connect(lambda problem: self._telling.tell(problem, (self.field,)))

    def _on_read(self, preview: "PagePreview") -> None:
        self._preview = preview
        shown = of_page(preview)
        self.view.show_tiles(shown.tiles)
        self.apply.setEnabled(shown.can_apply)
        self._parts.turn_to(self._shown)

    def _on_again(self) -> None:
        self._preview = None
        self._parts.turn_to(self._asking)

    def _on_apply(self) -> None:
        preview, desk = self._preview, self._desk
        if preview is None:
            return
        self.apply.setEnabled(False)

        def work(progress: "Progress") -> None:
            with closing(desk.again()) as own:
                own.importing_page.apply(preview, own.person, progress)

        job = self.busy.watch(self._helpers.background.start(work), "Bringing in the page")
        job.succeeded.connect(lambda _nothing: self.done.emit())
        job.failed.connect(self._on_failed)
        job.cancelled.connect(lambda: self.apply.setEnabled(True))

    def _on_failed(self, problem: Exception) -> None:
        self.apply.setEnabled(True)
        self._telling.tell(problem)


def _column() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look().px(10))
    return page, column
