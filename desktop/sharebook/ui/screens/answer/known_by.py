"""How do you know it is really them: the usual three ways, the others on demand."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from sharebook.domain.catalogue import Row
from sharebook.domain.names import Code
from sharebook.ui.look import look
from sharebook.ui.widgets.buttons import button

_USUAL = 3


class KnownBy(QWidget):
    """The ways of knowing a caller, as ticks.

    Signals:
        changed: a tick came or went, by a person.
    """

    changed = Signal()

    def __init__(self, rows: Mapping[Code, Row]) -> None:
        super().__init__()
        self.boxes: dict[Code, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(9))
        for code, row in rows.items():
            column.addWidget(self._box(code, row))
        self.more = button("&Other ways", "quiet", "down")
        self.more.clicked.connect(self._show_all)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._fold()

    def _box(self, code: Code, row: Row) -> QCheckBox:
        box = QCheckBox(row.words.replace("'", "’").replace("&", "&&"))
        box.setMinimumHeight(look().px(24))
        box.setToolTip(row.words)
        box.setAccessibleDescription("How do you know?")
        box.clicked.connect(self.changed)
        self.boxes[code] = box
        return box

    @property
    def codes(self) -> tuple[Code, ...]:
        """The ways ticked."""
        return tuple(code for code, box in self.boxes.items() if box.isChecked())

    def clear(self) -> None:
        """Untick everything and fold the rare ways away."""
        for box in self.boxes.values():
            box.setChecked(False)
        self._fold()

    def _fold(self) -> None:
        for box in list(self.boxes.values())[_USUAL:]:
            box.hide()
        self.more.setVisible(len(self.boxes) > _USUAL)

    def _show_all(self) -> None:
        rare = list(self.boxes.values())[_USUAL:]
        for box in rare:
            box.show()
        rare[0].setFocus(Qt.FocusReason.TabFocusReason)
        self.more.hide()
