"""What did this say before? Every version of an entry, oldest first."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from sharebook.services.retelling import ToldVersion
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import line, panel, row
from sharebook.words.moments import day_and_time

_WIDTH = 680
_LEAST, _AROUND = 160, 220  # height of the list: at least; what stands over and under it


class HistoryDialog(SheetDialog):
    """Shows the versions of one record.

    Attributes:
        area: the list; the arrow keys move it.
        said: each version in words, as it is read out.
    """

    def __init__(self, window: QWidget, title: str, versions: Iterable[ToldVersion]) -> None:
        super().__init__(window, title, _WIDTH)
        versions = tuple(versions)
        self.said = tuple(_sentence(each) for each in versions)
        self.area = QScrollArea(widgetResizable=True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(title)
        self.area.setAccessibleDescription("\n".join(self.said))
        page = _page(versions, self.said)
        self.area.setWidget(page)
        self._fit_area(window, page)
        self.close_button = button("Close", "go", key="Esc")
        self.column.addWidget(label(title, "h2", wrap=True))
        self.column.addWidget(line("rule"))
        self.column.addWidget(self.area, 1)
        self.column.addLayout(row(1, self.close_button))
        self.close_button.clicked.connect(self.accept)
        self.close_button.setDefault(True)
        self.area.setFocus()

    def _fit_area(self, window: QWidget, page: QWidget) -> None:
        inside = min(look().px(_WIDTH), window.width() - look().px(20)) - look().px(70)
        room = max(window.height() - look().px(_AROUND), look().px(_LEAST))
        wanted = page.heightForWidth(inside) if page.hasHeightForWidth() else room
        self.area.setFixedHeight(max(min(wanted + look().px(8), room), look().px(_LEAST)))


def _page(versions: Iterable[ToldVersion], said: Iterable[str]) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, look().px(8), 0)
    column.setSpacing(look().px(10))
    for version, sentence in zip(versions, said, strict=True):
        column.addWidget(_card(version, sentence))
    column.addStretch(1)
    return page


def _card(version: ToldVersion, sentence: str) -> QFrame:
    card, column = panel("card", 12, 4)
    card.setAccessibleName(sentence)
    column.addWidget(label(version.title, "b", wrap=True))
    column.addWidget(label(_who(version), "small", wrap=True))
    if version.reason:
        column.addWidget(label(f"Why: {version.reason}", wrap=True))
    for change in version.changes:
        words = label(change.sentence, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(words)
    return card


def _who(version: ToldVersion) -> str:
    return f"{version.by}, {day_and_time(version.at)}"


def _sentence(version: ToldVersion) -> str:
    parts = [version.title, _who(version), version.reason]
    parts += [change.sentence for change in version.changes]
    return ". ".join(part.rstrip(".") for part in parts if part)
