"""The line that says who is easily taken for the child, read before anything is read aloud."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from sharebook.bootstrap.desk import Desk
from sharebook.domain.pupils import Pupil
from sharebook.ui.widgets.labels import IconLabel, beside, label


class TwinLine(QWidget):
    """Out of sight for most children."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.words = label("", "gap", wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(beside(IconLabel("warn", 16, "gap"), self.words))
        self.hide()

    def show_child(self, pupil: Pupil) -> None:
        """Say who is mistaken for this child."""
        self.words.setText(self._desk.pupils.twinning.warning(pupil))
        self.setVisible(bool(self.words.text()))
