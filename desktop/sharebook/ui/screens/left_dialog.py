"""What is left as it is, with the reasons; each can be taken back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from sharebook.domain.acknowledgements import About, Acknowledgement
from sharebook.domain.errors import SharebookError
from sharebook.domain.names import FlowId, RecipientId
from sharebook.domain.recorded import Recorded
from sharebook.ui.dialogs.base import SheetDialog
from sharebook.ui.look import look
from sharebook.ui.screens.base import Office
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, beside, label
from sharebook.ui.widgets.sheet import line, row
from sharebook.words.days import short_day
from sharebook.words.sentences import sentence

TITLE = "Left as they are"
_WIDE, _ROOM = 680, 190  # pixels at 100 %; around the list


class LeftDialog(SheetDialog):
    """Lists acknowledgements, newest first.

    Attributes:
        backs: the buttons that take each back, in the order shown.
        changed: something was taken back.
    """

    def __init__(self, window: QWidget, office: Office) -> None:
        super().__init__(window, TITLE, _WIDE)
        self._office = office
        self.changed = False
        self.backs: list[QPushButton] = []
        icon = IconLabel("check", 24, "accent")
        self.column.addWidget(beside(icon, label(TITLE, "h2", wrap=True), gap=14))
        self.column.addWidget(line("rule"))
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(TITLE)
        self.column.addWidget(self._area, 1)
        self.close_button = button("Close", "go", key="Esc")
        self.close_button.clicked.connect(self.accept)
        self.close_button.setDefault(True)
        self.column.addLayout(row(1, self.close_button))
        self._show(office.desk.acknowledging.standing())
        self.close_button.setFocus()

    def _show(self, found: Sequence[Recorded[Acknowledgement]]) -> None:
        page, self.backs = QWidget(), []
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, look().px(8), 0)
        column.setSpacing(look().px(6))
        for each in found:
            column.addWidget(self._row(each))
            column.addWidget(line())
        if not found:
            column.addWidget(label("Nothing is left as it is.", "muted", wrap=True))
        column.addStretch(1)
        self._area.setWidget(page)
        layout = page.layout()
        inner = look().px(_WIDE - 72)
        tall = layout.heightForWidth(inner) if layout is not None else 0
        window = self.parentWidget()
        most = (window.height() if window is not None else look().px(_WIDE)) - look().px(_ROOM)
        self._area.setFixedHeight(max(look().px(40), min(tall + look().px(4), most)))

    def _row(self, each: Recorded[Acknowledgement]) -> QWidget:
        left, whole = each.record, QWidget()
        words = QVBoxLayout()
        words.setSpacing(1)
        title = f"{self._name(left)}: {sentence(f'{left.code}_short')}"
        words.addWidget(label(title, "b", wrap=True))
        words.addWidget(label(left.because, wrap=True))
        words.addWidget(label(f"{each.by}, {short_day(left.day)}", "small", wrap=True))
        back = button("Take back", "small")
        back.setAccessibleName(f"Take back: {title}")
        back.clicked.connect(lambda: self._on_back(left))
        self.backs.append(back)
        across = row(gap=12)
        across.addLayout(words, 1)
        across.addWidget(back)
        whole.setLayout(across)
        return whole

    def _name(self, left: Acknowledgement) -> str:
        desk = self._office.desk
        if left.about is About.ENTRY:
            return f"Entry {left.number}"
        if left.about is About.FLOW:
            flow = desk.book.flow_on(FlowId(left.number), desk.clock.today())
            return desk.book.recipients()[flow.recipient].labelled(flow.unit)
        return desk.book.recipients()[RecipientId(left.number)].name

    def _on_back(self, left: Acknowledgement) -> None:
        desk = self._office.desk
        try:
            desk.acknowledging.take_back(left.id, desk.person)
        except SharebookError as problem:
            self._office.telling.tell(problem)
            return
        self.changed = True
        self._show(desk.acknowledging.standing())
        (self.backs[0] if self.backs else self.close_button).setFocus()
