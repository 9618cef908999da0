"""The field for pupils: picks chips, takes a pasted list, and does what its last lines say."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from sharebook.ui.screens.record.pupils_picked import Act
from sharebook.ui.widgets.picker import Picker, Source
from sharebook.ui.widgets.popup import Choice

_HINT = "Name, class, year, flag, everyone, not…"
_NOBODY = (
    "No child, class or year has these letters",
    "Type fewer of them. A child is added under Pupils.",
)
_ON_A_DAY = "everyone on roll on "


class PupilPicker(Picker):
    """A picker of several.

    Signals:
        pasted: a list came, its text; "" where the place to paste one was asked for.
        file_wanted: a list is to be read from a file.
    """

    pasted = Signal(str)
    file_wanted = Signal()

    def __init__(self, source: Source) -> None:
        super().__init__(source, _HINT, several=True)
        self.say_if_nothing(*_NOBODY)

    def paste_list(self) -> None:
        """Take what is on the clipboard as a list, or ask for one."""
        self.pasted.emit(QGuiApplication.clipboard().text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep a pasted list from becoming one long word."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            text = QGuiApplication.clipboard().text()
            several = any(mark in text.strip() for mark in "\n\t;")
            if several and event.matches(QKeySequence.StandardKey.Paste):
                self._popup.hide()
                self.pasted.emit(text)
                return True
        return super().eventFilter(watched, event)

    def _pick(self, choice: Choice | None) -> None:
        if choice is None or not isinstance(choice.value, Act):
            super()._pick(choice)
            return
        self._popup.hide()
        if choice.value is Act.ON_A_DAY:
            self.edit.setText(_ON_A_DAY)
            return
        self.edit.clear()
        if choice.value is Act.PASTE:
            self.paste_list()
        else:
            self.file_wanted.emit()
