"""What Sharebook puts on the clipboard, and takes away again.

Rows of a table carry pupils' names. They are marked as ours, kept out of the clipboard's history
and its cloud where the system has one, and cleared when the window locks or closes, or after two
minutes. What another program put there since is never touched.
"""

from typing import cast

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

STAYS = 120_000  # milliseconds
_OURS = "application/x-sharebook"
_HARMLESS = "application/x-sharebook-harmless"
_NO_HISTORY = (  # what Windows and KDE ask of programs that copy secrets
    ('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', b"1"),
    ('application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"', b"\0\0\0\0"),
    ('application/x-qt-windows-mime;value="CanUploadToCloudClipboard"', b"\0\0\0\0"),
    ("x-kde-passwordManagerHint", b"secret"),
)


def copy(text: str) -> None:
    """Put words from the register on the clipboard, for a while."""
    data = QMimeData()
    data.setText(text)
    data.setData(_OURS, b"1")
    for kind, content in _NO_HISTORY:
        data.setData(kind, content)
    QGuiApplication.clipboard().setMimeData(data)


def copy_harmless(text: str) -> None:
    """Put words without any pupil's data on the clipboard; they stay."""
    data = QMimeData()
    data.setText(text)
    data.setData(_HARMLESS, b"1")
    QGuiApplication.clipboard().setMimeData(data)


class Clips(QObject):
    """Clears the clipboard of what came from here."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=STAYS)
        self._timer.timeout.connect(self.clear)
        QGuiApplication.clipboard().dataChanged.connect(self._on_changed)
        app = QGuiApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.leave)

    def leave(self) -> None:
        """Leave nothing of ours behind; harmless words stay, as words of the system's own.

        Qt lets go of the clipboard's content after Python has ended, when content made by Python
        can no longer be let go of: the program would end with a crash.
        """
        self.clear()
        board = QGuiApplication.clipboard()
        data = cast("QMimeData | None", board.mimeData())
        if data is not None and data.hasFormat(_HARMLESS):
            board.setText(data.text())

    def clear(self) -> None:
        """Empty the clipboard if, and only if, its present content is ours."""
        self._timer.stop()
        board = QGuiApplication.clipboard()
        if _is_ours(board):
            board.clear()
        if board.supportsSelection() and board.ownsSelection():  # X11: what is marked is copied
            board.clear(QClipboard.Mode.Selection)

    def _on_changed(self) -> None:
        if _is_ours(QGuiApplication.clipboard()):
            self._timer.start()
        else:
            self._timer.stop()


def _is_ours(board: QClipboard) -> bool:
    data = cast("QMimeData | None", board.mimeData())  # an empty clipboard has none
    if data is None or data.hasFormat(_HARMLESS):
        return False
    return data.hasFormat(_OURS) or (board.ownsClipboard() and bool(data.formats()))
