"""The test page for style changes: every type size, colour, state, button, field and icon."""

from datetime import UTC, datetime

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from sharebook.ui import icons
from sharebook.ui.chips import Chip
from sharebook.ui.look import look
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.chip import ChipLabel
from sharebook.ui.widgets.combo import Combo
from sharebook.ui.widgets.date_field import DateField
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import IconLabel, label
from sharebook.ui.widgets.picker import Picker, among
from sharebook.ui.widgets.popup import Choice
from sharebook.ui.widgets.segments import Segments
from sharebook.ui.widgets.sheet import notice, panel, row

TOKENS = (
    *("desk", "rail", "sheet", "sunk", "line", "line2", "ink", "muted", "accent", "link"),
    *("tint", "tint2", "gap", "gap_bg", "gap_dot", "bad", "bad_bg", "ok", "ok_bg"),
    *("hold", "hold_bg", "focus"),
)
STATES = (
    ("gap", "A gap: can wait", "Orange dot and the words “can wait”"),
    ("warn", "A warning", "Triangle; offers the usual right choice"),
    ("bad", "Blocked or refused", "Octagon with a bar"),
    ("overdue", "Overdue", "Clock and how long"),
    ("hold", "Withheld", "Struck eye; only for those who may see it"),
    ("old", "Superseded", "Struck through, with “See 1281”"),
    ("ok", "In order", "Tick in a circle"),
    ("fact", "Plain fact", ""),
)
TYPES = (
    ("h1", "Title 27 bold"),
    ("h2", "Heading 18 bold"),
    ("h3", "Group 15 bold"),
    ("b", "Row name 14 semibold"),
    ("", "Body 14: name, class, diet and allergy list"),
    ("small", "Second line 13: so that lunch is safe"),
    ("lead", "Reading aloud 16: “I will ring you back today.”"),
)


class StillClock:
    def now(self) -> datetime:
        return datetime(2026, 9, 14, 10, 40, tzinfo=UTC)

    def today(self):
        return self.now().date()


class Swatch(QWidget):
    def __init__(self, token: str) -> None:
        super().__init__()
        self.token = token
        self.setFixedSize(30, 30)

    def paintEvent(self, _event) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setPen(look().colour("line2"))
        painter.setBrush(look().colour(self.token))
        painter.drawRoundedRect(QRect(0, 0, 29, 29), 4, 4)


class PartsPage(QWidget):
    """Shows every part once."""

    def __init__(self) -> None:
        super().__init__()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 14, 24, 20)
        note = label("One file of colours, one style sheet, one set of icons", "muted")
        whole.addLayout(row(label("Parts of Sharebook", "h1"), 1, note))
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, part in enumerate(
            (types(), colours(), states(), buttons(), self.fields(), waiting())
        ):
            grid.addWidget(part, place // 3, place % 3)
        whole.addLayout(grid, 1)

    def fields(self) -> QFrame:
        frame, column = panel("sheet", 16, 5)
        column.addWidget(label("Fields", "eyebrow"))
        self.when = Field("when", "When?", DateField(StillClock()))
        column.addWidget(self.when)
        self.asked = Field("asked", "Who asked?", Combo([("Choose a person", None)]))
        self.asked.mark_gap(missing=True)
        column.addWidget(self.asked)
        what = Picker(among(()), "What was sent", several=True)
        what.show_picked([Choice("Name", 1), Choice("Asthma care plan", 2, warning=True)])
        column.addWidget(Field("what", "What was sent?", what))
        column.addStretch(1)
        return frame


def types() -> QFrame:
    frame, column = panel()
    column.addWidget(label("Type", "eyebrow"))
    for kind, words in TYPES:
        column.addWidget(label(words, kind))
    column.addStretch(1)
    return frame


def colours() -> QFrame:
    frame, column = panel()
    column.addWidget(label("Colour", "eyebrow"))
    grid = QGridLayout()
    for place, token in enumerate(TOKENS):
        side = QHBoxLayout()
        side.addWidget(Swatch(token))
        side.addWidget(label(token, "small"), 1)
        grid.addLayout(side, place % 6, place // 6)
    column.addLayout(grid)
    column.addStretch(1)
    return frame


def states() -> QFrame:
    frame, column = panel("sheet", 16, 6)
    column.addWidget(label("States, never by colour alone", "eyebrow"))
    for kind, words, shape in STATES:
        column.addLayout(row(ChipLabel(Chip(words, kind)), 1, label(shape, "small")))
    column.addStretch(1)
    return frame


def buttons() -> QFrame:
    frame, column = panel()
    column.addWidget(label("Buttons", "eyebrow"))
    save = button("Save disclosure", "go", "check")
    column.addLayout(row(save, button("Print", "", "print"), button("Not yet", "quiet"), 1))
    stop = button("Stop sharing", "danger", "stop")
    off = button("Publish")
    off.setEnabled(False)
    column.addLayout(row(stop, off, button("Focused", "go"), 1))
    column.addWidget(Segments([("Now", 0), ("On a past day…", 1)]))
    grid = QGridLayout()
    for place, name in enumerate(icons.names()):
        grid.addWidget(IconLabel(name, 20, "accent"), place // 12, place % 12)
    column.addLayout(grid)
    column.addStretch(1)
    return frame


def waiting() -> QFrame:
    frame, column = panel()
    column.addWidget(label("Waiting and answering", "eyebrow"))
    column.addLayout(row(label("Reading row 157 of 412", "b"), 1, button("Stop", "small")))
    bar = QProgressBar(textVisible=False, maximum=412, value=157)
    column.addWidget(bar)
    column.addWidget(notice("gap", "Sharing goes on, but its agreement has run out."))
    column.addWidget(notice("ok", "Backup opened and checked."))
    column.addWidget(notice("bad", "No live consent. Nothing may be sent."))
    column.addStretch(1)
    return frame
