"""A row of "The rest": mark, words and "can wait" at the left, the field at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sharebook.ui.look import look
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import IconLabel
from sharebook.ui.widgets.sheet import row

_WORDS = 192


class RestRow(Field):
    """Never stops saving; an orange dot says that it can wait."""

    def __init__(self, name: str, words: str, inner: QWidget, hint: str = "") -> None:
        self._mark = IconLabel("check", 14, "ok")
        super().__init__(name, words, inner, hint)

    def _lay_out(self) -> None:
        left = QWidget()
        left.setFixedWidth(look().px(_WORDS))
        words = QHBoxLayout(left)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(look().px(6))
        words.addWidget(self._mark)
        self._label.setWordWrap(True)
        words.addWidget(self._label, 1)
        right = QVBoxLayout()
        right.setSpacing(look().px(3))
        right.addWidget(self.inner)
        right.addWidget(self._hint)
        right.addWidget(self._below)
        whole = row(left, gap=8)
        whole.setAlignment(left, Qt.AlignmentFlag.AlignTop)
        left.setMinimumHeight(look().px(36))
        words.addWidget(self._dot)
        whole.addLayout(right, 1)
        self.setLayout(whole)

    def mark_gap(self, *, missing: bool) -> None:
        """Show the dot and "can wait", or the tick."""
        self._dot.setVisible(missing)
        self._mark.setVisible(not missing)
