"""One entry in full, beside the log, with what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
)

from sharebook.ui.look import look
from sharebook.ui.screens.log.entry_facts import EntryFacts
from sharebook.ui.screens.log.entry_page import EntryPage
from sharebook.ui.screens.log.quiet_acts import QuietActs
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label, restyle
from sharebook.ui.widgets.sheet import line, row

_WIDTH = 360
_LEAST = 40  # a line or two: at twice the text size on a small screen the buttons need the rest
_ANY_WIDTH = 16777215  # Qt's own largest


class EntryPanel(QFrame):
    """Shows an EntryFacts.

    Signals:
        put_right, again, copy: the number of the entry to put right, to record once more, or to
            record again for others.
        struck: the entry to strike out as recorded by mistake, or to put back (an EntryFacts).
        before: the entry whose earlier versions are asked for (an EntryFacts).
        receipt: the entry whose receipt is asked for (an EntryFacts).
        moved: the entry to move into the compartment, or out of it (an EntryFacts).
        see: the number of another entry to show.
        closed: the panel was closed.
        attach: a copy is to be attached to the entry (an EntryFacts).
        dropped: files that were dropped on it (an EntryFacts and a list of paths).
        save_file, take_out: a file to save a copy of, or to take out (an EntryFacts and it).
        incident: an incident to open (an EntryFacts and its number).

    Args:
        seals: whoever looks at it holds the key of the compartment.
        writes: whoever looks at it may change the register.

    Attributes:
        page: what is shown of the entry; made anew for each.
    """

    put_right = Signal(int)
    again = Signal(int)
    copy = Signal(int)
    struck = Signal(object)
    before = Signal(object)
    receipt = Signal(object)
    moved = Signal(object)
    see = Signal(int)
    closed = Signal()
    attach = Signal(object)
    dropped = Signal(object, object)
    save_file = Signal(object, object)
    take_out = Signal(object, object)
    incident = Signal(object, int)

    def __init__(self, *, seals: bool = False, writes: bool = True) -> None:
        super().__init__()
        self._writes = writes
        self.page: EntryPage | None = None
        self.setProperty("f", "sheet")
        self.shown: EntryFacts | None = None
        self.heading = label("", "h2")
        self.title = label("", "b", wrap=True)
        self.written = label("", "small", wrap=True)
        self.close_button = button("", "quiet", "x")
        self.close_button.setAccessibleName("Close this entry")
        self.close_button.setToolTip("Close this entry  Esc")
        self.put_right_button = button("&Put right", "go", "edit")
        self.again_button = button("&Same again", "", "loop")
        self.copy_button = button("Record &again for others…", "quiet", "pupils")
        self.copy_button.setToolTip("The same for other pupils, today")
        self.mistake_button = button("", "quiet", "undo")
        self.before_button = button("&What did this say before?", "quiet", "clock")
        self.receipt_button = button("Ask for the &receipt…", "quiet", "doc")
        self.move_button = button("", "quiet", "eyeoff") if seals else None
        self.other_button = button("See the other entry", "quiet", "right")
        self.area = _area()
        self._lay_out()
        self._connect()
        self.beside(wide=True)
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        pad = look().px(14)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(look().px(6))
        top = row()
        top.addWidget(self.heading, 1)
        top.addWidget(self.close_button)
        column.addLayout(top)
        column.addWidget(self.title)
        column.addWidget(self.written)
        column.addWidget(line("rule"))
        column.addWidget(self.area, 1)
        column.addWidget(QuietActs(self._quiet_buttons))
        column.addLayout(row(self.put_right_button, self.again_button, 1))

    def _connect(self) -> None:
        self.put_right_button.clicked.connect(lambda: self.put_right.emit(self._number))
        self.again_button.clicked.connect(lambda: self.again.emit(self._number))
        self.copy_button.clicked.connect(lambda: self.copy.emit(self._number))
        self.mistake_button.clicked.connect(lambda: self.struck.emit(self.shown))
        self.before_button.clicked.connect(lambda: self.before.emit(self.shown))
        self.receipt_button.clicked.connect(lambda: self.receipt.emit(self.shown))
        if self.move_button is not None:
            self.move_button.clicked.connect(lambda: self.moved.emit(self.shown))
        self.other_button.clicked.connect(self._on_other)
        self.close_button.clicked.connect(self.closed)

    def beside(self, *, wide: bool) -> None:
        """Stand beside the log, or, where there is no room for both, in its place."""
        self.setMinimumWidth(look().px(_WIDTH) if wide else 0)
        self.setMaximumWidth(look().px(_WIDTH) if wide else _ANY_WIDTH)

    @property
    def _quiet_buttons(self) -> tuple[QPushButton, ...]:
        moving = () if self.move_button is None else (self.move_button,)
        first = (self.other_button, self.receipt_button, self.before_button)
        return self.copy_button, *first, *moving, self.mistake_button

    @property
    def writing(self) -> tuple[QPushButton, ...]:
        """The buttons that change the log."""
        changing = (self.put_right_button, self.again_button, self.mistake_button)
        return *changing, self.copy_button, self.receipt_button

    def show_entry(self, entry: EntryFacts) -> None:
        """Show one entry."""
        self.shown = entry
        self.heading.setText(f"Entry {entry.said}")
        self.title.setText(entry.title)
        self.written.setText(entry.written)
        self._show_page(entry)
        self._offer(entry)
        self.setAccessibleName(f"Entry {entry.said}, {entry.title}")
        self.show()

    def _show_page(self, entry: EntryFacts) -> None:
        self.page = page = EntryPage(entry, writes=self._writes)
        self.area.setWidget(page)
        page.incident.connect(lambda number: self.incident.emit(entry, number))
        page.files.attach.connect(lambda: self.attach.emit(entry))
        page.files.dropped.connect(lambda paths: self.dropped.emit(entry, paths))
        page.files.save.connect(lambda it: self.save_file.emit(entry, it))
        page.files.take_out.connect(lambda it: self.take_out.emit(entry, it))

    def _offer(self, entry: EntryFacts) -> None:
        """Offer what can be done with this entry."""
        struck = bool(entry.mistake)
        restyle(self.title, "t", "strike" if struck or entry.put_right_by else "b")
        self.put_right_button.setVisible(not entry.put_right_by and not struck)
        for each in (self.again_button, self.copy_button):
            each.setVisible(not struck)
        self.receipt_button.setVisible(entry.awaits)
        words = "It was r&ight after all…" if struck else "Recorded by &mistake…"
        self.mistake_button.setText(f" {words}")
        self.mistake_button.setAccessibleName(words.replace("&", ""))
        self.mistake_button.setVisible(not entry.put_right_by)
        if self.move_button is not None:
            words = (
                "&Bring out of the compartment…" if entry.sealed else "Move into the &compartment…"
            )
            self.move_button.setText(f" {words}")
            self.move_button.setAccessibleName(words.replace("&", ""))
            self.move_button.setVisible(not entry.put_right_by and not struck)
        number = entry.put_right_by or entry.puts_right
        other = entry.other(number)
        said = "Put right by entry" if entry.put_right_by else "Puts right entry"
        self.other_button.setText(f" {said} {other}")
        self.other_button.setAccessibleName(f"{said} {other}")
        self.other_button.setVisible(bool(number))

    @property
    def _number(self) -> int:
        return self.shown.number if self.shown is not None else 0

    def _on_other(self) -> None:
        if self.shown is not None:
            self.see.emit(self.shown.put_right_by or self.shown.puts_right)


def _area() -> QScrollArea:
    """Return where the page scrolls; it gives way, so that the buttons stay in sight."""
    made = QScrollArea(widgetResizable=True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setAccessibleName("The entry")
    made.setMinimumHeight(look().px(_LEAST))
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    return made
