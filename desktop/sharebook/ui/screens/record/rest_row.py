"""A row of "The rest": mark, words and "can wait" at the left, the field at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sharebook.ui.look import look
from sharebook.ui.widgets.field import Field
from sharebook.ui.widgets.labels import IconLabel, label
from sharebook.ui.widgets.sheet import row

_WORDS = 198
_LONG = 18  # letters that stand beside "can wait"


class RestRow(Field):
    """Never stops saving; an orange dot says that it can wait."""

    def __init__(self, name: str, words: str, inner: QWidget, hint: str = "") -> None:
        self._mark = IconLabel("check", 14, "ok")
        self._wait = label("can wait", "gap")
        super().__init__(name, words, inner, hint)

    def _lay_out(self) -> None:
        left = QWidget()
        left.setFixedWidth(look().px(_WORDS))
        words = QHBoxLayout(left)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(look().px(6))
        words.addWidget(self._mark)
        long = len(self._label.text()) > _LONG
        self._label.setWordWrap(long)
        words.addWidget(self._label, int(long))
        words.addWidget(self._wait)
        words.addStretch(int(not long))
        right = QVBoxLayout()
        right.setSpacing(look().px(3))
        right.addWidget(self.inner)
        right.addWidget(self._hint)
        right.addWidget(self._below)
        whole = row(left, gap=8)
        whole.setAlignment(left, Qt.AlignmentFlag.AlignTop)
        left.setMinimumHeight(look().px(36))
        whole.addLayout(right, 1)
        self.setLayout(whole)

    def ask(self, words: str) -> None:
        """Ask in other words; what is said under the field stays."""
        if self._label.text() != words:
            self._label.setText(words)
            self.inner.setAccessibleName(words.replace("&", ""))

    def mark_open(self) -> None:
        """Show no mark: nobody waits for an answer, and there is none."""
        self.mark_gap(missing=False)
        self._mark.show_icon("gap", "sheet")

    def mark_gap(self, *, missing: bool) -> None:
        """Show the dot and "can wait", or the tick."""
        self._mark.show_icon(*(("gap", "gap_dot") if missing else ("check", "ok")))
        self._wait.setVisible(missing)
        said = "can wait" if missing else ""
        self.inner.setAccessibleDescription(self.message or said)
