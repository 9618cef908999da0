"""The panel in place of an answer: the same whatever the cause, so that it proves nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from sharebook.ui.look import look
from sharebook.ui.room import Room
from sharebook.ui.screens.answer.words import SAY_TO_ANYONE
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, beside, label
from sharebook.ui.widgets.sheet import panel, row

_WIDTH = 610


class AskFirst(QWidget):
    """Check with the safeguarding lead; what to say meanwhile; keep a note.

    Signals:
        asked: someone else is to ring back.
        ended: only a note is kept.
    """

    asked = Signal()
    ended = Signal()

    def __init__(self, lead: str) -> None:
        super().__init__()
        frame, column = panel("hold", 22, 10)
        frame.setMaximumWidth(look().px(_WIDTH))
        title = label("Check with the safeguarding lead before answering", "h2", wrap=True)
        column.addWidget(beside(IconLabel("shield", 28, "hold"), title, gap=12))
        column.addWidget(label("Say to the caller:", "smallb"))
        column.addWidget(label(SAY_TO_ANYONE, "lead", wrap=True))
        self.ask = button(f"&Ask {lead} to call back".replace("  ", " "), "go", "phone")
        self.end = button("&Keep a note and end the call")
        self._buttons = row(self.ask, self.end, gap=10)
        self._buttons.setAlignment(Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._buttons)
        self.ask.clicked.connect(self.asked)
        self.end.clicked.connect(self.ended)
        self._middle = middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(frame, 8)
        middle.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setAlignment(Qt.AlignmentFlag.AlignTop)
        whole.addStretch(1)
        whole.addLayout(middle)
        whole.addStretch(2)

    def fit(self, room: Room) -> None:
        """Put the buttons under each other where text is large."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._buttons.setDirection(down if room is Room.TIGHT else across)
        self._middle.invalidate()  # a page that is not on top would keep its old width
