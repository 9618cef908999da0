"""Step four: tick whom the school shares with; every tick brings its usual sharing along."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from sharebook.ui.look import look
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.labels import label
from sharebook.ui.widgets.sheet import row
from sharebook.words.days import count

if TYPE_CHECKING:
    from sharebook.domain.catalogue import Catalogues, StarterFlow
    from sharebook.domain.names import Code
    from sharebook.domain.school import School


class StartersStep(QWidget):
    """The starter recipients under the headings of the notice.

    Signals:
        done: the frozenset of codes ticked.
    """

    done = Signal(object)

    def __init__(self, catalogues: "Catalogues", school: "School") -> None:
        super().__init__()
        self.ticks: dict[Code, QCheckBox] = {}
        self._note = label("", "small")
        self.all = button("Tick all", "quiet")
        self.go_on = button("Open the register", "go")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label("Step 4 of 4", "eyebrow"))
        column.addWidget(label("Whom do you share with?", "h1"))
        words = (
            "Tick who applies, or none: if your school has a sharing page, bring it in afterwards "
            "under “Bring in”. Pupils come in there too."
        )
        column.addWidget(label(words, "muted", wrap=True))
        column.addWidget(self._list(catalogues, school), 1)
        column.addLayout(row(self._note, self.all, 1, self.go_on))
        self.all.clicked.connect(self._on_all)
        self.go_on.clicked.connect(lambda: self.done.emit(self.ticked))
        self._count()

    def _list(self, catalogues: "Catalogues", school: "School") -> QScrollArea:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, look().px(10), 0)
        for heading in catalogues.headings.values():
            rows = [
                row
                for row in catalogues.starter_flows.values()
                if row.heading == heading.code and row.on and _applies(row, school)
            ]
            if rows:
                column.addWidget(label(heading.words, "h3"))
            for each in rows:
                column.addWidget(self._tick(each))
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setMinimumHeight(look().px(300))
        area.setWidget(inner)
        return area

    def _tick(self, starter: "StarterFlow") -> QCheckBox:
        unit = f": {starter.unit}" if starter.unit else ""
        tick = QCheckBox(f"{starter.words}{unit}, {starter.purpose}")
        tick.toggled.connect(self._count)
        self.ticks[starter.code] = tick
        return tick

    @property
    def ticked(self) -> "frozenset[Code]":
        """The codes ticked."""
        return frozenset(code for code, tick in self.ticks.items() if tick.isChecked())

    def _count(self) -> None:
        self._note.setText(f"{count(len(self.ticked), 'kind')} of sharing ticked")

    def _on_all(self) -> None:
        for tick in self.ticks.values():
            tick.setChecked(True)


def _applies(row: "StarterFlow", school: "School") -> bool:
    nations, kinds = row.nations, row.school_types
    return (not nations or school.nation in nations) and (not kinds or school.kind in kinds)
