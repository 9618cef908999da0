"""What Qt complains of: written to the log by the name of the function, never by its words."""

import re
from typing import Any

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

_SILENT = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
_FUNCTION = re.compile(r"[A-Za-z_][\w:~]{2,60}(?=[:(])")
_MOST = 50  # a complaint at every paint would fill the disk

_said: set[str] = set()


def catch_qt_messages() -> None:
    """Send Qt's complaints to the log, each once; its words may quote what is on the screen."""
    qInstallMessageHandler(_on_message)


def gist(kind: QtMsgType, message: str) -> str:
    """Return "QtWarningMsg QFont::setPixelSize"; words beyond the function's name are left out."""
    found = _FUNCTION.match(message)
    return f"{kind.name} {found[0]}" if found and "::" in found[0] else kind.name


def _on_message(kind: QtMsgType, _context: Any, message: str) -> None:
    said = gist(kind, message)
    if kind in _SILENT or said in _said or len(_said) >= _MOST:
        return
    from sharebook.bootstrap.crash_reports import write

    _said.add(said)
    write(said)
