"""Copies of what was sent, given before the entry is saved: kept with the form, then with it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.bootstrap.sealed_log import log_of
from sharebook.domain.attachments import Copy
from sharebook.domain.errors import Refused, SharebookError
from sharebook.domain.kept_drafts import KeptCopy
from sharebook.services.drafting import new_name
from sharebook.services.ports import Progress
from sharebook.ui.busy import Busy
from sharebook.ui.look import look
from sharebook.ui.screens.base import Office
from sharebook.ui.screens.record.form import Form
from sharebook.ui.screens.record.rest_row import RestRow
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.flow import FlowLayout
from sharebook.ui.widgets.removable import RemovableChip
from sharebook.ui.widgets.sheet import row
from sharebook.words.days import count
from sharebook.words.sentences import told
from sharebook.words.sizes import size_words

_ANY_FILE = "Any file (*)"
_HINT = "Read now, and kept encrypted: with the unfinished form, then with the entry."
_LONG = 18  # letters of a name on a chip


class Copies(RestRow):
    """Reads files and holds them until the form is saved or cleared.

    Signals:
        changed: a person attached a file, or took one out.

    Attributes:
        attach_button: asks for a file.
        held: the files that were read.
    """

    changed = Signal()

    def __init__(self, office: Office, form: Form) -> None:
        self.attach_button = button("Attach a copy…", "small", "clip")
        self._busy = Busy()
        self._chips = QWidget()
        self._flow = FlowLayout(look().px(6))
        self._chips.setLayout(self._flow)
        inner = QWidget()
        inner.setFocusProxy(self.attach_button)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        column.addWidget(self._chips)
        column.addLayout(row(self.attach_button, 1))
        column.addWidget(self._busy)
        super().__init__("copies", "Copy of what was sent", inner, _HINT)
        self.held: list[Copy] = []
        self._office = office
        self._form = form
        self._turn = 0
        self.attach_button.clicked.connect(self._on_attach)
        self._stand_in(form)
        self._show()

    def _stand_in(self, form: Form) -> None:
        """Stand under the rest of the form, which takes dropped files too."""
        column = form.rest.layout()
        if column is not None:
            column.addWidget(self)
        QWidget.setTabOrder(form.rest.full_form, self.attach_button)
        form.setAcceptDrops(True)
        form.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take files that are dropped on the form."""
        if isinstance(event, QDragEnterEvent) and _files(event):
            event.acceptProposedAction()
            return True
        if type(event) is QDropEvent and _files(event):
            event.acceptProposedAction()
            self.read(_files(event))
            return True
        return super().eventFilter(watched, event)

    def ready(self) -> tuple[Copy, ...]:
        """Return the files as they will be kept.

        Raises:
            Refused: one is too large for the log it would go to, is empty, or is there twice.
            Trouble: the compartment cannot be opened.
        """
        attaching = log_of(self._office.desk, sealed=self._form.sealed).attaching
        return attaching.ready(self.held)

    def read(self, paths: Sequence[Path]) -> None:
        """Read files in the background; one that cannot be taken is told of, and none is kept."""
        from sharebook.bootstrap.attached_copies import read_copy

        self.complain("")
        attaching = log_of(self._office.desk, sealed=self._form.sealed).attaching
        turn, held = self._turn, tuple(self.held)

        def work(progress: Progress) -> tuple[int, tuple[Copy, ...]]:
            copies = [read_copy(path, attaching, progress) for path in paths]
            return turn, attaching.ready((*held, *copies))

        job = self._busy.watch(self._office.background.start(work), "Reading the file")
        job.succeeded.connect(self._on_read)
        job.failed.connect(self._on_failed)

    def hold(self, copies: Sequence[Copy]) -> None:
        """Hold these files, and no others: another form is shown."""
        self._turn += 1
        self.held = list(copies)
        self.complain("")
        self._show()

    @property
    def named(self) -> tuple[KeptCopy, ...]:
        """What an unfinished form says of the files."""
        return tuple(KeptCopy(each.key, each.name) for each in self.held)

    @property
    def contents(self) -> dict[str, bytes]:
        """The bytes of the files by key."""
        return {each.key: each.content for each in self.held}

    def bring_back(self, named: Sequence[KeptCopy], contents: Mapping[str, bytes]) -> None:
        """Hold the files of a form that was kept; say which of them could not be brought back."""
        there = [it for it in named if it.key in contents]
        self.hold([Copy(it.name, contents[it.key], it.key) for it in there])
        gone = [it.name for it in named if it.key not in contents]
        if gone:
            self.complain(told(Refused("copies_not_back", self.name, names=", ".join(gone))))
            self._office.toast.say(f"Not brought back: {count(len(gone), 'attached file')}")

    def _on_attach(self) -> None:
        path = self._office.ask.opens("Attach a copy of what was sent", _ANY_FILE)
        if path is not None:
            self.read([path])

    def _on_read(self, read: tuple[int, tuple[Copy, ...]]) -> None:
        turn, copies = read
        if turn == self._turn:
            self.held = [it if it.key else replace(it, key=new_name()) for it in copies]
            self._show()
            self.changed.emit()

    def _on_failed(self, problem: SharebookError) -> None:
        shown = Refused(problem.code, self.name, **problem.facts)
        self._office.telling.tell(shown if isinstance(problem, Refused) else problem, [self])

    def _take_out(self, copy: Copy) -> None:
        self.held.remove(copy)
        self._show()
        self.changed.emit()
        self.attach_button.setFocus()

    def _show(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for copy in self.held:
            chip = RemovableChip(f"{_shortened(copy.name)}, {size_words(len(copy.content))}")
            chip.setToolTip(copy.name)
            chip.removed.connect(partial(self._take_out, copy))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self.held))
        if self.held:
            self.mark_gap(missing=False)
        else:
            self.mark_open()


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _shortened(name: str) -> str:
    half = _LONG // 2
    return name if len(name) <= _LONG else f"{name[:half]}…{name[-half:]}"
