"""A list of pupils, pasted or from a file: shown as it is understood before anybody is chosen."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from sharebook.domain.errors import SharebookError, Trouble
from sharebook.domain.names import PupilId
from sharebook.services.gathering import About, Found, Gathered, Gathering
from sharebook.services.ports import Progress
from sharebook.ui.busy import Busy
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.models.rows import Column
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.record.paste_rows import ListRow, rows_of, told
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import line, row
from sharebook.ui.widgets.table import TWO_LINES, Table
from sharebook.words.days import count

_HINT = "Names, UPNs or admission numbers, one to a line, as they come from an email or a table."
_KEYS = "Space takes a child in or out. Nothing is chosen before you say so."
_FILES = "Lists (*.csv *.xlsx *.txt *.tsv)"
_AT_ONCE = 40  # lines that are understood while one looks on
_PAUSE = 150  # milliseconds after the last key
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Read = Callable[[Gathering, Progress | None], Gathered]


class PasteDialog(SheetDialog):
    """Accepted means that `chosen` are to be put in.

    Attributes:
        name: what the list is called: "Pasted list", or the file's own name.
        text: what is typed or pasted.
        table: whom each line means.
        add: takes those who are in; Ctrl Enter does the same.
        leave: changes nothing, and so does Esc.
    """

    def __init__(self, office: Office, about: About, window: QWidget) -> None:
        super().__init__(window, "A list of pupils", 880)
        self._office, self._about = office, about
        self.name = "Pasted list"
        self.gathered: Gathered | None = None
        self._taken: dict[int, PupilId] = {}
        self._reading = 0
        self.text = QPlainTextEdit(tabChangesFocus=True)
        self.field = Field("list", "The &list", self.text, _HINT)
        self.file = button("From a &file…", "small", "import")
        self.told = label("", "b", wrap=True)
        self.table: Table[ListRow] = Table(self._columns(), "Whom the list means", TWO_LINES)
        self.busy = Busy()
        self.add = button("&Put in", "go", key="Ctrl Enter")
        self.leave = button("Change nothing", key="Esc")
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()
        self._show(None)
        self.text.setFocus()

    @property
    def chosen(self) -> tuple[PupilId, ...]:
        """Who is in, in the order of the list."""
        return tuple(dict.fromkeys(self._taken[place] for place in sorted(self._taken)))

    def _columns(self) -> list[Column[ListRow]]:
        return [
            Column(
                "On the list",
                lambda it: it.line.said,
                lambda it: f"Line {it.line.row}",
                middle=True,
            ),
            Column("In the register", lambda it: it.who, lambda it: it.where, bold=True),
            Column("", lambda _: "", chip=lambda it: it.chip(taken=self._is_in(it)), width=150),
        ]

    def _lay_out(self) -> None:
        self.column.addWidget(label("A list of pupils", "h2"))
        self.text.setMinimumHeight(look().px(56))
        self.text.setMaximumHeight(look().px(90))
        self.column.addWidget(self.field)
        across = row(self.told, self.file)
        across.setStretch(0, 1)  # the words have the room, not the space between
        self.column.addLayout(across)
        self.column.addWidget(line())
        self.column.addWidget(self.busy)
        self.table.setMinimumHeight(look().px(250))
        self.column.addWidget(self.table, 1)
        self.column.addWidget(label(_KEYS, "small", wrap=True))
        self.column.addLayout(row(self.add, 1, self.leave))
        self.add.setAutoDefault(False)
        self.setTabOrder(self.text, self.table)
        self.setTabOrder(self.table, self.add)
        self.setTabOrder(self.leave, self.file)

    def _connect(self) -> None:
        self.text.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._on_typed)
        self.table.opened.connect(self._turn)
        self.table.installEventFilter(self)
        self.file.clicked.connect(self.ask_file)
        self.add.clicked.connect(self._on_add)
        self.leave.clicked.connect(self.reject)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let Space take a child in or out; a table keeps Ctrl Enter to itself."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            here = self.table.record
            if event.key() == Qt.Key.Key_Space and here is not None:
                self._turn(here)
                return True
            if _ends(event):
                self._end()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl Enter puts in who is in."""
        if _ends(event):
            self._end()
            return
        super().keyPressEvent(event)

    def _end(self) -> None:
        if self._pause.isActive():
            self._on_typed()
        self.add.click()

    def take_text(self, text: str) -> None:
        """Show a pasted list, and the keyboard on what must be looked at."""
        self.text.setPlainText(text)
        self._on_typed()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_file(self) -> None:
        """Ask which file, and show what is in it."""
        path = self._office.ask.opens("A list of pupils", _FILES)
        if path is not None:
            self.take_file(path)

    def take_file(self, path: Path) -> None:
        """Show what is in a file."""
        try:
            data = path.read_bytes()
        except OSError as error:
            self._fail(Trouble("file_unreadable", file=path.name, why=error.strerror or ""))
            return
        self.text.blockSignals(True)
        self.text.setPlainText("")
        self.text.blockSignals(False)
        self.name = path.name
        about = self._about
        self._begin(
            lambda gathering, progress: gathering.read_file(path.name, data, about, progress)
        )

    def _on_typed(self) -> None:
        self._pause.stop()
        typed, about = self.text.toPlainText(), self._about
        self.name = "Pasted list"
        self._reading += 1
        if not typed.strip():
            self._show(None)
        elif typed.count("\n") > _AT_ONCE:
            self._begin(lambda gathering, progress: gathering.read(typed, about, progress))
        else:
            self._try(lambda: self._show(self._office.desk.gathering.read(typed, about)))

    def _begin(self, read: Read) -> None:
        """Read away from the window: five thousand lines take a moment."""
        self._reading += 1
        number, desk = self._reading, self._office.desk

        def work(progress: Progress) -> Gathered:
            with closing(desk.again()) as own:
                return read(own.gathering, progress)

        job = self.busy.watch(self._office.background.start(work), "Looking up names")
        job.succeeded.connect(lambda found: self._arrived(found, number))
        job.failed.connect(self._fail)

    def _arrived(self, found: Gathered, number: int) -> None:
        if number != self._reading:
            return  # something else was typed meanwhile
        self._show(found)
        if not self.text.toPlainText():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _try(self, do: Callable[[], None]) -> None:
        try:
            do()
        except SharebookError as problem:
            self._fail(problem)

    def _fail(self, problem: Exception) -> None:
        self._show(None)
        self._office.telling.tell(problem, [self.field])
        self.fit()

    def _show(self, gathered: Gathered | None) -> None:
        self.field.complain("")
        self.gathered = gathered
        lines = gathered.lines if gathered else ()
        self._taken = {
            place: each.pupils[0] for place, each in enumerate(lines) if each.found is Found.SURE
        }
        self.table.show_rows(rows_of(gathered) if gathered else [])
        self.table.pick_first()
        self._count()

    def _is_in(self, it: ListRow) -> bool:
        return it.pupil is not None and self._taken.get(it.place) == it.pupil

    def _turn(self, it: ListRow) -> None:
        """Take a child in or out; of several that one line may mean only one is in."""
        if not it.may_be_taken or it.pupil is None:
            return
        if self._is_in(it):
            del self._taken[it.place]
        else:
            self._taken[it.place] = it.pupil
        self.table.viewport().update()
        self._count()

    def _count(self) -> None:
        number = len(self.chosen)
        self.told.setText(told(self.gathered, number, self._taken) if self.gathered else "")
        self.add.setText(f" &Put in {count(number, 'pupil')}     Ctrl Enter")
        self.add.setEnabled(number > 0)
        if self.isVisible():
            self.fit()

    def _on_add(self) -> None:
        if self.chosen:
            self.accept()


def _ends(event: QKeyEvent) -> bool:
    return event.key() in _ENTERS and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
