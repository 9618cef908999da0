"""Draws composed pages and hands them on to be finished."""

import io

from reportlab.pdfgen.canvas import Canvas

from sharebook.documents.model import Document
from sharebook.documents.pdf.composing import Composed, composed
from sharebook.documents.pdf.finishing import finished
from sharebook.documents.pdf.fonts import Face, font
from sharebook.documents.pdf.furniture import Number, draw_foot, draw_grounds, draw_head
from sharebook.documents.pdf.pen import Pen
from sharebook.documents.pdf.strips import Page
from sharebook.documents.pdf.tree import Node


def as_pdf(document: Document) -> bytes:
    """Return `document` as PDF/UA-1 and PDF/A-2a; the same document gives the same bytes."""
    ready = composed(document)
    drawn = io.BytesIO()
    marked = _draw(document, ready, drawn)
    return finished(drawn.getvalue(), document, ready.tree, marked)


def _draw(document: Document, ready: Composed, target: io.BytesIO) -> list[list[Node]]:
    """Draw all pages; return for each page which element every mark belongs to."""
    font(Face.REGULAR)
    canvas = Canvas(
        target,
        pageCompression=0,  # the finishing pass compresses; ReportLab would wrap in base 85
        invariant=1,
        initialFontName=Face.REGULAR.value,  # type: ignore[arg-type]  # the stub asks for a number
        initialFontSize=10,
    )
    marked = []
    for number, page in enumerate(ready.pages, start=1):
        canvas.setPageSize((page.sheet.wide, page.sheet.high))
        pen = Pen(canvas, number - 1)
        _draw_page(pen, document, page, Number(number, len(ready.pages)))
        marked.append(pen.marked)
        canvas.showPage()
    canvas.save()
    return marked


def _draw_page(pen: Pen, document: Document, page: Page, number: Number) -> None:
    draw_head(pen, document, page, number)
    draw_grounds(pen, page)
    for placed in page.placed:
        if placed.again:
            with pen.as_furniture():
                placed.strip.draw(pen, placed.top)
        else:
            placed.strip.draw(pen, placed.top)
    draw_foot(pen, document, page, number)
    pen.finish()
