"""Copies of what was sent, on the page of an entry: what they are called, and what to do."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sharebook.domain.attachments import Attachment
from sharebook.ui.look import look
from sharebook.ui.screens.log.entry_facts import EntryFacts
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, label
from sharebook.ui.widgets.sheet import notice, panel, row
from sharebook.words.sentences import told
from sharebook.words.sizes import size_words

_LETTERS = 8  # of a fingerprint; enough to compare by eye


class FilesPart(QWidget):
    """Lists the files of an entry.

    Signals:
        attach: a copy is to be chosen and attached.
        dropped: files were dropped here (a list of paths).
        save, take_out: the Attachment to save a copy of, or to take out.

    Args:
        writes: whoever looks at it may change the register.

    Attributes:
        attach_button: asks for a file; hidden where nothing may be attached.
    """

    attach = Signal()
    dropped = Signal(object)
    save = Signal(object)
    take_out = Signal(object)

    def __init__(self, entry: EntryFacts, *, writes: bool) -> None:
        super().__init__()
        self._writes = writes and entry.stands
        self.rows: dict[int, QFrame] = {}
        self.attach_button = button("A&ttach a copy…", "small", "clip")
        self.attach_button.setToolTip("Choose a file, or drop one here")
        self.attach_button.clicked.connect(self.attach)
        if not self._writes:  # never shown by hand: without a parent it would be a window
            self.attach_button.hide()
        self.setAcceptDrops(self._writes)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(4))
        if entry.files:
            self._column.addWidget(label("Copies of what was sent", "h3"))
        for each in entry.files:
            self._column.addWidget(self._file(each))
        if entry.many is not None:
            self._column.addWidget(notice("gap", told(entry.many)))
        self._column.addLayout(row(self.attach_button, 1))

    def _file(self, it: Attachment) -> QFrame:
        frame, column = panel("card", 8, 4)
        name = label(it.name, "b", wrap=True)
        name.setText(breakable(it.name))
        name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        name.setAccessibleName(it.name)
        top = row(IconLabel("clip", 18, "accent"))
        top.addWidget(name, 1)
        column.addLayout(top)
        column.addWidget(label(said_of(it), "small", wrap=True))
        save = button("Save a copy…", "small", "disk")
        save.setAccessibleName(f"Save a copy of {it.name}")
        save.clicked.connect(lambda: self.save.emit(it))
        out = button("Take out…", "quiet")
        out.setAccessibleName(f"Take out {it.name}")
        out.clicked.connect(lambda: self.take_out.emit(it))
        if not self._writes:
            out.hide()
        column.addLayout(row(save, out, 1))
        frame.setAccessibleName(f"{it.name}, {said_of(it)}")
        self.rows[int(it.id)] = frame
        return frame

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files, and nothing else."""
        if files_of(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Attach what was dropped."""
        event.acceptProposedAction()
        self.dropped.emit(files_of(event))


def files_of(event: QDropEvent) -> Sequence[Path]:
    """Return the files that are dragged."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def said_of(it: Attachment) -> str:
    """Return "2.5 MB, fingerprint 9F86D081"."""
    return f"{size_words(it.size)}, fingerprint {it.digest[:_LETTERS].upper()}"


def breakable(name: str) -> str:
    """Let a long name without spaces break at any letter."""
    return "\u200b".join(name)
