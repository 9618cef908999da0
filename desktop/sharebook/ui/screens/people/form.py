"""What the forms of the page share: a sheet with words, fields, Cancel and one filled button."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from sharebook.ui.busy import Busy
from sharebook.ui.look import look
from sharebook.ui.room import HUGE_TEXT
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.people.changing import Change, Changed
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.hugging import Hugging
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import line, panel, row

_WIDE = 620
_RING = 6  # room for the focus ring inside the part that scrolls


class KeyForm(QWidget):
    """One change of keys; `fill` it, then `start` its work once.

    Signals:
        done: the change was made (a `Changed`).
        cancelled: nothing is wanted after all.

    Attributes:
        fields: where a refusal may be told.
        middle: the layout for what the form asks.
        act: the filled button.
    """

    done = Signal(object)
    cancelled = Signal()

    def __init__(self, office: Office, title: str, words: str, act: str) -> None:
        super().__init__()
        self.office = office
        self.fields: tuple[Field, ...] = ()
        huge = look().size >= HUGE_TEXT
        self.act = button(act, "go", key="" if huge else "Ctrl Enter")
        self.cancel = button("Leave it as it is", key="" if huge else "Esc")
        self.busy = Busy()
        self.busy.stop.hide()  # half a second, and nothing to be stopped half-way
        self._running = False
        self.middle = QVBoxLayout()
        self._lay_out(title, words)
        self.act.clicked.connect(self.go)
        self.cancel.clicked.connect(self.cancelled)

    def _lay_out(self, title: str, words: str) -> None:
        """Keep title and buttons in view: only the middle scrolls."""
        frame, column = panel("sheet", 20, 10)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        edge = look().px(_RING)
        inside.setContentsMargins(edge, edge, edge, edge)
        inside.setSpacing(look().px(12))
        self.middle.setSpacing(look().px(12))
        inside.addWidget(label(words, "muted", wrap=True))
        inside.addLayout(self.middle)
        column.addWidget(label(title, "h2"))
        column.addWidget(line("rule"))
        column.addWidget(Hugging(inner))
        column.addWidget(self.busy)
        column.addLayout(row(1, self.cancel, self.act))
        frame.setMaximumWidth(look().px(_WIDE))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)
        whole.addStretch(1)

    @property
    def running(self) -> bool:
        """Whether the change is being made now."""
        return self._running

    def refuse(self) -> None:
        """Let the person pass who may do this, before anything is asked.

        Raises:
            Refused: they may not, and the sentence says who may.
            Trouble: the key file cannot be read.
        """

    def begin(self) -> None:
        """Forget what was asked before, and put the keyboard into the first field."""
        self.forget()

    def forget(self) -> None:
        """Keep nothing of what was typed."""

    def said(self, changed: Changed) -> str:  # noqa: ARG002 - most forms say one thing
        """Return what is said once it is done."""
        return ""

    def change(self) -> Change | None:
        """Return the work, or None after telling what is missing."""
        return None

    def waiting(self) -> str:
        """Return the words for the wait."""
        return "Working out the new keys; this takes a moment"

    def go(self) -> None:
        """Make the change, once."""
        if self._running:
            return
        for field in self.fields:
            field.complain("")
        work = self.change()
        if work is None:
            return
        self._rest(running=True)
        job = self.busy.watch(self.office.background.start(work), self.waiting())
        job.succeeded.connect(self._on_done)
        job.failed.connect(self._on_failed)

    def _on_done(self, changed: Changed) -> None:
        self._rest(running=False)
        self.done.emit(changed)

    def _on_failed(self, problem: Exception) -> None:
        self._rest(running=False)
        self.tell(problem)

    def tell(self, problem: Exception) -> None:
        """Tell what went wrong, under the field it belongs to."""
        self.office.telling.tell(problem, self.fields)

    def _rest(self, *, running: bool) -> None:
        self._running = running
        self.act.setEnabled(not running)
        self.cancel.setEnabled(not running)


def typed_in(field: Field) -> str:
    """Return what stands in a field of one line."""
    return field.inner.text() if isinstance(field.inner, QLineEdit) else ""


def in_order(first: QWidget, *rest: QWidget | Sequence[QWidget]) -> None:
    """Let Tab go from one widget to the next."""
    before = first
    for each in rest:
        for widget in each if isinstance(each, Sequence) else (each,):
            QWidget.setTabOrder(before, widget)
            before = widget
