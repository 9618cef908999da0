"""The page of one request: what was asked, where it stands, what can be done with it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sharebook.ui.look import look
from sharebook.ui.room import LARGE_TEXT
from sharebook.ui.screens.requests.facts import RequestFacts
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.flow import FlowLayout
from sharebook.ui.widgets.labels import IconLabel, label
from sharebook.ui.widgets.sheet import line, notice, panel, row

_NAMES = 200  # width of the labels' column
_STACKED = 520  # below this each label stands over its words


class RequestPage(QFrame):
    """Shows a RequestFacts.

    Signals:
        decide, put_right, look_again, take_back, open_again, entry, before: that button was
            pressed.
    """

    decide = Signal()
    put_right = Signal()
    look_again = Signal()
    take_back = Signal()
    open_again = Signal()
    entry = Signal()
    before = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("f", "sheet")
        self.shown: RequestFacts | None = None
        self.who = label("", "h1", wrap=True)
        self.decide_button = button("&Decide", "go", "check")
        self.entry_button = button("See the &entry", "", "log")
        self.put_right_button = button("&Put right", "", "edit")
        self.look_again_button = button("&Look again on…", "", "today")
        self.take_back_button = button("&Taken back", "", "undo")
        self.open_again_button = button("It waits after all", "", "inbox")
        self.before_button: QPushButton | None = None
        self._stacked: bool | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.area = QScrollArea(widgetResizable=True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName("The request")
        self.area.setMinimumHeight(look().px(60))  # it gives way, the buttons stay in sight
        self.area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        column = QVBoxLayout(self)
        side, pad = look().px(20), look().px(14)
        column.setContentsMargins(side, pad, side, pad)
        column.setSpacing(look().px(8))
        column.addWidget(self.area, 1)
        column.addWidget(line())
        self._acts = FlowLayout(look().px(8))
        self._filler = label("")
        for each in self.buttons:
            each.setParent(self)
        column.addLayout(self._acts)
        self._offer(())

    def _connect(self) -> None:
        told = (
            self.decide,
            self.entry,
            self.put_right,
            self.look_again,
            self.take_back,
            self.open_again,
        )
        for made, signal in zip(self.buttons, told, strict=True):
            made.clicked.connect(signal)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """Every button under the request, in reading order."""
        return (
            self.decide_button,
            self.entry_button,
            self.put_right_button,
            self.look_again_button,
            self.take_back_button,
            self.open_again_button,
        )

    def show_facts(self, facts: RequestFacts) -> None:
        """Show one request."""
        self.shown = facts
        request = facts.asked.request
        self.setAccessibleName(f"Request {facts.said}, {facts.who}")
        self._draw()
        offered = {
            self.decide_button: request.waits,
            self.entry_button: request.entry is not None,
            self.look_again_button: facts.asked.put_off,
            self.take_back_button: request.waits,
            self.open_again_button: not request.waits and request.entry is None,
        }
        self._offer([each for each in self.buttons if offered.get(each, True)])

    def _offer(self, wanted: Iterable[QWidget]) -> None:
        """Put these buttons under the request, as many in a line as there is room for."""
        while self._acts.takeAt(0):
            pass
        shown = list(wanted)
        for each in shown:
            self._acts.addWidget(each)
        self._acts.addWidget(self._filler)  # takes what is left of its line
        for each in self.buttons:
            each.setVisible(each in shown)

    def fit(self, *, stacked: bool) -> None:
        """Let each label stand over its words where both have no room side by side."""
        if stacked != self._stacked:
            self._stacked = stacked
            self._draw()

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Fold the facts."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt's own event
        self.fit(stacked=self.width() < look().px(_STACKED))

    def _draw(self) -> None:
        if self.shown is None:
            return
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, look().px(4), look().px(6), 0)
        column.setSpacing(look().px(8))
        size = "h2" if look().size >= LARGE_TEXT else "h1"
        self.who = label(self.shown.who, size, wrap=True)
        came = label(f"Request {self.shown.said}. {self.shown.came}", "muted", wrap=True)
        for part in (self.who, came, line("rule")):
            column.addWidget(part)
        column.addWidget(_state(*self.shown.state))
        column.addLayout(self._grid(self.shown.facts))
        if self.shown.versions > 1:
            self.before_button = button("What did this sa&y before?", "quiet", "clock")
            self.before_button.clicked.connect(self.before)
            column.addLayout(row(self.before_button, 1))
        column.addStretch(1)
        self.area.setWidget(page)

    def _grid(self, facts: tuple[tuple[str, str], ...]) -> QGridLayout:
        """Return labels beside their words, or over them."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(look().px(14))
        grid.setVerticalSpacing(look().px(8))
        grid.setColumnStretch(0 if self._stacked else 1, 1)
        for place, (name, words) in enumerate(facts):
            title = label(name, "smallb", wrap=True)
            said = label(words, wrap=True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            said.setAccessibleName(f"{name}: {words}")
            if self._stacked:
                grid.addWidget(title, 2 * place, 0)
                grid.addWidget(said, 2 * place + 1, 0)
                continue
            title.setFixedWidth(look().px(_NAMES))
            grid.addWidget(title, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said, place, 1, Qt.AlignmentFlag.AlignTop)
        return grid


def _state(kind: str, words: str, more: str) -> QFrame:
    """Return where the request stands; one that merely waits is no warning."""
    if kind != "tint":
        return notice(kind, words, more)
    frame, column = panel("tint", 10, 4)
    first = row(IconLabel("inbox", 18, "accent"), gap=10)
    first.addWidget(label(words, "b", wrap=True), 1)
    column.addLayout(first)
    column.addWidget(label(more, "small", wrap=True))
    frame.setAccessibleName(f"{words} {more}")
    return frame
