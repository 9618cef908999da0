"""An empty place: says what is missing and offers the likeliest next step."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from sharebook.ui.look import look
from sharebook.ui.widgets.labels import IconLabel, label
from sharebook.ui.widgets.sheet import row


class Nothing(QWidget):
    """Icon, words, a second line, and buttons in the middle of an empty panel."""

    def __init__(self, icon: str, words: str, second: str = "") -> None:
        super().__init__()
        self._words = label(words, "h3", wrap=True)
        self._second = label(second, "muted", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(look().px(8))
        self._column.addStretch(3)
        self._column.addWidget(IconLabel(icon, 32, "line2"), 0, Qt.AlignmentFlag.AlignHCenter)
        for each in (self._words, self._second):
            each.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._column.addWidget(each)
        self._column.addStretch(4)

    def offer(self, *buttons: QPushButton) -> None:
        """Put buttons under the words, side by side."""
        line = row(1, *buttons, 1)
        self._column.insertLayout(self._column.count() - 1, line)

    def say(self, words: str, second: str = "") -> None:
        """Say something else."""
        self._words.setText(words)
        self._second.setText(second)
        self._second.setVisible(bool(second))
        self.setAccessibleName(f"{words}. {second}".strip())
        self._stand()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Be as tall as the words need at this width: the page scrolls, nothing is cut."""
        super().resizeEvent(event)
        self._stand()

    def _stand(self) -> None:
        least, wrapped = self._column.totalMinimumSize().height(), self._column.hasHeightForWidth()
        tall = self._column.totalHeightForWidth(self.width()) if wrapped else least
        if tall != self.minimumHeight():
            self.setMinimumHeight(tall)
