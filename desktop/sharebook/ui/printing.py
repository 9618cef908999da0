"""Prints a PDF: its pages are drawn at the printer's own fineness, away from the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from sharebook.services.ports import Progress

_FINE = 300  # dots an inch; finer is slower and no office printer shows it
_POINTS = 72
Printing = Callable[["Progress"], int]


def ask_printer(window: QWidget, title: str) -> QPrinter | None:
    """Let the person choose a printer and pages; None if they did not."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, window)
    dialog.setWindowTitle(f"Print {title}")
    return printer if dialog.exec() else None


def printing(content: bytes, printer: QPrinter) -> Printing:
    """Return the work that prints `content`; it gives back the number of pages printed."""
    printer.setResolution(_FINE)
    printer.setFullPage(True)

    def work(progress: "Progress") -> int:
        buffer = QBuffer()
        buffer.setData(QByteArray(content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document = QPdfDocument()
        document.load(buffer)
        pages = _wanted(printer, document.pageCount())
        _turn(printer, document, pages[0])
        painter = QPainter(printer)
        try:
            for done, page in enumerate(pages):
                progress.report(done, len(pages), f"Printing page {done + 1} of {len(pages)}")
                if done:
                    _turn(printer, document, page)
                    printer.newPage()
                _draw(painter, document, page)
        finally:
            painter.end()
            document.close()
        return len(pages)

    return work


def _wanted(printer: QPrinter, count: int) -> range:
    first, last = printer.fromPage(), printer.toPage()
    if first <= 0:
        return range(count)
    return range(min(first, count) - 1, min(last or count, count))


def _turn(printer: QPrinter, document: QPdfDocument, page: int) -> None:
    size = document.pagePointSize(page)
    wide = size.width() > size.height()
    portrait, landscape = QPageLayout.Orientation.Portrait, QPageLayout.Orientation.Landscape
    printer.setPageOrientation(landscape if wide else portrait)


def _draw(painter: QPainter, document: QPdfDocument, page: int) -> None:
    points = document.pagePointSize(page)
    size = QSize(round(points.width() * _FINE / _POINTS), round(points.height() * _FINE / _POINTS))
    painter.drawImage(QRect(0, 0, size.width(), size.height()), document.render(page, size))
