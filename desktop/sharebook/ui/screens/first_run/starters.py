"""Step four: tick whom the school shares with; every tick brings its usual sharing along."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from sharebook.ui.busy import Busy
from sharebook.ui.look import look
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import IconLabel, label
from sharebook.ui.widgets.sheet import panel, row
from sharebook.words.days import count

if TYPE_CHECKING:
    from sharebook.domain.catalogue import Catalogues, StarterFlow
    from sharebook.domain.names import Code
    from sharebook.domain.school import School

_TALL = 300


class StartersStep(QWidget):
    """The starter recipients under the headings of the notice, or the school's own page.

    Signals:
        done: the frozenset of codes ticked.
        page: the school's own sharing page is to be read instead.
    """

    done = Signal(object)
    page = Signal()

    def __init__(self, catalogues: "Catalogues", school: "School") -> None:
        super().__init__()
        self.ticks: dict[Code, QCheckBox] = {}
        self._note = label("", "small")
        self.read = button("Read our existing page", "", "doc")
        self.all = button("Tick all", "quiet")
        self.go_on = button("Open the register", "go")
        self.busy = Busy()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(10))
        column.addWidget(label("Step 4 of 4", "eyebrow"))
        column.addWidget(label("Whom do you share with?", "h1", wrap=True))
        column.addWidget(self._offer_page())
        words = "Or tick who applies, or none. More can be added and pupils brought in at any time."
        column.addWidget(label(words, "muted", wrap=True))
        column.addWidget(self._list(catalogues, school), 1)
        column.addWidget(self.busy)
        column.addLayout(row(self._note, self.all, 1, self.go_on))
        self.setFocusProxy(self.read)
        self.read.clicked.connect(self.page)
        self.all.clicked.connect(self._on_all)
        self.go_on.clicked.connect(lambda: self.done.emit(self.ticked))
        self._count()

    def _offer_page(self) -> QFrame:
        frame, inside = panel("tint", 12, 6)
        words = "Does your website or a letter already tell families whom you share with?"
        across = row(IconLabel("doc", 20, "accent"), gap=10)
        across.addWidget(label(words, wrap=True), 1)
        across.addWidget(self.read)
        inside.addLayout(across)
        return frame

    def _list(self, catalogues: "Catalogues", school: "School") -> QScrollArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(4, 0, look().px(10), 4)
        column.setSpacing(look().px(8))
        for heading in catalogues.headings.values():
            rows = [
                row
                for row in catalogues.starter_flows.values()
                if row.heading == heading.code and row.on and _applies(row, school)
            ]
            if rows:
                column.addWidget(label(heading.words, "h3"))
            for each in rows:
                column.addLayout(self._tick(each))
        column.addStretch(1)
        area = _Area(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        return area

    def _tick(self, starter: "StarterFlow") -> QVBoxLayout:
        unit = f": {starter.unit}" if starter.unit else ""
        tick = QCheckBox(f"{starter.words}{unit}".replace("&", "&&"))
        tick.setAccessibleDescription(starter.purpose)
        tick.toggled.connect(self._count)
        self.ticks[starter.code] = tick
        purpose = label(starter.purpose, "small", wrap=True)
        purpose.setContentsMargins(look().px(28), 0, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(tick)
        column.addWidget(purpose)
        return column

    @property
    def ticked(self) -> "frozenset[Code]":
        """The codes ticked."""
        return frozenset(code for code, tick in self.ticks.items() if tick.isChecked())

    def _count(self) -> None:
        number = len(self.ticked)
        self._note.setText(f"{count(number, 'kind')} of sharing ticked")
        self.all.setText("Tick none" if number == len(self.ticks) else "Tick all")

    def _on_all(self) -> None:
        wanted = len(self.ticked) < len(self.ticks)
        for tick in self.ticks.values():
            tick.setChecked(wanted)


class _Area(QScrollArea):
    """A list that leaves the page's buttons in view."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for less than the smallest window has."""
        return QSize(look().px(400), look().px(_TALL))


def _applies(row: "StarterFlow", school: "School") -> bool:
    nations, kinds = row.nations, row.school_types
    return (not nations or school.nation in nations) and (not kinds or school.kind in kinds)
