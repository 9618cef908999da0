"""Shows a PDF from memory: no clear-text file is ever written for looking."""

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sharebook.ui.look import look
from sharebook.ui.widgets.labels import label


class Preview(QWidget):
    """One document on the screen, all its pages below one another.

    Attributes:
        content: the PDF shown, b"" while there is none.
    """

    def __init__(self) -> None:
        super().__init__()
        self.content = b""
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._view = QPdfView(self)
        self._view.setDocument(self._document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setPageSpacing(look().px(12))
        self._view.setAccessibleName("The document, as it prints")
        self._pages = label("", "small")
        self._ground()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view, 1)
        column.addWidget(self._pages)

    def show_pdf(self, content: bytes) -> None:
        """Show `content` from its first page."""
        self._document.close()
        self._buffer.close()
        self.content = content
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        count = self._document.pageCount()
        self._pages.setText("1 page" if count == 1 else f"{count:,} pages")
        self._view.verticalScrollBar().setValue(0)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take the new look's ground between the pages."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._ground()

    def _ground(self) -> None:
        colours = self._view.palette()
        colours.setColor(QPalette.ColorRole.Dark, look().colour("tint2"))  # QPdfView asks for Dark
        self._view.setPalette(colours)

    @property
    def pages(self) -> int:
        """How many pages the document has."""
        return self._document.pageCount()
