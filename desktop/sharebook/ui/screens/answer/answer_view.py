"""The answer on the screen: a sentence to say, then the lines under the notice's headings."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from sharebook.services.wording import WordedAnswer, WordedGroup
from sharebook.ui.look import look
from sharebook.ui.screens.answer.line_row import Headings, LineRow
from sharebook.ui.screens.answer.words import ON_AN_OCCASION, parted
from sharebook.ui.widgets.card import Card
from sharebook.ui.widgets.labels import IconLabel, beside, label
from sharebook.ui.widgets.sheet import panel
from sharebook.words.days import count

_BAR = 14  # room kept for the scroll bar, so that its coming and going moves no column
_CARD_PAD, _EDGE = 12, 4


class AnswerView(QWidget):
    """One scroll for all groups; the sentence and the column headings stand still above it."""

    def __init__(self) -> None:
        super().__init__()
        self._small = False
        self.lines: list[LineRow] = []
        frame, inside = panel("tint", 6, 0)
        self.spoken = label("", "b", wrap=True)
        inside.addWidget(beside(IconLabel("phone", 16, "accent"), self.spoken, gap=10, left=8))
        self._frame = frame
        self._headings = Headings()
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("The answer")
        self._scroll.viewport().installEventFilter(self)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(2))
        column.addWidget(self._frame)
        self._over = QVBoxLayout()
        left = look().px(_CARD_PAD) + _EDGE
        self._over.setContentsMargins(left, 0, look().px(_CARD_PAD) + _BAR, 0)
        self._over.addWidget(self._headings)
        column.addSpacing(look().px(4))
        column.addLayout(self._over)
        column.addWidget(self._scroll, 1)

    def show_answer(self, answer: WordedAnswer) -> None:
        """Show this answer, from its top."""
        self.spoken.setText(f"“{answer.spoken}”")
        self._headings.setVisible(bool(answer.groups))
        self.lines = []
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(6))
        for group in answer.groups:
            self._column.addWidget(self._card(group))
        self._column.addStretch(1)
        self._scroll.setWidget(page)
        self.fit(small=self._small)
        self._keep_room()

    def _card(self, group: WordedGroup) -> Card:
        counted = count(group.organisations, "organisation")
        card = Card(group.colour, group.heading, group.purpose, counted)
        card.column.setSpacing(0)
        for head, lines in parted(group.lines):
            if head:
                icon = "once" if head == ON_AN_OCCASION else "clock"
                under = beside(IconLabel(icon, 14, "link"), label(head, "eyebrow"), gap=6)
                card.column.addSpacing(look().px(4))
                card.column.addWidget(under)
            for line in lines:
                row = LineRow(line, last=line is group.lines[-1])
                self.lines.append(row)
                card.column.addWidget(row)
        return card

    def fit(self, *, small: bool) -> None:
        """Fit a small window."""
        self._small = small
        self._headings.fit(small=small)
        for line in self.lines:
            line.fit(small=small)

    def _keep_room(self) -> None:
        """Give the lines the same width with and without the scroll bar."""
        room = self.width() - self._scroll.viewport().width()
        page = self._scroll.widget()
        if page is not None and self.lines:
            self._column.setContentsMargins(0, 0, max(_BAR - room, 0), 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the scroll bar as it comes and goes."""
        if event.type() == QEvent.Type.Resize:
            self._keep_room()
        return super().eventFilter(watched, event)
