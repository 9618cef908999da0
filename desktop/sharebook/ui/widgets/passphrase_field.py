"""Where a passphrase is typed: dots, an eye to look, and a word when Caps Lock is on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from sharebook.ui.icons import icon

_KEY, _SAID = "Ctrl+E", "Ctrl E"


class PassphraseField(QLineEdit):
    """A big field of dots.

    Signals:
        caps_lock: whether the last letter says that Caps Lock is on.
    """

    caps_lock = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("big", "1")
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._eye = QAction(icon("eye", "muted"), "Show the passphrase", self)
        self._eye.setCheckable(True)
        self._eye.setShortcut(QKeySequence(_KEY))  # Tab passes the eye by
        self._eye.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._eye.setToolTip(f"Show the passphrase  {_SAID}")
        self._eye.toggled.connect(self._on_look)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)

    def show_letters(self, *, shown: bool) -> None:
        """Show what is typed, or dots."""
        self._eye.setChecked(shown)

    def _on_look(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self._eye.setIcon(icon("eyeoff" if shown else "eye", "muted"))
        words = "Hide the passphrase" if shown else "Show the passphrase"
        self._eye.setText(words)
        self._eye.setToolTip(f"{words}  {_SAID}")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Notice Caps Lock from the letters; Qt has no other way to ask."""
        letter = event.text()
        if letter.isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(letter.isupper() != shifted)
        super().keyPressEvent(event)
