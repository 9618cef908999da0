"""Where the register lies: the path, what kind of place that is, and two ways to get at it."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sharebook.domain.places import Place, PlaceKind
from sharebook.ui.look import look
from sharebook.ui.room import ACROSS, DOWN
from sharebook.ui.widgets.buttons import button
from sharebook.ui.widgets.cut_label import CutLabel
from sharebook.ui.widgets.labels import IconLabel, label
from sharebook.ui.widgets.sheet import row
from sharebook.words.places import kind_words

_SHAPES = {
    PlaceKind.SYNCED: ("stop", "bad"),
    PlaceKind.ROAMING: ("warn", "gap"),
    PlaceKind.TEMPORARY: ("warn", "gap"),
    PlaceKind.REMOVABLE: ("warn", "gap"),
}
_CALM = ("disk", "muted")
_SIDE_BY_SIDE = 560  # pixels at 100 %


class WhereItIs(QWidget):
    """A path that both ends can be read of, the kind of place in words, Open folder and Copy.

    Args:
        brief: path and kind alone, where there is little room.

    Signals:
        copied: the path is on the clipboard.

    Attributes:
        open_button: shows the folder in the system's own window.
        copy_button: puts the whole path on the clipboard.
    """

    copied = Signal()

    def __init__(self, place: Place, *, brief: bool = False) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._icon = IconLabel(_CALM[0], 20, _CALM[1])
        self._path = CutLabel("")
        self._kind = label("", "small", wrap=True)
        self.open_button = button("Open folder", "small")
        self.copy_button = button("Copy", "small")
        self.copy_button.setToolTip("Copy the path")
        self.copy_button.setAccessibleName("Copy the path of the register")
        self._lay_out()
        self.open_button.setHidden(brief)
        self.copy_button.setHidden(brief)
        self.open_button.clicked.connect(self._on_open)
        self.copy_button.clicked.connect(self._on_copy)
        self.show_place(place)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self._path)
        words.addWidget(self._kind)
        left = row(self._icon, gap=12)
        left.addLayout(words, 1)
        self._line = QBoxLayout(ACROSS, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(look().px(10))
        self._line.addLayout(left, 1)
        self._line.addLayout(row(self.open_button, self.copy_button, 1))

    def show_place(self, place: Place) -> None:
        """Show another place."""
        self._folder = place.folder.absolute()
        self._path.say(str(self._folder))
        words = kind_words(place)
        self._kind.setText(words)
        self._icon.show_icon(*_SHAPES.get(place.kind, _CALM))
        self.open_button.setEnabled(self._nearest() is not None)
        self.setAccessibleName(f"{self._folder}. {words}.")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the buttons under the path where there is no room beside it."""
        super().resizeEvent(event)
        wide = self.width() >= look().px(_SIDE_BY_SIDE)
        self._line.setDirection(ACROSS if wide else DOWN)

    def _nearest(self) -> Path | None:
        """Return the folder, or the one it is to be made in."""
        each = [self._folder, *self._folder.parents]
        return next((folder for folder in each if folder.is_dir()), None)

    def _on_open(self) -> None:
        folder = self._nearest()
        if folder is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._kind.setText("The folder could not be shown. Copy the path and open it yourself.")

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._folder))
        self.copied.emit()
