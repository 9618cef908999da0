"""Why does the program ask this? The law behind each question, and how sure it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from sharebook.services.explaining import Reason
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, beside, label
from sharebook.ui.widgets.sheet import line, row

TITLE = "Why does the program ask this?"
_NOTHING = "Nothing is asked yet. Say to whom it goes and what is in it."
_WIDE, _ROOM = 720, 170  # pixels at 100 %; around the list


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, and the rows of the law behind it."""

    title: str
    reasons: Sequence[Reason]


class WhyDialog(SheetDialog):
    """Shows each question with its rows; nothing can be changed here."""

    def __init__(self, window: QWidget, asked: Sequence[Asked]) -> None:
        super().__init__(window, TITLE, _WIDE)
        self.asked = tuple(asked)
        icon = IconLabel("scales", 24, "accent")
        self.column.addWidget(beside(icon, label(TITLE, "h2", wrap=True), gap=14))
        self.column.addWidget(line("rule"))
        page = self._page()
        self._list = _scrolling(page)
        self.column.addWidget(self._list, 1)
        self.close_button = button("Close", "go", key="Esc")
        self.close_button.clicked.connect(self.accept)
        self.close_button.setDefault(True)
        self.column.addLayout(row(1, self.close_button))
        self._fit(window, page)
        self._list.setFocus()

    def _page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(look().px(6), look().px(4), look().px(10), 0)
        column.setSpacing(look().px(6))
        if not self.asked:
            column.addWidget(label(_NOTHING, wrap=True))
        for place, each in enumerate(self.asked):
            if place:
                column.addSpacing(look().px(8))
                column.addWidget(line())
            column.addWidget(label(each.title, "h3", wrap=True))
            for reason in each.reasons:
                column.addWidget(_told(reason))
        column.addStretch(1)
        return page

    def _fit(self, window: QWidget, page: QWidget) -> None:
        inner = min(look().px(_WIDE), window.width() - look().px(20)) - look().px(72)
        layout = page.layout()
        tall = layout.heightForWidth(inner) if layout is not None else 0
        self._list.setFixedHeight(min(tall + look().px(4), window.height() - look().px(_ROOM)))


def _scrolling(page: QWidget) -> QScrollArea:
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setAccessibleName("The law behind each question")
    area.setWidget(page)
    return area


def _told(reason: Reason) -> QWidget:
    """Return one row: its words, where it stands, how sure, since when."""
    whole = QFrame()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, look().px(2), 0, look().px(6))
    column.setSpacing(look().px(2))
    column.addWidget(label(_sentence(reason.words), "b", wrap=True))
    if reason.cited:
        column.addWidget(label(f"{reason.cited}. {reason.counts}", wrap=True))
    if reason.note:
        column.addWidget(label(reason.note, wrap=True))
    known = f"From: {reason.source}. " if reason.source != reason.cited else ""
    column.addWidget(label(f"{known}{reason.sure}", "small", wrap=True))
    if reason.ours:
        column.addWidget(label(reason.ours, "small", wrap=True))
    whole.setAccessibleName(" ".join((reason.words, reason.cited, reason.counts, reason.sure)))
    return whole


def _sentence(words: str) -> str:
    return words if words.endswith((".", "?", "”")) else f"{words}."
