"""Looks at a window as a person would: words cut off, a page with nothing on it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QToolButton, QWidget

from sharebook.ui.letters import plain

_PATIENCE = 3_000  # milliseconds, on a busy computer


def keep(window: QWidget, path: Path) -> QImage:
    """Save a picture of `window`, and return it."""
    picture = window.grab()
    picture.save(str(path))
    return picture.toImage()


def cut_off(window: QWidget) -> list[str]:
    """Return the words that do not fit the label or button, or the page, they stand on."""
    shown = [each for each in window.findChildren(QWidget) if each.isVisible()]
    cut = [
        f"{type(each).__name__}: {each.text()[:60]}"
        for each in shown
        if isinstance(each, QLabel | QAbstractButton) and _is_cut(each)
    ]
    wide = [
        f"{type(each).__name__}: {each.horizontalScrollBar().maximum()} px too wide"
        for each in shown
        if isinstance(each, QScrollArea) and each.horizontalScrollBar().maximum()
    ]
    return cut + wide


def cut_off_for_good(window: QWidget) -> list[str]:
    """Return the words that still do not fit once everything in `window` has its place."""
    clock = QElapsedTimer()
    clock.start()
    while (found := cut_off(window)) and clock.elapsed() < _PATIENCE:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    return found


def _is_cut(each: QLabel | QAbstractButton) -> bool:
    if isinstance(each, QLabel):
        if each.wordWrap():
            return each.heightForWidth(each.width()) > each.height() + 2
        return each.sizeHint().width() > each.width() + 1
    if isinstance(each, QToolButton):
        return False  # an icon with a name, no words
    words = QFontMetrics(each.font()).horizontalAdvance(plain(each.text()))
    return bool(each.text()) and words > each.width()


def colours(picture: QImage) -> int:
    """Return how many colours a picture has; a page without words has a handful."""
    return len(
        {
            picture.pixel(x, y)
            for x in range(0, picture.width(), 3)
            for y in range(0, picture.height(), 3)
        }
    )
